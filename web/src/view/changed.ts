// What was taken back, and whose words drifted.

import {html, join, kNothing, type Html, type Part} from '../html.ts';
import {accountsWith, corrects, fromTo, numbered} from '../model/answers.ts';
import {align, type Cell} from '../model/align.ts';
import type {Account, Report} from '../model/report.ts';
import {capital, counted, list} from '../phrases.ts';
import type {Evidence, FindingRecord, ValueRecord} from '../records.ts';
import {articleLink, mark, reference, references, tongue} from './marks.ts';
import {isWord, tokens} from '../words.ts';
import {said} from './say.ts';
import {section} from './section.ts';

const kArrow = html`<svg class="to" viewBox="0 0 48 16" aria-hidden="true"><path d="M0 8H44M37 2 44 8 37 14"/></svg>`;

const ofKind = (report: Report, kind: string): FindingRecord[] => report.findings.filter((f) => f.kind === kind);

/** The figure with what it counts, unless the value names it already. */
function withNoun(text: string, f: FindingRecord): string {
  const noun = f.noun || f.about;
  return noun && !text.includes(noun) && /^[\d\s.,]+$|^\p{L}+$/u.test(text) ? `${text} ${noun}` : text;
}

function side(report: Report, f: FindingRecord, value: ValueRecord | undefined, name: string, old: boolean): Html {
  const at = value?.evidence[0];
  const words = withNoun(said(name), f);
  return html`<div>${old ? html`<del class="big" dir="auto">${words}</del>` : html`<span class="big" dir="auto">${words}</span>`}${at && html`<div class="src">${references(report, [...new Set(value!.evidence.map((e) => e.article))].slice(0, 7), value!.evidence)}</div>`}</div>`;
}

/** Who still has the figure that was taken back, and nothing else. */
function still(report: Report, f: FindingRecord, from: ValueRecord | undefined): Html {
  const by = new Set(from ? accountsWith(report, from) : []);
  const same = report.findings.find((d) => d.kind === 'difference' && corrects(f, d));
  const n = from && numbered(from).low;
  const old = same?.values.find((v) => v.low !== null && v.low === n);
  const accounts = old ? accountsWith(report, old).filter((a) => !by.has(a) && !(f.article && a.articles.includes(f.article))) : [];
  if (accounts.length === 0 || !old) return kNothing;
  return html` ${accounts.length === 1 ? 'Account' : 'Accounts'} ${join(accounts.slice(0, 8).map((a) => mark(a)), ' ')} still ${accounts.length === 1 ? 'has' : 'have'} ${said(old.value)}.`;
}

function correction(report: Report, f: FindingRecord): Html {
  const {from, to} = fromTo(f);
  const id = f.article ?? from?.articles[0] ?? '';
  const account = report.accountsOf(id)[0];
  const by = f.by ? `By ${f.by}, as ` : 'As ';
  return html`<div class="corr ${account?.style}">${side(report, f, from, f.from || from?.value || '', true)}${kArrow}${side(report, f, to, f.to || to?.value || '', false)}</div><p class="note">${account && html`${by}${mark(account)} ${report.label(id)} reports it.`}${still(report, f, from)}</p>`;
}

const kBig = 32; // characters that can stand in large type

function update(report: Report, f: FindingRecord): Html {
  const parts: Part[] = [];
  f.values.forEach((v, i) => {
    if (i > 0) parts.push(kArrow);
    const accounts = accountsWith(report, v);
    const words = withNoun(said(v.value), f);
    parts.push(html`<div><span class="${words.length > kBig ? 'q' : 'big'}" dir="auto">${words}</span><div class="src">${accounts.slice(0, 6).map((a) => mark(a))} ${references(report, v.evidence.map((e) => e.article).slice(0, 5), v.evidence)}</div></div>`);
  });
  const account = report.accountsOf(f.values[0]?.articles[0] ?? '')[0];
  const why = f.why.length > 0 && html`<p class="note">${f.why.map((w) => `${capital(report.worded(w))}.`).join(' ')}</p>`;
  return html`<h4 class="upd" dir="auto">${capital(f.about)}</h4><div class="corr steps ${account?.style}">${parts}</div>${why}`;
}

