// Who was first, where dates are known: a row an account, its articles' marks
// on one scale of time.

import {html, kNothing, type Html, type Part} from '../html.ts';
import {family} from '../model/family.ts';
import type {Account, Report} from '../model/report.ts';
import {capital, counted, date, day, inWords, list} from '../phrases.ts';
import {moment} from '../phrases.ts';
import {mark} from './marks.ts';

const kHour = 3600e3;
const kStepsHours = [1, 3, 6, 12, 24, 48, 168, 336, 720, 2160, 8760, 87600];

interface Axis {
  from: number;
  to: number;
  step: number;
}

function axis(times: number[]): Axis {
  const first = Math.min(...times);
  const last = Math.max(...times);
  const step = (kStepsHours.find((h) => (last - first) / (h * kHour) <= 6) ?? 87600) * kHour;
  const from = Math.floor(first / step) * step;
  return {from: from === first ? from - step / 2 : from, to: (Math.floor(last / step) + 1) * step, step};
}

function ticks(a: Axis): Html {
  const out: Part[] = [];
  const clock = a.step < 24 * kHour;
  for (let t = Math.ceil(a.from / a.step) * a.step; t <= a.to; t += a.step) {
    const stamp = new Date(t).toISOString();
    const hour = stamp.slice(11, 16);
    const label = clock && hour !== '00:00' ? hour : day(stamp).replace(/ \d{4}$/, '');
    out.push(html`<span data-v="--x:${(t - a.from) / (a.to - a.from)}">${label}</span>`);
  }
  return html`<li class="axis" aria-hidden="true"><div class="tk many">${out}</div></li>`;
}

function row(report: Report, account: Account, a: Axis): Html {
  const x = (t: number): number => (t - a.from) / (a.to - a.from);
  const dated = account.articles
    .map((id) => ({id, stamp: report.article(id).record.published ?? ''}))
    .filter((p) => Number.isFinite(moment(p.stamp)))
    .sort((p, q) => moment(p.stamp) - moment(q.stamp) || (p.id < q.id ? -1 : 1));
  const first = dated[0];
  const last = dated[dated.length - 1];
  const lost = family(report, account).lost;
  const none = account.articles.length - dated.length;
  const text = first ? (dated.length === 1 ? `${report.label(first.id)}, ${date(first.stamp)}` : `${report.label(first.id)} first, ${date(first.stamp)}`) : 'no date';
  const marks = dated.slice(0, 60).map((p) => html`<i class="m ${account.style} dot" data-v="--x:${x(moment(p.stamp))}" aria-hidden="true">${account.letter}</i>`);
  const before = lost && first && html`<span class="rng open back" data-v="--x:0;--y:${x(moment(first.stamp))}"></span>`;
  const span = first && last && first !== last && html`<span class="rng thin" data-v="--x:${x(moment(first.stamp))};--y:${x(moment(last.stamp))}"></span>`;
  return html`<li class="${account.style}"><div class="val">${mark(account)}<span>${first ? day(first.stamp).replace(/ \d{4}$/, '') : html`<span class="soft">no date</span>`}</span></div><div class="plot bare">${before}${span}${marks}</div><div class="src">${text}${none > 0 && first && `; ${inWords(none)} without a date`}</div></li>`;
}

/** The drawing, or why there is none. */
export function timeline(report: Report): Html {
  const articles = report.articles();
  const dated = articles.filter((a) => Number.isFinite(moment(a.record.published ?? '')));
  const times = [...new Set(dated.map((a) => moment(a.record.published ?? '')))];
  if (times.length < 2) {
    const what = dated.length === 0 ? `none of the ${counted(articles.length, 'article')} carries a date` : dated.length === articles.length ? 'all carry the same date' : `${list([counted(dated.length, 'article')])} of ${inWords(articles.length)} ${dated.length === 1 ? 'carries' : 'carry'} a date, and it is one date`;
    return html`<p class="cap">Drawn without a time axis: ${dated.length === 1 ? `one of the ${counted(articles.length, 'article')} carries a date` : what}. Nothing is inferred from the order of files.</p>`;
  }
  const a = axis(times);
  const shown = report.accounts.slice(0, 12);
  const more = report.accounts.length - shown.length;
  const missing = articles.length - dated.length;
  const note = `${missing > 0 ? `${capital(counted(missing, 'article'))} without a date ${missing === 1 ? 'is' : 'are'} not drawn. ` : ''}A text that is lost is older than its first copy: its line is open to the left.`;
  const any = report.accounts.some((x) => family(report, x).lost);
  return html`<div class="sub" id="first"><h3>Who was first</h3><p>Each mark is an article, at the time it says it was published.</p><ul class="rows time">${ticks(a)}${shown.map((x) => row(report, x, a))}</ul>${more > 0 && html`<p class="note">${more} more accounts are in the data.</p>`}${any || missing > 0 ? html`<p class="note">${any ? note : note.replace(/A text that.*$/, '')}</p>` : kNothing}</div>`;
}
