// The report: reads the data in the page, draws it, and answers to the reader.

import {html} from './html.ts';
import {Bodies} from './live/bodies.ts';
import {evidenceAt, Popover} from './live/popover.ts';
import {Reader} from './live/reader.ts';
import {csv, json, save} from './live/save.ts';
import {opening} from './model/opening.ts';
import {largestFirst, Report} from './model/report.ts';
import type {Data} from './records.ts';
import {page, title} from './view/page.ts';

const app = document.getElementById('app')!;
const data = JSON.parse(document.getElementById('tellings')!.textContent ?? '') as Data;

interface Live {
  report: Report;
  bodies: Bodies;
  popover: Popover;
  reader: Reader | undefined;
}

let live: Live;

/** Styles that hold numbers: the page's own policy lets only scripts set them. */
function place(root: HTMLElement): void {
  root.querySelectorAll<HTMLElement>('[data-v]').forEach((e) => (e.style.cssText = e.dataset.v ?? ''));
}

function draw(story?: string): void {
  const report = new Report(data, story);
  app.innerHTML = page(report).text;
  place(app);
  document.title = title(report);
  const root = document.getElementById('reader');
  const reader = root ? new Reader(root, report) : undefined;
  live = {report, bodies: new Bodies(app, report), popover: new Popover(document.getElementById('pop')!, report), reader};
  const start = opening(report);
  if (reader && start) reader.load(start.left, start.right, start.sentence);
}

/** Opens what hides an element, and brings it into view. */
function reveal(element: HTMLElement): void {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  element.scrollIntoView({block: element.classList.contains('s') ? 'center' : 'start', behavior: 'instant'});
}

/** `#d2`, `#a003`, `#s003-5` are places; `#story=s-5c5dc0f3` is another story. */
function follow(): void {
  const address = decodeURIComponent(location.hash.slice(1));
  const story = /^story=(.+)$/.exec(address)?.[1];
  const wanted = story ?? (address === '' ? largestFirst(data)[0]?.story : undefined);
  if (wanted !== undefined && wanted !== live.report.story.story) {
    draw(wanted);
    scrollTo(0, 0);
    return;
  }
  live.bodies.fillFor(address);
  const element = address !== '' ? document.getElementById(address) : null;
  app.querySelectorAll('.s.tg').forEach((s) => s.classList.remove('tg'));
  if (!element) return;
  if (element.classList.contains('s')) element.classList.add('tg');
  reveal(element);
}

function download(what: string): void {
  if (what === 'json') save('tellings.json', 'application/json', json(data));
  else if (what === 'csv') save('findings.csv', 'text/csv', csv(live.report));
  else print();
}

function onClick(e: MouseEvent): void {
  const target = e.target as Element;
  const link = target.closest<HTMLElement>('.ev');
  const at = link && evidenceAt(link);
  if (at && live.popover.able && !e.metaKey && !e.ctrlKey && !e.shiftKey) {
    e.preventDefault();
    live.popover.open(link, at);
    return;
  }
  if (target.closest('[data-close]')) live.popover.close(true);
  if (target.closest('[data-go]')) live.popover.close(false);
  const side = target.closest<HTMLElement>('[data-side]');
  if (side && live.reader) {
    e.preventDefault();
    live.popover.close(false);
    live.reader.beside(side.dataset.side!, side.dataset.n ? Number(side.dataset.n) : undefined, side.dataset.with);
  }
  const wanted = target.closest<HTMLElement>('[data-save]')?.dataset.save;
  if (wanted) download(wanted);
  // A link to the place where one already is still has to open what was closed since.
  const again = target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (again && !e.defaultPrevented && again.hash === location.hash) follow();
}

/** The box above a long list of copies: keeps those that hold what is typed. */
function onInput(e: Event): void {
  const box = e.target as HTMLInputElement;
  const wanted = box.value.toLowerCase();
  const items = {cards: ':scope > .art', links: ':scope > .all > .ev'}[box.dataset.filter ?? ''];
  if (!items) return;
  box.closest('details')?.querySelectorAll<HTMLElement>(items).forEach((item) => {
    const text = (item.querySelector('summary') ?? item).textContent ?? '';
    item.hidden = !text.toLowerCase().includes(wanted);
  });
}

let closed: HTMLDetailsElement[] = [];

function beforePrint(): void {
  live.bodies.fillAll();
  const folded = [...app.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  folded.forEach((d) => (d.open = true));
  closed.push(...folded);
}

function afterPrint(): void {
  closed.forEach((d) => (d.open = false));
  closed = [];
}

function start(): void {
  draw(/^#story=(.+)$/.exec(decodeURIComponent(location.hash))?.[1]);
  app.addEventListener('click', onClick);
  app.addEventListener('input', onInput);
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  if (location.hash !== '') follow();
}

try {
  start();
} catch (error) {
  app.innerHTML = html`<main class="page"><h1>This report could not be drawn</h1><p>${String(error)}</p><p>Its data stands in the file as JSON.</p></main>`.text;
  throw error;
}
