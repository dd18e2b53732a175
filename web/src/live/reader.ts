// Reading side by side: fills the panes, keeps them in step, draws the lines
// between.

import {html, type Html} from '../html.ts';
import {compared, kManners, pair, summary, type Answering, type Pair, type Run} from '../model/pair.ts';
import type {Report, Sentence} from '../model/report.ts';
import {mark} from '../view/marks.ts';

interface Place {
  top: number; // in the pane's own coordinates
  bottom: number;
  line: number; // height of a line
}

const find = (root: Element, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector} in the page`);
  return found;
};

const painted = (list: Run[]): Html => html`${list.map((r) => (r.text.trim() === '' ? r.text : html`<span class="${r.shared ? 'w' : 'x'}">${r.text}</span>`))}`;

export class Reader {
  private readonly panes_: [HTMLElement, HTMLElement];
  private readonly picks_: [HTMLSelectElement, HTMLSelectElement];
  private readonly svg_: SVGElement;
  private pair_: Pair = {kind: undefined, passages: []};
  private places_: [Place, Place][] = [];
  private current_ = -1;
  private hovered_ = -1;
  private scheduled_ = false;

  constructor(private readonly root_: HTMLElement, private readonly report_: Report) {
    this.panes_ = [find(root_, '[data-pane="0"]'), find(root_, '[data-pane="1"]')];
    this.picks_ = [find(root_, '[data-pick="0"]') as HTMLSelectElement, find(root_, '[data-pick="1"]') as HTMLSelectElement];
    this.svg_ = root_.querySelector<SVGElement>('.gut svg')!;
    this.listen();
  }

  /** Shows two articles; at the passage of the left one's sentence `n`, if there is one. */
  load(left: string, right: string, n?: number): void {
    [left, right].forEach((id, k) => this.fill(k, id));
    this.pair_ = pair(this.report_, left, right);
    this.pair_.passages.forEach((a, i) => this.paint(a, i));
    find(this.root_, '[data-sum]').textContent = summary(this.pair_, left === right, this.report_.together(left, right));
    this.current_ = this.hovered_ = -1;
    this.measure();
    const at = n === undefined ? 0 : this.pair_.passages.findIndex((a) => a.left.some((s) => s.n === n));
    if (this.pair_.passages.length > 0) return this.go(Math.max(0, at));
    this.panes_.forEach((p) => (p.scrollTop = 0));
    const sentence = n !== undefined && this.panes_[0].querySelector<HTMLElement>(`[data-n="${n}"]`);
    if (sentence) this.panes_[0].scrollTop = sentence.offsetTop - this.panes_[0].clientHeight * 0.3;
    find(this.root_, '[data-pos]').textContent = '–';
    find(this.root_, '[data-bar]').innerHTML = html`<p class="k">These two share no sentence.</p>`.text;
    this.draw();
  }

  /** Moves to a passage, from the last on to the first. */
  go(i: number): void {
    const n = this.pair_.passages.length;
    if (n === 0) return;
    this.current_ = (i + n) % n;
    const a = this.pair_.passages[this.current_]!;
    this.root_.querySelectorAll('.s.on').forEach((s) => s.classList.remove('on'));
    this.spans(this.current_).forEach((s) => s.classList.add('on'));
    this.panes_.forEach((pane, k) => {
      pane.scrollTop = this.places_[this.current_]![k]!.top - pane.clientHeight * 0.36;
    });
    find(this.root_, '[data-pos]').textContent = `${this.current_ + 1} of ${n}: ${kManners[a.manner]}`;
    this.spell(a);
    this.draw();
  }

  /** Shows an article beside another one of its account, or of another account. */
  beside(id: string, n?: number, other?: string): void {
    const kin = this.report_.accountsOf(id).flatMap((a) => a.articles).filter((a) => a !== id);
    const all = this.report_.data.articles.map((a) => a.id).filter((a) => a !== id);
    const with_ = [other, ...kin, ...this.report_.story.articles, ...all].find((a) => a && a !== id && this.report_.article(a).held);
    this.load(id, with_ ?? id, n);
    this.root_.scrollIntoView({block: 'start'});
    find(this.root_, '[data-move="1"]').focus({preventScroll: true});
  }

  private fill(k: number, id: string): void {
    const article = this.report_.article(id);
    const pane = this.panes_[k]!;
    const paragraphs: Sentence[][] = [];
    for (const s of article.sentences) (paragraphs[s.paragraph] ??= []).push(s);
    pane.innerHTML = html`${paragraphs.filter(Boolean).map((list) => html`<p>${list.map((s) => html`<span class="s" data-n="${s.n}">${s.text}</span> `)}</p>`)}`.text;
    pane.lang = article.record.language ?? '';
    this.picks_[k]!.value = id;
    const account = this.report_.accountsOf(id)[0];
    const sign = find(this.root_, `[data-mark="${k}"]`);
    sign.innerHTML = account ? mark(account).text : '';
  }

  private paint(a: Answering, i: number): void {
    const both = compared(a);
    ([[a.left, both.left], [a.right, both.right]] as const).forEach(([sentences, painting], k) => {
      sentences.forEach((s, j) => {
        const span = this.panes_[k]!.querySelector<HTMLElement>(`[data-n="${s.n}"]`);
        if (!span) return;
        span.innerHTML = painted(painting[j] ?? []).text;
        span.classList.add('in');
        span.classList.toggle('qo', a.manner === 'quotations');
        span.dataset.i = String(i);
      });
    });
  }

  private spans(i: number): HTMLElement[] {
    return [...this.root_.querySelectorAll<HTMLElement>(`.s[data-i="${i}"]`)];
  }

  /** Where each passage lies in its pane: measured once, so that scrolling only adds. */
  private measure(): void {
    const place = (k: number, sentences: Sentence[]): Place => {
      const pane = this.panes_[k]!;
      const base = pane.getBoundingClientRect().top - pane.scrollTop;
      const first = pane.querySelector(`[data-n="${sentences[0]!.n}"]`)?.getClientRects()[0];
      const rects = pane.querySelector(`[data-n="${sentences[sentences.length - 1]!.n}"]`)?.getClientRects();
      const last = rects?.[rects.length - 1];
      return {top: (first?.top ?? 0) - base, bottom: (last?.bottom ?? 0) - base, line: first?.height ?? 0};
    };
    this.places_ = this.pair_.passages.map((a) => [place(0, a.left), place(1, a.right)]);
  }

  /** The bar beneath spells the difference out. */
  private spell(a: Answering): void {
    const both = compared(a);
    const quoted = a.manner === 'quotations';
    const line = (id: string, list: Run[][], sentences: Sentence[]): Html => {
      const account = this.report_.accountsOf(id)[0];
      const lit = (r: Run): boolean => r.text.trim() !== '' && r.shared === quoted;
      const body = sentences.map((_, j) => html`${list[j]!.map((r) => (lit(r) ? html`<b>${r.text}</b>` : r.text))} `);
      return html`<span class="l ${account?.style}">${account && mark(account)} ${this.report_.label(id)}</span><p class="q" dir="auto">${body}</p>`;
    };
    find(this.root_, '[data-bar]').innerHTML = html`${line(this.picks_[0].value, both.left, a.left)}${line(this.picks_[1].value, both.right, a.right)}`.text;
  }

  private draw(): void {
    const gutter = this.svg_.getBoundingClientRect();
    if (gutter.width === 0) return;
    const w = gutter.width;
    const offset = this.panes_.map((p) => p.getBoundingClientRect().top - p.scrollTop - gutter.top);
    let lines = '';
    let band = '';
    this.places_.forEach((both, i) => {
      const [l, r] = both;
      const [a, b] = [l.top + offset[0]!, l.bottom + offset[0]!];
      const [c, d] = [r.top + offset[1]!, r.bottom + offset[1]!];
      if ((b < -60 && d < -60) || (a > gutter.height + 60 && c > gutter.height + 60)) return;
      const m = w / 2;
      if (i === this.current_) {
        band = `<path class="band" d="M-2 ${a}C${m} ${a} ${m} ${c} ${w + 2} ${c}V${d}C${m} ${d} ${m} ${b} -2 ${b}Z"/>`;
      } else {
        const [y, z] = [a + l.line / 2, c + r.line / 2];
        lines += `<path class="${this.pair_.passages[i]!.manner}${i === this.hovered_ ? ' hv' : ''}" d="M0 ${y}C${m} ${y} ${m} ${z} ${w} ${z}"/>`;
      }
    });
    this.svg_.innerHTML = lines + band;
  }

  private schedule(): void {
    if (this.scheduled_) return;
    this.scheduled_ = true;
    requestAnimationFrame(() => {
      this.scheduled_ = false;
      this.draw();
    });
  }

  private hover(i: number): void {
    if (i === this.hovered_) return;
    this.root_.querySelectorAll('.s.hv').forEach((s) => s.classList.remove('hv'));
    this.hovered_ = i;
    if (i >= 0) this.spans(i).forEach((s) => s.classList.add('hv'));
    this.schedule();
  }

  private listen(): void {
    const passageAt = (e: Event): number => Number((e.target as Element).closest<HTMLElement>('.s.in')?.dataset.i ?? -1);
    for (const pane of this.panes_) {
      pane.addEventListener('scroll', () => this.schedule(), {passive: true});
      pane.addEventListener('click', (e) => passageAt(e) >= 0 && this.go(passageAt(e)));
      pane.addEventListener('mouseover', (e) => this.hover(passageAt(e)));
      pane.addEventListener('mouseleave', () => this.hover(-1));
    }
    for (const pick of this.picks_) pick.addEventListener('change', () => this.load(this.picks_[0].value, this.picks_[1].value));
    this.root_.addEventListener('click', (e) => {
      const button = (e.target as Element).closest<HTMLElement>('[data-move], [data-swap]');
      if (button?.dataset.move) this.go(this.current_ + Number(button.dataset.move));
      else if (button) this.swap();
    });
    this.root_.addEventListener('keydown', (e) => {
      if ((e.target as Element).tagName === 'SELECT' || e.altKey || e.ctrlKey || e.metaKey) return;
      const step = {ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1}[e.key];
      if (!step) return;
      e.preventDefault();
      this.go(this.current_ + step);
    });
    const again = (): void => {
      this.measure();
      this.draw();
    };
    new ResizeObserver(again).observe(this.root_);
    void document.fonts?.ready.then(again);
  }

  private swap(): void {
    const n = this.pair_.passages[this.current_]?.right[0]?.n;
    this.load(this.picks_[1].value, this.picks_[0].value, n);
  }
}
