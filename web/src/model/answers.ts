// What each account answers to the question of one finding.

import type {Evidence, FindingRecord, ValueRecord} from '../records.ts';
import type {Account, Report} from './report.ts';

export interface Answer {
  value: ValueRecord;
  articles: string[]; // of this account, in its order
  evidence: Evidence[]; // the first of each article, in the same order
  speakers: string[]; // nearest first; empty: in its own words
  was: boolean; // taken back by a correction
}

/** The value is only that it was said. */
export const isPlain = (value: string): boolean => /^(yes|true|said)?$/i.test(value.trim());

const kNumbers = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');

/** The number that a value says in digits or in a word, if it says one. */
export function numberIn(value: string): number | null {
  const digits = /^\D{0,12}?(\d[\d,]*(?:\.\d+)?)\D*$/.exec(value.trim());
  if (digits) return Number(digits[1]!.replace(/,/g, ''));
  const word = value.toLowerCase().split(/[^a-z]+/).find((w) => kNumbers.includes(w));
  return word === undefined ? null : kNumbers.indexOf(word);
}

/** The value with its number, where only its words are given. */
export function numbered(value: ValueRecord): ValueRecord {
  const n = value.low === null && value.high === null ? numberIn(value.value) : null;
  return n === null ? value : {...value, low: n, high: n};
}

const meets = (a: ValueRecord, b: ValueRecord): boolean => {
  const [x, y] = [numbered(a), numbered(b)];
  return x.low !== null && y.low !== null ? x.low === y.low && x.high === y.high : a.value === b.value;
};

/** What a finding about figures counts, in one word: "drones" of "armed drones: …". */
function counted(finding: FindingRecord): string {
  const noun = (finding.noun || finding.about.split(': ')[0] || '').toLowerCase();
  const words = noun.split(/\s+/).filter((w) => w !== finding.role);
  return (words[words.length - 1] ?? '').replace(/s$/, '');
}

/** True if a correction takes back an answer to the question of the finding. */
export function corrects(correction: FindingRecord, finding: FindingRecord): boolean {
  if (correction.kind !== 'correction') return false;
  if (correction.about === finding.about) return true;
  return counted(correction) === counted(finding) && correction.values.some((v) => finding.values.some((w) => meets(v, w)));
}

/** The correction that an article of the account makes of what the finding is about. */
export function correctionIn(report: Report, finding: FindingRecord, account: Account): FindingRecord | undefined {
  return report.findings.find(
    (f) => corrects(f, finding) && account.articles.some((a) => a === f.article || f.values.some((v) => v.articles.includes(a))),
  );
}

/** The values of a correction: the one taken back, and the one put in its place. */
export function fromTo(correction: FindingRecord): {from?: ValueRecord; to?: ValueRecord} {
  const named = (text: string | null | undefined): ValueRecord | undefined =>
    text ? correction.values.find((v) => v.value === text || v.value.startsWith(`${text} `)) : undefined;
  const from = named(correction.from) ?? correction.values[0];
  const to = named(correction.to) ?? correction.values.find((v) => v !== from);
  return {...(from && {from}), ...(to && to !== from && {to})};
}

/**
 * The articles of the account that give the value. One that was merged from two accounts gives it for the account that gives it
 * without the merge, if there is one.
 */
function givers(report: Report, value: ValueRecord, account: Account): string[] {
  const alone = (a: string): boolean => report.accountsOf(a).length === 1;
  const own = new Set(value.articles.filter(alone).flatMap((a) => report.accountsOf(a)));
  const elsewhere = (a: string): boolean => !alone(a) && !own.has(account) && report.accountsOf(a).some((other) => own.has(other));
  return account.articles.filter((a) => value.articles.includes(a) && !elsewhere(a));
}

function answer(report: Report, value: ValueRecord, account: Account): Answer | undefined {
  const articles = givers(report, value, account);
  const evidence: Evidence[] = [];
  for (const a of articles) {
    const first = value.evidence.find((e) => e.article === a);
    if (first) evidence.push(first);
  }
  if (articles.length === 0) return undefined;
  const heard = evidence.map((e) => report.speakers(e)).find((s) => s.length > 0);
  return {value, articles, evidence, speakers: heard ?? [], was: false};
}

/** Evidence that tells a whole correction, narrowed to the words of one of its values. */
function narrow(report: Report, at: Evidence, words: string): Evidence {
  const text = report.article(at.article).text;
  const found = text.slice([at.begin, at.end]).toLowerCase().indexOf(words.toLowerCase());
  if (found < 0 || words === '') return at;
  const from = text.unit(at.begin) + found;
  return {article: at.article, begin: text.byte(from), end: text.byte(from + words.length)};
}

/** The account's answers, those taken back last; none if it says nothing of it. */
export function answers(report: Report, finding: FindingRecord, account: Account): Answer[] {
  const out: Answer[] = [];
  for (const value of finding.values) {
    const one = answer(report, value, account);
    if (one) out.push(one);
  }
  const add = (value: ValueRecord | undefined, was: boolean): void => {
    const one = value && answer(report, numbered(value), account);
    if (one) out.push({...one, was, evidence: one.evidence.map((e) => narrow(report, e, one.value.value))});
  };
  const correction = correctionIn(report, finding, account);
  if (correction) {
    const {from, to} = fromTo(correction);
    if (to && !out.some((a) => meets(a.value, to))) add(to, false);
    const old = from && out.find((a) => meets(a.value, from));
    if (old && out.length > 1) old.was = true;
    else if (!old && out.length > 0) add(from, true);
  }
  return out.sort((x, y) => Number(x.was) - Number(y.was));
}

/** The accounts that have the value. */
export const accountsWith = (report: Report, value: ValueRecord): Account[] =>
  report.accounts.filter((account) => givers(report, value, account).length > 0);

/** All evidence of a finding, one for an article. */
export function evidenceFor(finding: FindingRecord, id: string): Evidence | undefined {
  for (const v of finding.values) {
    const found = v.evidence.find((e) => e.article === id);
    if (found) return found;
  }
  return undefined;
}

/** Articles that a finding rests on. */
export const articlesOf = (finding: FindingRecord): string[] => [...new Set(finding.values.flatMap((v) => v.articles))];

/** True if the finding's values are figures that can be put on a scale. */
export const isFigure = (finding: FindingRecord): boolean =>
  finding.values.length > 0 &&
  finding.values.every((v) => v.low !== null || v.high !== null) &&
  !/^\d{4}-\d\d/.test(finding.values[0]!.value);
