// What independent accounts say alike: a row a statement, a column an account.

import {html, kNothing, type Html} from '../html.ts';
import {accountsWith, articlesOf, isFigure} from '../model/answers.ts';
import type {Account, Report} from '../model/report.ts';
import {count, counted, cut, inWords, list, range} from '../phrases.ts';
import type {Evidence, FindingRecord} from '../records.ts';
import {byteLength} from '../text.ts';
import {tokens} from '../words.ts';
import {agreements} from './head.ts';
import {mark, quoted, references, tongue} from './marks.ts';
import {statement, topic} from './say.ts';
import {section} from './section.ts';

/** Beyond this many accounts a row names those it has in a run of marks. */
export const kColumns = 8;

function evidenceOf(finding: FindingRecord, account: Account): {articles: string[]; evidence: Evidence[]} {
  const all = new Set(articlesOf(finding));
  const articles = account.articles.filter((a) => all.has(a));
  const evidence: Evidence[] = [];
  for (const a of articles) {
    for (const v of finding.values) {
      const first = v.evidence.find((e) => e.article === a);
      if (first && !evidence.some((e) => e.article === a)) evidence.push(first);
    }
  }
  return {articles, evidence};
}

function sentences(report: Report, finding: FindingRecord, account: Account, told: Set<string>): Html {
  const {articles, evidence} = evidenceOf(finding, account);
  const first = evidence[0];
  const words = first ? alike(report, first, told) : [];
  return html`<li class="${account.style}">${mark(account)}<div class="${words.length > 0 && 'alike'}">${first && quoted(report, words[0] ?? first, words.length > 0 ? words.slice(1) : [])}<div class="src">${references(report, articles, evidence)}</div></div></li>`;
}

const kTelling = 4; // letters of a word that is worth lighting; shorter ones are 'the' and 'was'

/** The words that all accounts have in the evidence, or at least two where all share hardly any. */
function common(report: Report, finding: FindingRecord, has: Account[]): Set<string> {
  const by = new Map<string, number>();
  for (const account of has) {
    const first = evidenceOf(finding, account).evidence[0];
    if (!first || !report.article(first.article).held) continue;
    const text = report.article(first.article).text.slice([first.begin, first.end]);
    for (const word of new Set(tokens(text).map((t) => t.fold))) by.set(word, (by.get(word) ?? 0) + 1);
  }
  const inAtLeast = (least: number): Set<string> =>
    new Set([...by].filter(([word, n]) => n >= least && word.length >= kTelling).map(([word]) => word));
  return inAtLeast(has.length).size > 1 ? inAtLeast(has.length) : inAtLeast(2);
}

/** Where those words stand in evidence that is a whole sentence; nothing where the evidence is narrow already. */
function alike(report: Report, at: Evidence, told: Set<string>): Evidence[] {
  const sentence = report.sentencesAt(at.article, at.begin, at.end)[0];
  if (!sentence || at.end - at.begin < (sentence.end - sentence.begin) * 0.6) return [];
  const out: Evidence[] = [];
  let begin = at.begin;
  for (const token of tokens(report.article(at.article).text.slice([at.begin, at.end]))) {
    const end = begin + byteLength(token.text);
    const last = out[out.length - 1];
    if (told.has(token.fold)) {
      if (last && begin - last.end <= 1) last.end = end;
      else out.push({article: at.article, begin, end});
    }
    begin = end;
  }
  return out;
}

function marks(report: Report, has: Account[]): Html {
  if (report.accounts.length > kColumns) {
    const shown = has.slice(0, 4);
    return html`<span class="mk run">${shown.map((a) => mark(a))}${has.length > shown.length && html`<span>+${has.length - shown.length}</span>`}</span>`;
  }
  return html`${report.accounts.map((a) =>
    has.includes(a)
      ? html`<span class="mk ${a.style}">${mark(a)}</span>`
      : html`<span class="mk no" role="img" aria-label="account ${a.letter} says nothing of it">·</span>`,
  )}`;
}

