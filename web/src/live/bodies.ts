// The articles' texts, put into the page when they are wanted: at once where
// they are small, so that the browser's own search finds them.

import type {Report} from '../model/report.ts';
import {bodyOf} from '../view/articles.ts';

const kAtOnce = 400_000; // characters; a few hundred articles

export class Bodies {
  constructor(private readonly root_: HTMLElement, private readonly report_: Report) {
    const total = report_.data.articles.reduce((n, a) => n + (a.text.length), 0);
    if (total <= kAtOnce) this.fillAll();
    root_.addEventListener('toggle', (e) => this.fillIn(e.target as HTMLElement), true);
  }

  fillAll(): void {
    this.fillIn(this.root_);
  }

  /** Fills the article that an address stands in, whether or not it is in the page yet. */
  fillFor(address: string): void {
    const slug = /^(?:a(.+)|s(.+)-\d+)$/.exec(address);
    const article = slug && this.report_.bySlug(slug[1] ?? slug[2] ?? '');
    const details = article && document.getElementById(`a${article.slug}`);
    if (details) this.fillIn(details);
  }

  private fillIn(root: HTMLElement): void {
    const within = root === this.root_ ? '[data-body]' : ':scope > [data-body]';
    root.querySelectorAll<HTMLElement>(within).forEach((body) => {
      const id = body.dataset.body;
      if (id === undefined || body.firstChild) return;
      body.innerHTML = bodyOf(this.report_.article(id)).text;
    });
  }
}
