// Where the reading view opens: on the first quotation that drifted in
// copying, else on the closest pair of one account.

import {accountsWith} from './answers.ts';
import type {Evidence} from '../records.ts';
import {likeness, tokens, type Token} from '../words.ts';
import type {Report} from './report.ts';

export interface Opening {
  left: string;
  right: string;
  sentence: number | undefined;
}

function drifted(report: Report): Opening | undefined {
  for (const f of report.findings.filter((f) => f.kind === 'quotation')) {
    for (const account of report.accounts) {
      const own = f.values.filter((v) => accountsWith(report, v).includes(account));
      const evidence = own.flatMap((v) => v.evidence.filter((e) => account.articles.includes(e.article)).slice(0, 1));
      const [left, ...others] = evidence.sort((x, y) => account.articles.indexOf(x.article) - account.articles.indexOf(y.article));
      const words = (e: Evidence): Token[] => tokens(report.article(e.article).text.slice([e.begin, e.end]));
      const right = left && others.find((e) => e.article !== left.article && report.article(e.article).held && likeness(words(left), words(e)) < 1);
      if (!left || !right || !report.article(left.article).held) continue;
      return {left: left.article, right: right.article, sentence: report.sentencesAt(left.article, left.begin, left.end)[0]?.n};
    }
  }
  return undefined;
}

export function opening(report: Report): Opening | undefined {
  const own = report.articles().map((a) => a.id);
  const others = report.data.articles.map((a) => a.id).filter((id) => !own.includes(id));
  const [left, right] = [...own, ...others].filter((id) => report.article(id).held);
  if (left === undefined || right === undefined) return undefined;
  return drifted(report) ?? {left, right, sentence: undefined};
}
