// The small parts that stand everywhere: an account's mark, a link to a
// sentence, a quoted sentence with its words lit.

import {html, join, type Html, type Part} from '../html.ts';
import type {Account, Article, Report, Sentence} from '../model/report.ts';
import {list} from '../phrases.ts';
import type {Evidence} from '../records.ts';

/** An account's letter in its shape. */
export const mark = (account: Account, extra = ''): Html =>
  html`<i class="m ${account.style} ${extra}">${account.letter}</i>`;

/** The class that gives an element an account's colour. */
export const styleOf = (report: Report, id: string): string => report.accountsOf(id)[0]?.style ?? 'z';

/** The address of a sentence in the page. */
export const sentenceId = (article: Article, n: number): string => `s${article.slug}-${n}`;

/** The language and direction of an article's words. */
export const tongue = (article: Article): Html =>
  article.record.language ? html`lang="${article.record.language}" dir="auto"` : html`dir="auto"`;

/** The link `001` to the words of an article that say it; to the article where it holds none. */
export function reference(report: Report, at: Evidence): Html {
  const article = report.article(at.article);
  const sentences = report.sentencesAt(at.article, at.begin, at.end);
  const first = sentences[0];
  if (!first) return articleLink(report, at.article);
  return html`<a class="ev ${styleOf(report, at.article)}" href="#${sentenceId(article, first.n)}" data-a="${at.article}" data-b="${at.begin}" data-e="${at.end}" data-p="${first.paragraph}" aria-label="${article.label}, sentence ${first.n}" aria-haspopup="dialog">${article.label}</a>`;
}

/** The link to an article as a whole. */
export function articleLink(report: Report, id: string): Html {
  return html`<a class="ev ${styleOf(report, id)}" href="#a${report.article(id).slug}">${report.label(id)}</a>`;
}

const kShown = 6;
const kFiltered = 12; // links above which a list of them gets a filter

/** "001 and its copies 004 000": the evidence first, then who else of the account has it. */
export function references(report: Report, articles: string[], evidence: Evidence[]): Html {
  const at = new Map(evidence.map((e) => [e.article, e]));
  const order = [...articles].sort((x, y) => Number(at.has(y)) - Number(at.has(x)));
  const links = order.map((id) => (at.has(id) ? reference(report, at.get(id)!) : articleLink(report, id)));
  const [first, ...rest] = links;
  if (!first) return html``;
  if (rest.length === 0) return html`${first}`;
  const word = rest.length === 1 ? 'copy' : 'copies';
  if (rest.length <= kShown) return html`${first} and its ${word} ${join(rest, ' ')}`;
  return html`${first} and <details class="copies"><summary>${rest.length} copies</summary>${rest.length > kFiltered && html`<p class="find"><label>Filter <input type="search" data-filter="links"></label></p>`}<div class="all">${join(rest, ' ')}</div></details>`;
}

/** A sentence with stretches of it lit. */
export function lit(report: Report, sentences: Sentence[], hits: Evidence[]): Html {
  const parts: Part[] = [];
  sentences.forEach((s, i) => {
    if (i > 0) parts.push(' ');
    parts.push(litOne(report, s, hits));
  });
  return html`${parts}`;
}

function litOne(report: Report, s: Sentence, hits: Evidence[]): Html {
  const inside = hits
    .map((h) => [Math.max(h.begin, s.begin), Math.min(h.end, s.end), h.article] as const)
    .filter(([b, e]) => b < e)
    .sort((x, y) => x[0] - y[0]);
  let at = s.begin;
  const out: Part[] = [];
  for (const [b, e, id] of inside) {
    if (b < at) continue;
    const text = report.article(id).text;
    out.push(text.slice([at, b]), html`<b>${text.slice([b, e])}</b>`);
    at = e;
  }
  if (inside.length === 0) return html`${s.text}`;
  const text = report.article(inside[0]![2]).text;
  return html`${out}${text.slice([at, s.end])}`;
}

/** The sentence that a piece of evidence stands in, its words lit. */
export function quoted(report: Report, at: Evidence, also: Evidence[] = []): Html {
  const article = report.article(at.article);
  if (!article.held) return html`<span class="q gone">The text is not in this file.</span>`;
  const sentences = report.sentencesAt(at.article, at.begin, at.end);
  const hits = [at, ...also.filter((e) => e.article === at.article)];
  return html`<span class="q" ${tongue(article)}>${lit(report, sentences, whole(sentences, hits))}</span>`;
}

/** Lighting a whole sentence says nothing: then none is lit. */
function whole(sentences: Sentence[], hits: Evidence[]): Evidence[] {
  const first = sentences[0];
  const last = sentences[sentences.length - 1];
  return first && last ? hits.filter((h) => h.begin > first.begin || h.end < last.end - 1) : hits;
}

/** On whose word: "two officials, to Associated Press". */
export function onWhoseWord(speakers: string[]): string {
  const [first, ...rest] = speakers;
  if (!first) return 'in its own words';
  return rest.length > 0 ? `${first}, to ${list(rest)}` : first;
}
