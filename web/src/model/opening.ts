// Where the reading view opens: on the first quotation that drifted in
// copying, else on the closest pair of one account.

import {accountsWith} from './answers.ts';
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
      const [left, right] = evidence.sort((x, y) => account.articles.indexOf(x.article) - account.articles.indexOf(y.article));
      if (!left || !right || left.article === right.article || !report.article(left.article).held || !report.article(right.article).held) continue;
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
