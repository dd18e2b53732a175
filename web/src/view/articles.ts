// What was read, folded by account, and what was left out of it.

import {html, join, kNothing, type Html, type Part} from '../html.ts';
import {family, below} from '../model/family.ts';
import type {Account, Article, Report, Sentence} from '../model/report.ts';
import {capital, count, counted, cut, date, inWords, list} from '../phrases.ts';
import {tokens, isWord} from '../words.ts';
import {mark, sentenceId, tongue} from './marks.ts';
import {manner} from './head.ts';
import {section} from './section.ts';

const kDropped: Record<string, string> = {
  furniture: 'page furniture', caption: 'captions and credits', related: 'links to other stories', advertisement: 'advertisement',
  comment_form: 'comment form', byline: 'byline', dateline: 'dateline', headline: 'headline', repeated_on_site: 'repeated on the site',
  other_article: 'another article', markup: 'markup',
};

const kMostDropped = 12; // texts named of each reason

/** What was left out of a text, by reason, repeated ones counted. */
function leftOut(report: Report, article: Article): Html {
  const by = new Map<string, Map<string, number>>();
  for (const d of article.record.dropped) {
    if (!by.has(d.why)) by.set(d.why, new Map());
    const texts = by.get(d.why)!;
    const short = cut(d.text.replace(/\s+/g, ' ').trim(), 120);
    texts.set(short, (texts.get(short) ?? 0) + 1);
  }
  const next = `${article.id}#2`;
  const glued = by.has('other_article') && report.has(next) && html` <a href="#a${report.article(next).slug}">${report.label(next)}, read as an article of its own</a>`;
  const reasons = [...by].map(([why, texts]) => {
    const shown = [...texts].slice(0, kMostDropped);
    const more = texts.size - shown.length;
    return html`<b>${kDropped[why] ?? why}:</b> ${join(shown.map(([t, n]) => html`<bdi>“${t}”</bdi>${n > 1 && ` ×${n}`}`), '; ')}${more > 0 && `; ${more} more`}${why === 'other_article' && glued}. `;
  });
  return reasons.length > 0 ? html`<p class="left">Left out of the text. ${reasons}</p>` : kNothing;
}

function paragraphs(article: Article): Html {
  const by = new Map<number, Sentence[]>();
  for (const s of article.sentences) by.set(s.paragraph, [...(by.get(s.paragraph) ?? []), s]);
  return html`${[...by.values()].map((list) => html`<p>${join(list.map((s) => html`<span class="s" id="${sentenceId(article, s.n)}">${s.text}</span>`), ' ')}</p>`)}`;
}

/** The text of an article: large, so that it is made when it is opened. */
export function bodyOf(article: Article): Html {
  return article.held
    ? paragraphs(article)
    : html`<p class="note">Left out to keep this file small. To read it: <code>tellings articles --json</code> on the same files prints it.</p>`;
}

const words = (article: Article): number => tokens(article.text.string).filter(isWord).length;

export function facts(article: Article): string {
  const r = article.record;
  const unknown = [r.published ? '' : 'date', r.outlet ? '' : 'outlet'].filter((t) => t !== '');
  return [
    r.outlet ?? '',
    r.published ? date(r.published) : '',
    (r.authors ?? []).length > 0 ? `by ${list((r.authors ?? []).slice(0, 4))}` : '',
    (r.credits ?? []).length > 0 ? `credits ${list(r.credits ?? [])}` : '',
    article.held ? `${count(words(article), 'word')}, ${count(article.sentences.length, 'sentence')}` : '',
    unknown.length > 0 ? `no ${list(unknown, 'or')} in the file` : '',
  ].filter((t) => t !== '').join('; ');
}

function source(article: Article): Html {
  const id = article.id !== article.label && html`<span>id <bdi>${cut(article.id, 160)}</bdi></span> `;
  const url = article.record.url;
  const safe = url && /^https?:\/\//i.test(url);
  return html`<p class="acts src">${id}<span>from <bdi>${cut(article.record.source, 160)}</bdi></span>${safe && html` <a href="${url}" rel="noreferrer noopener">${cut(url, 80)}</a>`}</p>`;
}

export function card(report: Report, article: Article, account: Account | undefined, beside: string | undefined, open = false): Html {
  const reading = beside && article.held && html`<p class="acts"><a href="#read" data-side="${article.id}" data-with="${beside}">Read beside ${report.label(beside)}</a></p>`;
  const title = html`<span class="t"><b>${article.label}</b><span ${tongue(article)}>${report.title(article)}</span><span class="src">${facts(article)}</span></span>`;
  return html`<details class="art ${account?.style ?? 'z'}" id="a${article.slug}" ${open && html`open`}><summary><i class="tw"></i>${account ? mark(account) : html`<i></i>`}${title}</summary>${reading}<div class="body" data-body="${article.id}" ${tongue(article)}></div>${leftOut(report, article)}${source(article)}</details>`;
}

const kFolded = 200;

function group(report: Report, account: Account, n: number): Html {
  const [face, ...copies] = account.articles;
  if (!face) return kNothing;
  const beside = copies[0] ?? report.accounts.find((a) => a !== account)?.articles[0];
  const edges = new Map(below(family(report, account)).map((b) => [b.id, manner(b.edge)]));
  const how = copies.length <= 4 ? list(copies.map((c) => `${report.label(c)} ${edges.get(c) ?? ''}`.trim())) : '';
  const folded = copies.length > 0 && html`<details class="folded"><summary>${capital(inWords(copies.length))} more ${copies.length === 1 ? 'tells' : 'tell'} this text${how && `: ${how}`}</summary>${copies.length > 12 && html`<p class="find"><label>Filter <input type="search" data-filter="cards"></label></p>`}${copies.slice(0, kFolded).map((c) => card(report, report.article(c), account, face))}${copies.length > kFolded && html`<p class="note">and ${copies.length - kFolded} more</p>`}</details>`;
  return html`<div class="wit">${card(report, report.article(face), n > 1 ? account : undefined, beside, n === 1)}${folded}</div>`;
}

/** Articles of the same files that tell other events. */
function others(report: Report): Part {
  const own = new Set(report.story.articles);
  const rest = report.data.articles.filter((a) => !own.has(a.id));
  if (rest.length === 0) return false;
  const shown = rest.slice(0, 50);
  const more = rest.length - shown.length;
  return html`<div class="sub"><h3>Of other events</h3><p>${capital(counted(rest.length, 'article'))} in the same files.</p>${shown.map((a) => html`<div class="wit">${card(report, report.article(a.id), undefined, undefined)}</div>`)}${more > 0 && html`<p class="note">and ${more} more: see the events at the top.</p>`}</div>`;
}

export function articles(report: Report, apart: boolean): Html {
  const n = report.counts.articles;
  if (apart) {
    const cards = report.data.articles.slice(0, kFolded).map((a) => html`<div class="wit">${card(report, report.article(a.id), undefined, undefined)}</div>`);
    return section('articles', 'The articles', 'Each tells an event of its own.', html`${cards}`);
  }
  const how = n === 1 ? 'Nothing is deleted: what was left out of the text is listed under it.' : `${capital(inWords(n))}, folded under the account they tell. Nothing is deleted: what was left out of a text is listed under it.`;
  return section('articles', n === 1 ? 'The article' : 'The articles', how, html`${report.accounts.map((a) => group(report, a, n))}${others(report)}`);
}
