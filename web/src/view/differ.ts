// Where accounts differ: how many, and on whose word.

import {html, kNothing, type Html, type Part} from '../html.ts';
import {answers, isFigure, type Answer} from '../model/answers.ts';
import type {Account, Report} from '../model/report.ts';
import {place, scaleOf, type Scale} from '../model/scale.ts';
import {capital, count, counted, digits, inWords, list} from '../phrases.ts';
import type {FindingRecord} from '../records.ts';
import {alone} from './alone.ts';
import {differences} from './head.ts';
import {mark, onWhoseWord, quoted, references} from './marks.ts';
import {question, said, topic} from './say.ts';
import {section} from './section.ts';

/** Accounts that say the same, on one row once there are many. */
interface Row {
  accounts: Account[];
  answers: Answer[]; // of the first
}

// Above this many accounts those of one answer share a row; above this many
// rows a plot says how many accounts have each value.
const kSeparate = 8;
const kPlotted = 12;

const key = (own: Answer[]): string => own.map((a) => `${a.was ? '-' : ''}${a.value.value}`).join('|');

function rows(report: Report, finding: FindingRecord): {rows: Row[]; silent: Account[]} {
  const out: Row[] = [];
  const silent: Account[] = [];
  const together = report.accounts.length > kSeparate;
  for (const account of report.accounts) {
    const own = answers(report, finding, account);
    if (own.length === 0) {
      silent.push(account);
      continue;
    }
    const same = together ? out.find((r) => key(r.answers) === key(own)) : undefined;
    if (same) same.accounts.push(account);
    else out.push({accounts: [account], answers: own});
  }
  return {rows: out, silent};
}

/** Answers of one account that are spelled out; it gives more only where many copies differ. */
const kSpoken = 3;

function spoken(own: Answer[]): string {
  const now = own.filter((a) => !a.was).map((a) => said(a.value.value));
  const was = own.filter((a) => a.was).map((a) => said(a.value.value));
  const many = now.length > kSpoken;
  const shown = many ? `${now.slice(0, kSpoken).join(', ')} and ${counted(now.length - kSpoken, 'more', 'more')}` : list(now, 'or');
  return shown + (was.length > 0 ? `, first ${list(was)}` : '');
}

function whose(own: Answer[]): string {
  const now = own.filter((a) => !a.was);
  const words = now.map((a) => onWhoseWord(a.speakers));
  if (own.some((a) => a.was) && now.length === 1) return now[0]!.speakers.length > 0 ? `${words[0]}, correcting itself` : 'it corrects itself';
  if (new Set(words).size <= 1 || now.length > kSpoken) return words[0] ?? '';
  return now.map((a, i) => `${said(a.value.value)}: ${words[i]}`).join('; ');
}

const kOutline: Record<string, string> = {
  a: 'M10 1.5a8.5 8.5 0 1 0 .01 0Z', b: 'M2 2H18V18H2Z', c: 'M10 1.4 19 17.6H1Z', d: 'M10 1 19 10 10 19 1 10Z',
};

function dots(account: Account, own: Answer[], s: Scale): Part[] {
  const out: Part[] = [];
  const now = own.filter((a) => !a.was).map((a) => place(a.value, s));
  const was = own.filter((a) => a.was).map((a) => place(a.value, s));
  const first = now[0];
  if (!first) return out;
  if (first.from === first.to && !first.open) out.push(html`<span class="ld" data-v="--x:${first.at}"></span>`);
  for (const p of now) {
    if (p.from !== p.to) out.push(html`<span class="rng ${p.open && 'open'}" data-v="--x:${p.from};--y:${p.to}"></span>`);
  }
  const at = now.map((p) => p.at);
  if (now.length > 1) out.push(html`<span class="rng thin" data-v="--x:${Math.min(...at)};--y:${Math.max(...at)}"></span>`);
  for (const p of was) {
    out.push(html`<span class="move ${p.at < first.at && 'up'}" data-v="--x:${Math.min(p.at, first.at)};--y:${Math.max(p.at, first.at)}"></span>`);
    out.push(html`<svg class="dot was ${account.style}" data-v="--x:${p.at}" viewBox="0 0 20 20" aria-hidden="true"><path d="${kOutline[account.style] ?? kOutline.a!}"/></svg>`);
  }
  const ends = now.length > kSpoken ? now.filter((p) => p.at === Math.min(...at) || p.at === Math.max(...at)) : now;
  ends.forEach((p) => out.push(html`<i class="m ${account.style} dot" data-v="--x:${p.at}" aria-hidden="true">${account.letter}</i>`));
  return out;
}

