// The top of the page: how many really, and what is settled and what is not.

import {html, join, kNothing, type Html, type Part} from '../html.ts';
import {accountsWith, answers, articlesOf, isFigure} from '../model/answers.ts';
import {below, family} from '../model/family.ts';
import {largestFirst, type Account, type Report} from '../model/report.ts';
import {capital, count, counted, day, digits, inWords, list, range} from '../phrases.ts';
import type {EdgeRecord, FindingRecord, RejectionRecord, ValueRecord} from '../records.ts';
import {mark} from './marks.ts';
import {asked, inShort, said} from './say.ts';

/** What the files were, where some could not be read. */
function refused(report: Report): Html {
  const bad = report.data.refused;
  if (bad.length === 0) return kNothing;
  const read = new Set(report.data.articles.map((a) => a.source));
  const all = new Set([...read, ...bad.map((r) => r.source)]);
  const sources = new Set(bad.map((r) => r.source));
  const whole = [...sources].every((s) => !read.has(s));
  const what = whole ? 'could not be read' : 'could not be read, or only in part';
  const line = (r: RejectionRecord): Html =>
    html`<li><b dir="auto">${r.source}</b> ${r.detail || r.code}${r.offset !== null && html`, at byte ${r.offset}`}</li>`;
  return html`<details class="refused" id="refused"><summary>${count(sources.size, 'input')} of ${all.size} ${what}</summary><ul>${bad.slice(0, 200).map(line)}</ul></details>`;
}

/** "5 articles from 5 outlets are 3 independent accounts." */
export function countsSentence(report: Report): Html {
  const {articles, outlets, witnesses: w} = report.counts;
  if (articles === 1) {
    return html`<a class="n" href="#articles">1 article</a>. Nothing to compare it with.`;
  }
  const independent = w.high === 1 ? '1 account' : `${range(w.low, w.high)} independent accounts`;
  const from = outlets !== null && html` from <a href="#un-outlets">${count(outlets, 'outlet')}</a>`;
  return html`<a class="n" href="#articles">${count(articles, 'article')}</a>${from} are <a class="n" href="#copied">${independent}</a>.`;
}

const kind = (f: FindingRecord, k: string): boolean => f.kind === k;

/** 0 for a statement, 1 for a bare name or a scrap of words: those come after it. */
const told = (f: FindingRecord): number => (isFigure(f) || inShort(f).split(' ').length > 3 ? 0 : 1);

export function agreements(report: Report): FindingRecord[] {
  const width = new Map(report.findings.map((f) => [f, new Set(f.values.flatMap((v) => accountsWith(report, v))).size]));
  return report.findings
    .filter((f) => kind(f, 'agreement'))
    .sort((x, y) => width.get(y)! - width.get(x)! || told(x) - told(y) || articlesOf(y).length - articlesOf(x).length);
}

/** Figures first, as they are the plainest; then in the engine's order, the surest first. */
export function differences(report: Report): FindingRecord[] {
  const rank = (f: FindingRecord): number => (isFigure(f) ? 0 : 1);
  return report.findings.filter((f) => kind(f, 'difference')).sort((x, y) => rank(x) - rank(y));
}

/** True if every quotation mark that opens is closed: no half of a quotation. */
function balanced(text: string): boolean {
  const n = (mark: string): number => text.split(mark).length - 1;
  return n('“') === n('”') && n('"') % 2 === 0 && n('(') === n(')');
}

/** A statement that fits into a sentence of ours. */
const brief = (f: FindingRecord): boolean => balanced(inShort(f)) && inShort(f).length <= 90 && (isFigure(f) || inShort(f).split(' ').length > 2);

function answersInShort(f: FindingRecord): string {
  const values = f.values.map((v) => said(v.value)).filter((v) => v.length <= 40);
  return values.length > 3 ? `${values.slice(0, 2).join(', ')} and ${values.length - 2} other answers` : list(values, 'or');
}

function lede(report: Report): Html {
  const n = report.accounts.length;
  const width = (f: FindingRecord): number => new Set(f.values.flatMap((v) => accountsWith(report, v))).size;
  const all = agreements(report).filter(brief);
  const widest = all[0] ? width(all[0]) : 0;
  const agree = all.filter((f) => width(f) === widest).slice(0, 2);
  const differ = differences(report).slice(0, 2);
  const who = widest === n ? (n === 2 ? 'Both accounts' : `All ${inWords(n)} accounts`) : `${capital(inWords(widest))} of ${inWords(n)} accounts`;
  const same = agree.length > 0 && html`${who} say: ${join(agree.map((f) => html`<q>${inShort(f)}</q>`), ' and ')}. `;
  const apart = differ.length > 0 && html`They differ on ${join(differ.map((f) => html`<span dir="auto">${asked(f)}</span> (${answersInShort(f)})`), ' and on ')}.`;
  return same || apart ? html`<p class="lede">${same}${apart}</p>` : kNothing;
}

