// The page, from its parts. A part that has nothing to say is not there.

import {html, kNothing, type Html} from '../html.ts';
import type {Report} from '../model/report.ts';
import {count} from '../phrases.ts';
import {agree} from './agree.ts';
import {articles} from './articles.ts';
import {changed} from './changed.ts';
import {differ} from './differ.ts';
import {head, nothingInCommon} from './head.ts';
import {lineage} from './lineage.ts';
import {mark} from './marks.ts';
import {method} from './method.ts';
import {read} from './read.ts';
import {single} from './single.ts';

interface Section {
  id: string;
  name: string;
  body: Html;
}

function sections(report: Report): Section[] {
  const apart = nothingInCommon(report);
  const one = report.counts.articles < 2 || apart;
  const all: Section[] = [
    {id: 'says', name: 'What it says', body: one && !apart ? single(report) : kNothing},
    {id: 'agree', name: 'Agree', body: one ? kNothing : agree(report)},
    {id: 'differ', name: 'Differ', body: one ? kNothing : differ(report)},
    {id: 'copied', name: 'Copied', body: one ? kNothing : lineage(report)},
    {id: 'changed', name: 'Changed', body: one ? kNothing : changed(report)},
    {id: 'read', name: 'Side by side', body: read(report)},
    {id: 'articles', name: 'Articles', body: articles(report, apart)},
    {id: 'method', name: 'Method', body: method(report)},
  ];
  // All one text: agreement and difference fall away, and who copied whom comes first.
  const single_account = report.accounts.length === 1 && !one;
  const shown = all.filter((s) => s.body !== kNothing && !(single_account && (s.id === 'agree' || s.id === 'differ')));
  return shown;
}

function who(report: Report): Html {
  if (report.counts.articles < 2 || nothingInCommon(report)) return kNothing;
  const shown = report.accounts.slice(0, 4);
  const more = report.accounts.length - shown.length;
  const ids = (articles: string[]): string => {
    const names = articles.map((id) => report.label(id));
    return names.length > 3 ? `${names.slice(0, 2).join(' ')} +${names.length - 2}` : names.join(' ');
  };
  const fits = shown.reduce((n, a) => n + ids(a.articles).length, 0) <= 40;
  return html`<div class="who" role="note" aria-label="Accounts">${shown.map((a) => html`<span>${mark(a)} ${fits && ids(a.articles)}</span>`)}${more > 0 && html`<span>+${more}</span>`}</div>`;
}

export function page(report: Report): Html {
  const all = sections(report);
  const first = all[0];
  const skip = first && html`<a class="vh" href="#${first.id}">Skip to the findings</a>`;
  const nav = html`<nav aria-label="Sections">${all.map((s) => html`<a href="#${s.id}">${s.name}</a>`)}</nav>`;
  const made = `Made by tellings ${report.data.version} from ${count(report.data.articles.length, 'article')}. Same files, in any order: the same report. No request leaves this page.`;
  return html`${skip}<header class="bar"><div class="page"><b>tellings</b>${nav}${who(report)}</div></header>
<main class="page">${head(report)}${all.map((s) => s.body)}</main>
<footer><div class="page">${made}</div></footer>
<div id="pop" popover role="dialog" aria-label="Sentence in context"></div>`;
}

/** The title of the page's tab. */
export function title(report: Report): string {
  const {articles, witnesses: w} = report.counts;
  const name = report.story.title || report.story.articles[0] || 'tellings';
  const accounts = w.low === w.high ? String(w.best) : `${w.low} to ${w.high}`;
  return articles === 1 ? `${name}: 1 article` : `${name}: ${articles} articles, ${accounts} independent ${w.high === 1 ? 'account' : 'accounts'}`;
}
