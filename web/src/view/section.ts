// A section: its heading and one sentence on how to read it at the side.

import {html, type Html, type Part} from '../html.ts';

export const section = (id: string, title: string, how: Part, body: Html): Html =>
  html`<section id="${id}" aria-labelledby="h-${id}"><div class="sh"><h2 id="h-${id}">${title}</h2>${how && html`<p>${how}</p>`}</div><div>${body}</div></section>`;