const kAround = 44; // characters of the sentence at each side of a figure

/** A bare figure or date says little: the words it stands in, as the first account has them. */
function around(report: Report, finding: FindingRecord, account: Account | undefined): Html {
  const at = account && evidenceOf(finding, account).evidence[0];
  if (!at || topic(finding) === '' || !report.article(at.article).held) return kNothing;
  const article = report.article(at.article);
  const sentence = report.sentencesAt(at.article, at.begin, at.end)[0];
  if (!sentence) return kNothing;
  const before = article.text.slice([sentence.begin, at.begin]);
  const after = article.text.slice([at.end, Math.max(at.end, sentence.end)]);
  const left = before.length > kAround ? `…${before.slice(before.indexOf(' ', before.length - kAround) + 1)}` : before;
  return html` <small ${tongue(article)}>${left}<b>${article.text.slice([at.begin, at.end])}</b>${cut(after, kAround)}</small>`;
}

function row(report: Report, finding: FindingRecord, open: boolean): Html {
  const has = report.accounts.filter((a) => finding.values.some((v) => accountsWith(report, v).includes(a)));
  const n = articlesOf(finding).length;
  const shown = has.slice(0, 12);
  const more = has.length - shown.length;
  const told = isFigure(finding) ? new Set<string>() : common(report, finding, shown);
  return html`<li><details ${open && html`open`}><summary><i class="tw"></i><span class="st" dir="auto">${statement(finding)}${around(report, finding, shown[0])}</span>${marks(report, has)}<span class="n">${n}<span> of ${count(report.counts.articles, 'article')}</span></span></summary><ul class="evl">${shown.map((a) => sentences(report, finding, a, told))}${more > 0 && html`<li><span></span><p class="note">and ${counted(more, 'more account')}</p></li>`}</ul></details></li>`;
}

const kRows = 12;

function summary(report: Report, all: FindingRecord[]): string {
  const n = report.accounts.length;
  const by = new Map<number, number>();
  for (const f of all) {
    const w = new Set(f.values.flatMap((v) => accountsWith(report, v))).size;
    by.set(w, (by.get(w) ?? 0) + 1);
  }
  const parts = [...by].sort((x, y) => y[0] - x[0]).map(([w, k]) => `${inWords(k)} by ${w === n ? (n === 2 ? 'both' : `all ${inWords(n)}`) : inWords(w)}`);
  const widths = [...by.keys()];
  if (by.size > 4) return `${count(all.length, 'thing')} that at least two accounts say, each by ${range(Math.min(...widths), Math.max(...widths))} of ${n}. Copies count once.`;
  const split = by.size > 1 ? `: ${list(parts)}` : by.size === 1 && n > 2 ? `, ${parts[0]}` : '';
  return `${count(all.length, 'thing')} that at least two accounts say${split}. Copies count once.`;
}

export function agree(report: Report): Html {
  const all = agreements(report);
  if (all.length === 0) return kNothing;
  const compact = report.accounts.length > kColumns;
  const heads = compact ? html`<span class="run">accounts</span>` : html`${report.accounts.map((a) => html`<span>${a.letter}</span>`)}`;
  const columns = compact ? 'compact' : `c${report.accounts.length}`;
  const first = all.slice(0, kRows);
  const rest = all.slice(kRows);
  return section('agree', 'What independent accounts agree on', summary(report, all), html`<div class="ahead ${columns}" aria-hidden="true"><span></span><span></span>${heads}<span><span>said in</span></span></div><ul class="agree ${columns}">${first.map((f, i) => row(report, f, i === 0))}</ul>${rest.length > 0 && html`<details class="rest"><summary>${rest.length} more</summary><ul class="agree ${columns}">${rest.map((f) => row(report, f, false))}</ul></details>`}`);
}