/** One telling of a speaker's words: an account's row in the table. */
interface Telling {
  account: Account;
  articles: string[];
  evidence: Evidence[];
  text: string;
}

function tellings(report: Report, f: FindingRecord): Telling[] {
  const out: Telling[] = [];
  for (const value of f.values) {
    for (const account of accountsWith(report, value)) {
      const articles = account.articles.filter((a) => value.articles.includes(a));
      const evidence = articles.flatMap((a) => value.evidence.filter((e) => e.article === a).slice(0, 1));
      const at = evidence[0];
      const text = at && report.article(at.article).held ? report.article(at.article).text.slice([at.begin, at.end]) : value.value;
      out.push({account, articles, evidence, text});
    }
  }
  const place = (t: Telling): number => t.account.articles.indexOf(t.articles[0] ?? '');
  return out.sort((x, y) => x.account.no - y.account.no || place(x) - place(y));
}

/** How articles bring the words: inside marks or not, where they do not all do alike. */
function bearings(report: Report, rows: Telling[]): string[] {
  const direct = rows.map((t) => {
    const at = t.evidence[0];
    const quotation = at && report.statements(at.article).find((s) => s.kind === 'quotation' && s.begin < at.end && at.begin < s.end);
    return quotation?.kind === 'quotation' && quotation.direct;
  });
  const mixed = direct.includes(true) && direct.some((d) => !d);
  return rows.map((t, i) => {
    const also = t.articles.filter((a) => a !== t.evidence[0]?.article);
    const names = also.map((id) => report.label(id)).join(', ');
    const others = also.length === 0 ? '' : names.length > 24 ? `and ${also.length} more` : `also ${names}`;
    return [mixed && !direct[i] ? 'without quotation marks' : '', others].filter((p) => p !== '').join('; ');
  });
}

/** A run of words, lit if the first line has others; the space after it is not. */
function run(r: Cell['runs'][number]): Html {
  const words = r.text.trimEnd();
  return r.departs ? html`<span>${words}</span>${r.text.slice(words.length)}` : html`${r.text}`;
}

/** A long run that all share says little: its two ends are enough. */
function elided(cell: Cell): string {
  const words = cell.text.split(' ');
  return cell.departs || words.length < 10 ? cell.text : `${words.slice(0, 3).join(' ')} … ${words.slice(-3).join(' ')}`;
}

// Beyond so many characters or columns a table would be wider than the page:
// then each telling is a paragraph.
const kTable = 96;
const kCells = 9;

function tooWide(report: Report, rows: Telling[], cells: Cell[][], hows: string[]): boolean {
  const widest = (lengths: number[]): number => Math.max(0, ...lengths);
  const columns = (cells[0] ?? []).map((_, i) => widest(cells.map((row) => elided(row[i]!).length)));
  const names = widest(rows.map((t) => report.label(t.articles[0] ?? '').length)) + 6;
  const text = columns.reduce((sum, n) => sum + n + 1, 0);
  return columns.length > kCells || names + text + widest(hows.map((h) => h.length)) > kTable;
}

const kTellings = 12;

