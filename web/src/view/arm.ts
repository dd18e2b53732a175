// The arms of the lineage: the line says the manner, and so do the words on it.

import {html, type Html} from '../html.ts';
import type {CopyKind} from '../records.ts';

const kStraight = 'M0 6H100';
const kSlashed = 'M0 6H56M62 6H100M55 1.5 59 10.5M59 1.5 63 10.5';
const kJoined = 'M0 6H48M48 6L60 1H100M48 6L60 11H100';
const kWavy = `M0 6${'q2.5 -5 5 0q2.5 5 5 0'.repeat(10)}`;

const kPath: Record<CopyKind, string> = {
  identical: kStraight, edited: kStraight, cut: kSlashed, paraphrased: kWavy, mixed: kJoined, quotations: kStraight,
};

const line = (path: string, dotted: boolean): Html =>
  html`<svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" class="${dotted && 'dots'}"><path d="${path}" vector-effect="non-scaling-stroke"/></svg>`;

const kHead = html`<svg viewBox="0 0 12 12" preserveAspectRatio="xMaxYMid meet" aria-hidden="true"><path class="hd" d="M4 1 12 6 4 11z"/></svg>`;

/** An arm with its arrow; dotted where the edge is only likelier than not to be. */
export const arm = (kind: CopyKind, confidence: number, words: string): Html =>
  html`<div class="arm">${line(kPath[kind], confidence < 0.5)}${kHead}<span>${words}</span></div>`;

/** An arm that claims no direction. */
export const dottedArm = (words: string): Html => html`<div class="arm">${line(kStraight, true)}<span>${words}</span></div>`;