const kManner: Record<string, string> = {
  identical: 'word for word', edited: 'nearly word for word', cut: 'cut', paraphrased: 'reworded', mixed: 'joined with other text',
  quotations: 'in quotations only',
};

export const manner = (edge: EdgeRecord | undefined): string => (edge ? kManner[edge.kind] ?? edge.kind : '');

/** How an account came to be, in a sentence. */
function origin(report: Report, account: Account): Html {
  const root = family(report, account);
  const n = account.articles.length;
  if (n === 1 && !root.lost) return alone(report, account);
  const made = below(root).filter((k) => !k.lost).slice(0, 4);
  const how = list(made.map((k) => `${report.label(k.id)} ${manner(k.edge)}`.trim()));
  const more = n - made.length - (root.lost || root.id === '' ? 0 : 1);
  const rest = more > 0 ? `, and ${count(more, 'more', 'more')}` : '';
  if (root.lost) {
    const name = root.lost.credit ? `The ${root.lost.credit.replace(/^The /, '')} report.` : 'A text that is lost.';
    return html`<b>${name}</b> It is not among the ${inWords(report.counts.articles)}, but ${n === 1 ? 'one' : inWords(n)} of them ${n === 1 ? 'was' : 'were'} made from it: ${how}${rest}.`;
  }
  if (root.id === '') return html`<b>One text in ${counted(n, 'article')}.</b> Which of them came first cannot be told.`;
  return html`<b>${report.label(root.id)}</b>, and what was made from it: ${how}${rest}.`;
}

function alone(report: Report, account: Account): Html {
  const id = account.articles[0] ?? '';
  const record = report.article(id).record;
  const words = new Map<string, number>();
  for (const s of report.statements(id)) {
    const who = s.kind === 'figure' ? s.speaker[0]?.name : s.kind === 'quotation' ? s.speaker?.name : undefined;
    if (who && !/^(he|she|they|it|who)$/i.test(who)) words.set(who, (words.get(who) ?? 0) + 1);
  }
  const top = [...words].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, 2).map(([who]) => who);
  const from = top.length > 0 && html`, quoting most <span class="nm" dir="auto">${list(top)}</span>`;
  const credit = (record.credits ?? []).length > 0 ? `Credits ${list(record.credits ?? [])}.` : 'It names no agency';
  const dated = record.published ? `Dated ${day(record.published)}.` : 'It carries no date.';
  const both = record.published || credit.startsWith('Credits') ? `${credit.replace(/^It names no agency$/, '')} ${dated}`.trim() : 'It names no agency and carries no date.';
  const outlet = record.outlet ? `${record.outlet}. ` : '';
  return html`<b>An account of its own</b>${from}. <span>${outlet}${both}</span>`;
}

const kBrace1 = 'M1 40H19';
const kBraceN = 'M1 2C12 2 10 10 10 20V30C10 38 12 40 19 40C12 40 10 42 10 50V60C10 70 12 78 1 78';

function foldedPages(report: Report, account: Account): Html {
  const shown = account.articles.length > 4 ? account.articles.slice(0, 3) : account.articles;
  const rest = account.articles.length - shown.length;
  return html`<div class="docs">${shown.map((id) => html`<a class="doc" href="#a${report.article(id).slug}"><i></i><span>${report.label(id)}</span></a>`)}${rest > 0 && html`<a class="doc more" href="#articles">${rest} more</a>`}</div>`;
}

/** A figure in digits, so that a column of them can be compared. */
const figure = (v: ValueRecord): string => (v.low !== null && v.low === v.high ? digits(v.low) : said(v.value));

/** An account's answer to a difference: the figure that it stands by, and the one it took back. */
function column(report: Report, finding: FindingRecord, account: Account): Html {
  const own = answers(report, finding, account);
  const now = own.filter((a) => !a.was).map((a) => figure(a.value));
  const was = own.filter((a) => a.was).map((a) => figure(a.value));
  const name = html`<i>${capital(asked(finding))}: </i>`;
  if (own.length === 0) return html`<span class="v none">${name}<b aria-label="says nothing of it">·</b></span>`;
  return html`<span class="v">${name}${was.map((v) => html`<del>${v}</del>`)}<b>${now.length > 2 ? `${now[0]!} …` : now.join(' or ')}</b></span>`;
}

const kFolded = 8;