/** The fullest telling first: the others are measured by it. */
function drift(report: Report, f: FindingRecord): Html {
  const all = tellings(report, f);
  const size = (t: Telling): number => tokens(t.text).filter(isWord).length;
  const longest = all.reduce((best, t, i) => (size(t) > size(all[best]!) ? i : best), 0);
  const rows = all.length > 0 ? [all[longest]!, ...all.filter((_, i) => i !== longest)].slice(0, kTellings) : [];
  const cells = align(rows.map((t) => t.text));
  const hows = bearings(report, rows);
  const flow = tooWide(report, rows, cells, hows);
  const any = hows.some((h) => h !== '');
  const name = f.about;
  const line = (t: Telling, i: number): Html => {
    const at = t.evidence[0];
    const article = report.article(t.articles[0] ?? report.story.articles[0]!);
    return html`<tr class="${t.account.style}" ${tongue(article)}><th scope="row">${mark(t.account)} ${at ? reference(report, at) : articleLink(report, article.id)}</th>${cells[i]!.map((c) =>
      c.text === '' ? flow ? html`${c.departs && html`<td class="x" aria-label="left out">[…]</td> `}` : html`<td class="x" aria-label="not there">–</td> ` : html`<td class="${c.departs ? 'v' : 'r'}">${c.departs ? c.runs.map(run) : elided(c)}</td> `)}${any && html`<td class="how">${hows[i]!}</td>`}</tr>`;
  };
  const more = all.length > rows.length && html`<p class="note">${all.length - rows.length} more tellings are in the data.</p>`;
  const reasons = [...new Set(f.why)];
  const why = reasons.length > 0 && html`<p class="note">${reasons.map((w) => capital(report.worded(w)).replace(/([^.!?”"])$/, '$1.')).join(' ')}</p>`;
  return html`<div class="drift"><h4 dir="auto">${heading(name)}</h4><div class="scroll" tabindex="0" role="region" aria-label="${name}, in ${counted(rows.length, 'telling')}"><table class="al ${flow && 'flow'}"><caption class="vh">${name}</caption><tbody>${rows.map(line)}</tbody></table></div>${why}${more}</div>`;
}

/** "Speaker: words" with the speaker foremost. */
function heading(about: string): Html {
  const at = about.indexOf(': ');
  return at > 0 && at < 60 ? html`${about.slice(0, at)} <small>${about.slice(at + 2)}</small>` : html`${capital(about)}`;
}

const kShown = 8;

function group(report: Report, title: string, how: string, all: FindingRecord[]): Html {
  if (all.length === 0) return kNothing;
  const rest = all.slice(kShown);
  return html`<div class="sub"><h3>${title}</h3><p>${how}</p>${all.slice(0, kShown).map((f) => drift(report, f))}${rest.length > 0 && html`<details class="rest"><summary>${rest.length} more</summary>${rest.slice(0, 60).map((f) => drift(report, f))}</details>`}</div>`;
}

const spread = (report: Report, f: FindingRecord): number => new Set(f.values.flatMap((v) => accountsWith(report, v))).size;

export function changed(report: Report): Html {
  const corrections = ofKind(report, 'correction');
  const updates = ofKind(report, 'update');
  const quotations = ofKind(report, 'quotation').filter((f) => tellings(report, f).length > 1);
  if (corrections.length + updates.length + quotations.length === 0) return kNothing;
  const between = quotations.filter((f) => spread(report, f) > 1);
  const within = quotations.filter((f) => spread(report, f) === 1);
  const where = [...new Set(within.flatMap((f) => f.values.flatMap((v) => accountsWith(report, v))).map((a) => a.letter))].sort();
  const how = list([
    corrections.length > 0 ? `${counted(corrections.length, 'statement')} taken back` : '',
    updates.length > 0 ? `${counted(updates.length, 'statement')} overtaken by a later one` : '',
    quotations.length > 0 ? `${counted(quotations.length, 'quotation')} that ${quotations.length === 1 ? 'differs' : 'differ'} from telling to telling` : '',
  ].filter((t) => t !== ''));
  const first = corrections.length > 0 && html`<h3>Corrected</h3>${corrections.slice(0, 20).map((f) => correction(report, f))}`;
  const second = updates.length > 0 && html`<div class="${corrections.length > 0 && 'sub'}"><h3>Overtaken by a later telling</h3>${updates.slice(0, 20).map((f) => update(report, f))}</div>`;
  return section('changed', 'What was corrected, and what changed in the telling', `${capital(how)}.`, html`${first}${second}${group(report, 'The same words, as each account has them', 'Marked: where a telling departs from the first line.', between)}${group(report, 'Changed in copying', `Within account ${list(where)}, where one text lies behind every line.`, within)}`);
}