function named(accounts: Account[]): Html {
  const shown = accounts.slice(0, 4);
  const more = accounts.length - shown.length;
  return html`${shown.map((a) => mark(a))}${more > 0 && html`<small>+${more}</small>`}`;
}

function plotRow(row: Row, s: Scale): Html {
  const first = row.accounts[0]!;
  return html`<li class="${first.style}"><div class="val">${named(row.accounts)}<span dir="auto">${spoken(row.answers)}</span></div><div class="plot" data-v="--n:${s.ticks.length - 1}">${dots(first, row.answers, s)}</div><div class="src" dir="auto">${whose(row.answers)}</div></li>`;
}

function axis(s: Scale): Html {
  const crowded = s.ticks.length > 8 || s.max >= 10000;
  return html`<li class="axis" aria-hidden="true"><div class="tk ${crowded && 'many'}">${s.ticks.map((t) => html`<span data-v="--x:${t / s.max}">${digits(t)}</span>`)}</div></li>`;
}

function silentRows(report: Report, silent: Account[], plotted: boolean): Part {
  if (silent.length === 0) return false;
  const empty = plotted && html`<div class="plot"></div>`;
  const what = plotted ? 'no figure' : 'nothing';
  if (report.accounts.length > kSeparate) {
    return html`<li class="none"><div class="val no"><span>${what}</span></div>${empty}<div class="src">${counted(silent.length, 'account')} ${silent.length === 1 ? 'says' : 'say'} nothing of it</div></li>`;
  }
  return silent.map((a) => html`<li class="${a.style}"><div class="val no">${mark(a)}<span>${what}</span></div>${empty}<div class="src">says nothing of it</div></li>`);
}

/** A count per value, for a difference of very many answers. */
function tally(report: Report, all: Row[]): Html {
  const most = Math.max(...all.map((r) => r.accounts.length));
  const line = (r: Row): Html =>
    html`<li><div class="val"><span dir="auto">${spoken(r.answers)}</span></div><div class="plot bare"><span class="rng ink" data-v="--x:0;--y:${r.accounts.length / most}"></span></div><div class="src">${counted(r.accounts.length, 'account')} of ${report.accounts.length}</div></li>`;
  return html`<ul class="rows">${all.slice(0, 30).map(line)}</ul>${all.length > 30 && html`<p class="note">and ${all.length - 30} more answers</p>`}`;
}

function body(report: Report, finding: FindingRecord, all: Row[], silent: Account[]): Html {
  if (all.length > kPlotted) return tally(report, all);
  if (!isFigure(finding)) {
    return html`<ul class="rows plain">${all.map((r) => html`<li class="${r.accounts[0]!.style}"><div class="val">${named(r.accounts)}<span dir="auto">${spoken(r.answers)}</span></div><div class="src" dir="auto">${whose(r.answers)}</div></li>`)}${silentRows(report, silent, false)}</ul>`;
  }
  const s = scaleOf([...finding.values, ...all.flatMap((r) => r.answers.map((a) => a.value))]);
  return html`<ul class="rows">${axis(s)}${all.map((r) => plotRow(r, s))}${silentRows(report, silent, true)}</ul>`;
}

