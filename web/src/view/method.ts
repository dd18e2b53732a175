// How to read the page, what could not be measured, and what one can take along.

import {html, type Html, type Part} from '../html.ts';
import {answers} from '../model/answers.ts';
import {family} from '../model/family.ts';
import type {Report} from '../model/report.ts';
import {capital, count, counted, day, inWords, list, moment} from '../phrases.ts';
import {differences, nothingInCommon} from './head.ts';
import {section} from './section.ts';

interface Unmeasured {
  id?: string;
  what: string;
  why: string;
}

const some = (names: string[]): string => (names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : list(names));

function outlets(report: Report): Unmeasured {
  const all = report.articles();
  const without = all.filter((a) => !a.record.outlet).map((a) => a.label);
  const n = all.length;
  if (without.length === 0) {
    return {id: 'un-outlets', what: 'Who owns the outlets', why: `Every article names who published it: ${some([...new Set(all.map((a) => a.record.outlet ?? ''))])}. Whether two of them belong together is not known.`};
  }
  const who = without.length === n ? (n === 1 ? 'The file does not name who published it.' : `None of the ${counted(n, 'article')} names who published it.`) : `${capital(some(without))} ${without.length === 1 ? 'does' : 'do'} not name who published ${without.length === 1 ? 'it' : 'them'}.`;
  const counting = report.counts.outlets === null ? ' The outlets could not be counted.' : ' Each of these is counted as an outlet of its own.';
  return {id: 'un-outlets', what: 'Outlets', why: who + (n > 1 ? counting : '')};
}

function order(report: Report): Unmeasured[] {
  const all = report.articles();
  const dated = all.filter((a) => Number.isFinite(moment(a.record.published ?? '')));
  if (all.length < 2 || dated.length === all.length) return [];
  if (dated.length === 0) return [{what: 'Who came first', why: `None of the ${counted(all.length, 'article')} carries a date. Nothing is inferred from the order of files.`}];
  const named = dated.length === 1 ? `One article is dated (${dated[0]!.label}, ${day(dated[0]!.record.published ?? '')})` : `${capital(inWords(dated.length))} of ${counted(all.length, 'article')} are dated`;
  return [{what: 'Who came first', why: `${named}. When the others were published is not known.`}];
}

/** Copies of which neither could be shown to be made from the other. */
function directions(report: Report): Unmeasured[] {
  const out: Unmeasured[] = [];
  for (const account of report.accounts) {
    const tree = family(report, account);
    if (tree.id === '') {
      out.push({what: `Which of ${some(account.articles.map((id) => report.label(id)))} came first`, why: 'They have one text, and nothing in it says which way it went. Either way they are one account.'});
    }
  }
  return out;
}

function origins(report: Report): Unmeasured[] {
  const single = report.accounts.filter((a) => a.articles.length === 1 && !family(report, a).lost).map((a) => a.articles[0]!);
  const silent = single.filter((id) => (report.article(id).record.credits ?? []).length === 0);
  if (silent.length === 0 || report.counts.articles < 2) return [];
  const it = silent.length === 1;
  return [{what: `Where ${some(silent.map((id) => report.label(id)))} ${it ? 'comes' : 'come'} from`, why: `${it ? 'It names' : silent.length === 2 ? 'Neither names' : 'None of them names'} ${it ? 'no' : 'an'} agency. ${it ? 'It' : 'Each'} may retell a report that is not among these files.`}];
}

function unspoken(report: Report): Unmeasured[] {
  const all = differences(report).slice(0, 10).filter((f) => report.accounts.some((a) => answers(report, f, a).some((x) => x.speakers.length === 0)));
  return all.length > 0 ? [{what: 'On whose word', why: `For ${list(all.slice(0, 4).map((f) => f.about))}${all.length > 4 ? ' and others' : ''} at least one account gives an answer without saying whose word it is.`}] : [];
}

function damaged(report: Report): Unmeasured[] {
  const n = new Set(report.data.refused.map((r) => r.source)).size;
  return n > 0 ? [{what: 'What could not be read', why: `${capital(counted(n, 'input'))} could not be read, or only in part: what stands in ${n === 1 ? 'it' : 'them'} is in no count here.`}] : [];
}

function held(report: Report): Unmeasured[] {
  const gone = report.data.left_out;
  return gone.length > 0 ? [{what: 'Texts that are not here', why: `${count(gone.length, 'article')} outside the findings ${gone.length === 1 ? 'was' : 'were'} left out to keep this file small: ${some(gone.map((id) => report.label(id)))}. They are counted all the same.`}] : [];
}

function countRange(report: Report): Unmeasured {
  const {low, high} = report.counts.witnesses;
  const kin = Math.max(0, ...report.data.copies.filter((c) => c.kind !== 'quotations').map((c) => Math.min(c.score, 1)));
  const last = low === high ? ` No pair of articles is so near the border that it would change it.` : ' Between them lie pairs of articles that may or may not be of one text.';
  const apart = kin === 0 && report.counts.articles > 1 ? ' No two of them share whole sentences in one order.' : '';
  return {what: 'Range of the count', why: `At least ${low}, at most ${high}.${apart || (report.counts.articles > 1 ? last : '')}`};
}

function unmeasured(report: Report): Html {
  const apart = nothingInCommon(report);
  const rows = [outlets(report), ...(apart ? [] : [...order(report), ...directions(report), ...origins(report), ...unspoken(report)]), ...damaged(report), ...held(report), countRange(report)];
  return html`<dl class="un">${rows.map((r) => html`<div ${r.id && html`id="${r.id}"`}><dt>${r.what}</dt><dd>${r.why}</dd></div>`)}</dl>`;
}

export function method(report: Report): Html {
  const body: Part[] = [
    html`<h3>How to read this</h3><p>An independent account is one that was not made from another of these articles, nor from one text with it. For a single statement, accounts that rest on one speaker count once. An account need not have been there, and it need not be right. This report does not say which figure is true.</p><p>Two articles are called copies when whole sentences answer each other in the same order. Quotations, figures, names and set phrases do not count, since honest reports of one event share them. Where copies hold what none could have given the others, the text behind them is drawn as a lost original.</p><p>Figures are compared as ranges, between accounts and not between articles, with whom and what they count. Two figures differ only if both cannot be right.</p>`,
    html`<h3 id="unmeasured">What could not be measured</h3>${unmeasured(report)}`,
    html`<h3>Take it with you</h3><p>The whole of this report stands in this file as data: texts, passages, lineage and findings, every one with byte offsets.</p><p class="dl"><button type="button" class="btn" data-save="json">Data as JSON</button><button type="button" class="btn" data-save="csv">Findings as CSV</button><button type="button" class="btn" data-save="print">Print</button></p>`,
  ];
  return section('method', 'Method, and what could not be measured', false, html`<div class="method">${body}</div>`);
}
