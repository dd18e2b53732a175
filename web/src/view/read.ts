// The place where two articles are read side by side; live/reader.ts fills it.

import {html, kNothing, type Html} from '../html.ts';
import type {Article, Report} from '../model/report.ts';
import {cut} from '../phrases.ts';

const option = (report: Report, a: Article): Html => html`<option value="${a.id}">${a.label} ${cut(report.title(a), 90)}</option>`;

function choice(report: Report, side: number, label: string): Html {
  const own = report.articles().filter((a) => a.held);
  const seen = new Set(own.map((a) => a.id));
  const others = report.data.articles.filter((a) => !seen.has(a.id)).map((a) => report.article(a.id)).filter((a) => a.held).slice(0, 200);
  const rest = others.length > 0 && html`<optgroup label="Of other events">${others.map((a) => option(report, a))}</optgroup>`;
  return html`<select data-pick="${side}" aria-label="${label} article">${own.map((a) => option(report, a))}${rest}</select>`;
}

const line = (dashes: string): Html => html`<svg aria-hidden="true"><path d="M0 4H28" stroke-dasharray="${dashes}"/></svg>`;

export function read(report: Report): Html {
  if (report.data.articles.length - report.data.left_out.length < 2) return kNothing;
  return html`<section id="read" aria-labelledby="h-read"><div class="sh still"><h2 id="h-read">Side by side</h2></div><p class="lede">Words that both tellings have in the same place are lit. The lines between join a sentence to its counterpart.</p>
<div class="wide"><div class="reader" id="reader" role="group" aria-label="Side by side">
<div class="rt"><span class="sum" data-sum></span><span class="mv"><button type="button" data-move="-1" aria-label="Previous passage">←</button><output data-pos aria-live="polite"></output><button type="button" data-move="1" aria-label="Next passage">→</button></span><button type="button" data-swap>Swap sides</button></div>
<div class="panes"><div class="ph"><span data-mark="0"></span>${choice(report, 0, 'Left')}</div><div class="gh"></div><div class="ph pr"><span data-mark="1"></span>${choice(report, 1, 'Right')}</div>
<div class="pane p0" data-pane="0" tabindex="0" role="region" aria-label="Left text" dir="auto"></div><div class="gut"><svg aria-hidden="true"></svg></div><div class="pane p1" data-pane="1" tabindex="0" role="region" aria-label="Right text" dir="auto"></div></div>
<div class="cbar" data-bar tabindex="0" role="region" aria-label="The passage, its differences lit"></div>
<div class="gk"><span>${line('none')}word for word</span><span>${line('5 3')}small changes</span><span>${line('1.5 3.5')}reworded</span><span>${line('8 3 1.5 3')}quotation only</span><span class="kb"><kbd>←</kbd> <kbd>→</kbd> or <kbd>k</kbd> <kbd>j</kbd> move from passage to passage</span></div>
</div></div></section>`;
}