function sentence(report: Report, row: Row): Html {
  const [first] = row.answers;
  const at = first?.evidence[0];
  if (!first || !at) return kNothing;
  const account = row.accounts[0]!;
  const others = row.answers.slice(1).flatMap((a) => a.evidence);
  const same = others.filter((e) => e.article === at.article);
  const here = new Set(report.sentencesAt(at.article, at.begin, at.end).map((s) => s.n));
  const apart = row.answers.slice(1, kSpoken).filter((a) => {
    const e = a.evidence[0];
    return e && !(e.article === at.article && report.sentencesAt(e.article, e.begin, e.end).some((s) => here.has(s.n)));
  });
  const also = row.accounts.length > 1 && html` <span class="also">also ${row.accounts.slice(1, 5).map((a) => mark(a))}${row.accounts.length > 5 && ` +${row.accounts.length - 5}`}</span>`;
  const line = (a: Answer, extra: Part): Html =>
    html`<div class="src">${mark(account)} <span class="wh">${onWhoseWord(a.speakers)}, in </span>${references(report, a.articles, a.evidence)}${extra}</div>`;
  return html`<li class="${account.style}">${quoted(report, at, same)}${line(first, also)}${apart.map((a) => html`${quoted(report, a.evidence[0]!)}${line(a, false)}`)}</li>`;
}

/** Counting articles would mislead: says so where it would. */
function against(report: Report, finding: FindingRecord): string {
  const by = finding.values
    .map((v) => ({v, articles: v.articles.length, accounts: report.accounts.filter((a) => a.articles.some((x) => v.articles.includes(x))).length}))
    .sort((x, y) => y.articles - x.articles);
  const [top, next] = by;
  if (!top || !next || by.length > 2 || top.articles === top.accounts) return '';
  const people = (n: number): string => counted(n, 'account');
  return `${capital(inWords(top.articles))} of ${counted(report.counts.articles, 'article')} ${top.articles === 1 ? 'has' : 'have'} ${said(top.v.value)}; that is ${people(top.accounts)} against ${inWords(next.accounts)}.`;
}

function tag(own: Row[]): Html {
  const split = own.filter((r) => r.answers.filter((a) => !a.was).length > 1);
  if (split.length === 0) return html`<span class="tag hard">cannot both hold</span>`;
  return html`<span class="tag">${split.length === 1 ? 'one account has' : 'accounts have'} two answers</span>`;
}

function one(report: Report, finding: FindingRecord, no: number): Html {
  const {rows: all, silent} = rows(report, finding);
  const quoting = all.slice(0, 6);
  const named = differences(report).filter((f) => question(f) === question(finding)).length > 1 && topic(finding) !== '';
  const note = [against(report, finding), ...finding.why.map((w) => `${capital(report.worded(w))}.`.replace(/\.\.$/, '.'))].filter((t) => t !== '').join(' ');
  return html`<div class="diff" id="d${no}"><div class="dh"><h3 dir="auto">${question(finding)}${named && html` <small>${topic(finding)}</small>`}</h3>${tag(all)}</div>${body(report, finding, all, silent)}<ul class="qs n${quoting.length}">${quoting.map((r) => sentence(report, r))}</ul>${all.length > quoting.length && html`<p class="note">The sentences of ${counted(all.length - quoting.length, 'more answer')} are in the data.</p>`}${note && html`<p class="note">${note}</p>`}</div>`;
}

const kShown = 10;

export function differ(report: Report): Html {
  const all = differences(report);
  const only = alone(report);
  if (all.length === 0 && only === kNothing) return kNothing;
  const figures = all.filter(isFigure).length;
  const others = all.length - figures;
  const what = list([figures > 0 ? counted(figures, 'figure') : '', others > 0 ? counted(others, figures > 0 ? 'other answer' : 'answer') : ''].filter((t) => t !== ''));
  const how = all.length > 0 ? `${capital(what)}. Each line is one account, with the sentence it stands on and whose word it is.` : 'No answers were found that cannot both hold.';
  const first = all.slice(0, kShown).map((f, i) => one(report, f, i + 1));
  const rest = all.slice(kShown).map((f, i) => one(report, f, i + 1 + kShown));
  const none = all.length === 0 && html`<p class="note">Where two accounts answer the same question, their answers can both hold.</p>`;
  return section('differ', 'Where they differ', how, html`${none}${first}${rest.length > 0 && html`<details class="rest"><summary>${count(rest.length, 'more')}</summary>${rest}</details>`}${only}`);
}

