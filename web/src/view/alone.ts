// Told by one account only: what hangs on one witness.

import {html, kNothing, type Html} from '../html.ts';
import {accountsWith, articlesOf} from '../model/answers.ts';
import type {Report} from '../model/report.ts';
import type {FindingRecord} from '../records.ts';
import {mark, references} from './marks.ts';
import {statement} from './say.ts';

const kShown = 5;
const kMost = 60;

function line(report: Report, finding: FindingRecord): Html {
  const value = finding.values[0];
  const account = value && accountsWith(report, value)[0];
  if (!value || !account) return kNothing;
  const articles = account.articles.filter((a) => articlesOf(finding).includes(a));
  const evidence = articles.flatMap((a) => value.evidence.filter((e) => e.article === a).slice(0, 1));
  return html`<li class="${account.style}">${mark(account)}<span class="st" dir="auto">${statement(finding)}</span><span class="src">${references(report, articles, evidence)}</span></li>`;
}

/** The list, the surest first: five, then the others folded. */
export function alone(report: Report): Html {
  const all = report.findings.filter((f) => f.kind === 'alone');
  if (all.length === 0 || report.accounts.length < 2) return kNothing;
  const lines = all.slice(0, kMost).map((f) => line(report, f));
  const rest = lines.slice(kShown);
  const more = all.length > kMost ? html`<p class="note">${all.length - kMost} more are in the data.</p>` : kNothing;
  return html`<div class="sub"><h3 id="alone">Told by one account only</h3><p>Not a difference: the others say nothing of it.</p><ul class="alone">${lines.slice(0, kShown)}</ul>${rest.length > 0 && html`<details class="rest"><summary>${all.length - kShown} more</summary><ul class="alone">${rest}</ul>${more}</details>`}</div>`;
}
