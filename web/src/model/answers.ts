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

const meets = (a: ValueRecord, b: ValueRecord): boolean =>
  a.low !== null && b.low !== null ? a.low === b.low && a.high === b.high : a.value === b.value;

/** The correction that an article of the account makes of what the finding is about. */
export function correctionIn(report: Report, finding: FindingRecord, account: Account): FindingRecord | undefined {
  return report.findings.find(
    (f) =>
      f.kind === 'correction' &&
      account.articles.some((a) => a === f.article || f.values.some((v) => v.articles.includes(a))) &&
      (f.about === finding.about || (!!f.noun && f.noun === finding.noun && f.role === finding.role)),
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

function answer(report: Report, value: ValueRecord, account: Account): Answer | undefined {
  const articles = account.articles.filter((a) => value.articles.includes(a));
  const evidence: Evidence[] = [];
  for (const a of articles) {
    const first = value.evidence.find((e) => e.article === a);
    if (first) evidence.push(first);
  }
  if (articles.length === 0) return undefined;
  const heard = evidence.map((e) => report.speakers(e)).find((s) => s.length > 0);
  return {value, articles, evidence, speakers: heard ?? [], was: false};
}

/** The account's answers, those taken back last; none if it says nothing of it. */
export function answers(report: Report, finding: FindingRecord, account: Account): Answer[] {
  const out: Answer[] = [];
  for (const value of finding.values) {
    const one = answer(report, value, account);
    if (one) out.push(one);
  }
  const correction = correctionIn(report, finding, account);
  const old = correction ? fromTo(correction).from : undefined;
  if (old) {
    const stands = out.find((a) => meets(a.value, old));
    if (stands && out.length > 1) stands.was = true;
    const added = stands ? undefined : answer(report, old, account);
    if (added && out.length > 0) out.push({...added, was: true});
  }
  return out.sort((x, y) => Number(x.was) - Number(y.was));
}

/** The accounts that have the value. */
export const accountsWith = (report: Report, value: ValueRecord): Account[] =>
  report.accounts.filter((account) => account.articles.some((a) => value.articles.includes(a)));

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