function foldRow(report: Report, columns: FindingRecord[], account: Account): Html {
  const n = account.articles.length;
  const path = n > 1 ? kBraceN : kBrace1;
  return html`<li class="${account.style}">${foldedPages(report, account)}<svg class="brace ${n > 1 && `t${Math.min(n, 4)}`}" viewBox="0 0 20 80" preserveAspectRatio="none" aria-hidden="true"><path d="${path}" vector-effect="non-scaling-stroke"/></svg>${mark(account)}<p>${origin(report, account)}</p>${columns.map((f) => column(report, f, account))}</li>`;
}

/** Which article belongs to which account. */
function fold(report: Report): Html {
  const all = differences(report);
  const columns = all.filter((f) => isFigure(f) && f.values.every((v) => v.value.length <= 12)).slice(0, 2);
  const shown = report.accounts.length > kFolded + 2 ? report.accounts.slice(0, kFolded) : report.accounts;
  const rest = report.accounts.slice(shown.length);
  const single = rest.every((a) => a.articles.length === 1);
  const head = columns.length > 0 && html`<li class="fh" aria-hidden="true"><span></span>${columns.map((f) => html`<a tabindex="-1" href="#d${all.indexOf(f) + 1}">${asked(f)}</a>`)}</li>`;
  const folded = rest.length > 0 && html`<li class="rest"><details><summary>${rest.length} more accounts${single && ' of one article each'}</summary><p>${join(rest.map((a) => html`<span class="nb">${mark(a)} ${join(a.articles.slice(0, 6).map((id) => html`<a href="#a${report.article(id).slug}">${report.label(id)}</a>`), ' ')}</span>`), ' ')}</p></details></li>`;
  return html`<ol class="fold cols${columns.length}" aria-label="The accounts">${head}${shown.map((a) => foldRow(report, columns, a))}${folded}</ol>`;
}

function kicker(report: Report): string {
  const {first, last} = report.story;
  const n = report.counts.articles;
  const when = first ? (last && day(last) !== day(first) ? `${day(first)} to ${day(last)}` : day(first)) : '';
  const what = n === 1 ? 'One event, one telling.' : `One event, ${inWords(n)} tellings.`;
  return when ? `${what} ${when}` : what;
}

/** The other events in the same files. */
function otherStories(report: Report): Html {
  const stories = largestFirst(report.data);
  if (stories.length < 2) return kNothing;
  const entry = (s: (typeof stories)[number]): Html => {
    const here = s.story === report.story.story;
    const w = report.data.lineage.find((l) => l.story === s.story)?.counts.witnesses;
    const size = s.articles.length === 1 ? report.label(s.articles[0]!) : `${count(s.articles.length, 'article')}${w ? `, ${range(w.low, w.high)} ${w.high === 1 ? 'account' : 'accounts'}` : ''}`;
    const title = s.title || s.articles[0] || s.story;
    return html`<li><a href="#story=${s.story}" ${here && html`aria-current="true"`} dir="auto">${title}</a> <span class="src">${size}${s.first && html`, ${day(s.first)}`}</span></li>`;
  };
  const shown = stories.slice(0, 5);
  const rest = stories.slice(5, 400);
  const label = `${count(stories.length, 'event')} in ${count(report.data.articles.length, 'article')}`;
  return html`<nav class="stories" aria-label="Events"><p>${label}</p><ol>${shown.map(entry)}</ol>${rest.length > 0 && html`<details><summary>${stories.length - shown.length} more</summary><ol>${rest.map(entry)}</ol>${stories.length > 405 && html`<p class="src">and ${stories.length - 405} more: see <code>tellings stories</code></p>`}</details>`}</nav>`;
}

/** No two articles tell one event: then that is the news. */
export const nothingInCommon = (report: Report): boolean =>
  report.data.articles.length > 1 && report.data.stories.every((s) => s.articles.length === 1);

export function head(report: Report): Html {
  const several = !nothingInCommon(report);
  const face = report.articles().find((a) => a.record.title);
  const title = report.story.title || face?.record.title || 'Untitled';
  const first = report.story.articles[0];
  const lang = first ? report.article(first).record.language : null;
  const apart = html`<h1>${count(report.data.articles.length, 'article')} tell different events.</h1>`;
  const parts: Part[] = several
    ? [
        html`<p class="kick">${kicker(report)}</p><h1 ${lang && html`lang="${lang}"`} dir="auto">${title}</h1><p class="counts">${countsSentence(report)}</p>`,
        lede(report),
        report.counts.articles > 1 ? fold(report) : kNothing,
        otherStories(report),
      ]
    : [apart, otherStories(report)];
  return html`<header class="head">${refused(report)}${parts}</header>`;
}

