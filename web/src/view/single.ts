// One article alone: its figures, quotations and corrections.

import {html, kNothing, type Html} from '../html.ts';
import type {Report} from '../model/report.ts';
import {capital, count, list} from '../phrases.ts';
import type {StatementRecord} from '../records.ts';
import {onWhoseWord, quoted, reference} from './marks.ts';
import {section} from './section.ts';

const kShown = 30;

function what(s: StatementRecord): string {
  if (s.kind === 'figure') return s.scope || [s.noun, s.role].filter((t) => !!t).join(' ') || s.unit || 'a number';
  if (s.kind === 'quotation') return s.speaker?.name ?? 'no speaker named';
  if (s.kind === 'correction') return [s.subject, s.from && s.to ? `${s.from} → ${s.to}` : '', s.by ? `by ${s.by}` : ''].filter((t) => !!t).join(', ');
  return '';
}

function line(report: Report, id: string, s: StatementRecord): Html {
  const at = {article: id, begin: s.begin, end: s.end};
  const whose = s.kind === 'figure' && s.speaker.length > 0 ? `; ${onWhoseWord(s.speaker.map((w) => w.name))}` : '';
  return html`<li>${quoted(report, at)}<div class="src"><span dir="auto">${what(s)}${whose}</span> ${reference(report, at)}</div></li>`;
}

function part(report: Report, id: string, kind: StatementRecord['kind'], title: string): Html {
  const all = report.statements(id).filter((s) => s.kind === kind && (s.kind !== 'quotation' || s.direct));
  if (all.length === 0) return kNothing;
  const rest = all.slice(kShown);
  return html`<div class="sub one"><h3>${title}</h3><ul class="said">${all.slice(0, kShown).map((s) => line(report, id, s))}</ul>${rest.length > 0 && html`<details class="rest"><summary>${rest.length} more</summary><ul class="said">${rest.slice(0, 300).map((s) => line(report, id, s))}</ul></details>`}</div>`;
}

export function single(report: Report): Html {
  const id = report.story.articles[0];
  if (!id) return kNothing;
  const parts = [part(report, id, 'correction', 'Corrections'), part(report, id, 'figure', 'Figures'), part(report, id, 'quotation', 'Quotations')];
  if (parts.every((p) => p === kNothing)) return kNothing;
  const n = (k: string): number => report.statements(id).filter((s) => s.kind === k).length;
  const how = list([n('figure') > 0 ? count(n('figure'), 'figure') : '', n('quotation') > 0 ? count(n('quotation'), 'quotation') : ''].filter((t) => t !== ''));
  return section('says', 'What it says', how && `${capital(how)}, each with its sentence.`, html`${parts}`);
}
