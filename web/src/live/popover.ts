// Evidence: a sentence in its context, opened from a link `001`.

import {html, type Html} from '../html.ts';
import type {Report} from '../model/report.ts';
import type {Evidence} from '../records.ts';
import {digits} from '../phrases.ts';
import {lit, mark, sentenceId, styleOf, tongue} from '../view/marks.ts';

/** What a link stands for. */
export function evidenceAt(link: HTMLElement): Evidence | undefined {
  const {a, b, e} = link.dataset;
  return a !== undefined && b !== undefined && e !== undefined ? {article: a, begin: Number(b), end: Number(e)} : undefined;
}

/** The sentence before, the sentence lit, the sentence after; its place; the ways on. */
export function shown(report: Report, at: Evidence, canRead: boolean): Html {
  const article = report.article(at.article);
  const account = report.accountsOf(at.article)[0];
  const own = report.sentencesAt(at.article, at.begin, at.end);
  const first = own[0]!;
  const last = own[own.length - 1]!;
  const before = article.sentences[first.n - 2];
  const after = article.sentences[last.n];
  const n = first === last ? String(first.n) : `${first.n}–${last.n}`;
  const whole = at.begin <= first.begin && at.end >= last.end - 1;
  return html`<div class="hd">${account && mark(account)}<div><b>${article.label}</b> <span ${tongue(article)}>${report.title(article)}</span></div><button type="button" data-close aria-label="Close">×</button></div>
<p class="cx" ${tongue(article)}>${before && `${before.text} `}<span class="hit">${whole ? own.map((s) => s.text).join(' ') : lit(report, own, [at])}</span>${after && ` ${after.text}`}</p>
<p class="ft"><span>sentence ${n} of ${article.sentences.length}, bytes ${digits(at.begin)}–${digits(at.end)}</span><a href="#${sentenceId(article, first.n)}" data-go>In the article</a>${canRead && html`<a href="#read" data-side="${at.article}" data-n="${first.n}">Beside another</a>`}</p>`;
}

export class Popover {
  private opener_: HTMLElement | null = null;

  constructor(private readonly box_: HTMLElement, private readonly report_: Report) {
    box_.addEventListener('toggle', (e) => {
      if ((e as ToggleEvent).newState === 'closed') this.forget();
    });
  }

  /** True if this browser can show one; without, a link goes to the article. */
  get able(): boolean {
    return typeof this.box_.showPopover === 'function';
  }

  open(link: HTMLElement, at: Evidence): void {
    this.forget();
    this.opener_ = link;
    link.setAttribute('aria-expanded', 'true');
    this.box_.className = styleOf(this.report_, at.article);
    this.box_.innerHTML = shown(this.report_, at, document.getElementById('read') !== null).text;
    if (!this.box_.matches(':popover-open')) this.box_.showPopover();
    this.put(link.getBoundingClientRect());
    this.box_.querySelector<HTMLElement>('[data-close]')?.focus({preventScroll: true});
  }

  /** Closes; gives the focus back to the link unless it goes elsewhere. */
  close(back: boolean): void {
    const opener = this.opener_;
    if (this.box_.matches(':popover-open')) this.box_.hidePopover();
    if (back) opener?.focus();
  }

  private forget(): void {
    this.opener_?.removeAttribute('aria-expanded');
    this.opener_ = null;
  }

  private put(link: DOMRect): void {
    const {offsetWidth: w, offsetHeight: h} = this.box_;
    const above = link.bottom + h + 12 > innerHeight && link.top > h + 12;
    this.box_.style.left = `${Math.max(12, Math.min(link.left - 16, innerWidth - w - 12))}px`;
    this.box_.style.top = `${above ? link.top - h - 8 : Math.max(8, Math.min(link.bottom + 8, innerHeight - h - 8))}px`;
  }
}
