// A strip: one bar a sentence of the original, in its order. The taller the
// bar, the closer the copy's words.

import {html, type Html} from '../html.ts';
import type {Closeness, Strip} from '../model/closeness.ts';
import {list} from '../phrases.ts';

const kHeight: Record<Closeness, number> = {same: 28, edited: 19, reworded: 10, quoted: 6, none: 0};

const tally = (strip: Strip, kind: Closeness): number => strip.bars.filter((b) => b === kind).length;

export const kept = (strip: Strip): number =>
  strip.bars.length - tally(strip, 'none') - tally(strip, 'quoted');

/** "17 word for word, 3 with small changes", leaving out what there is none of. */
export function breakdown(strip: Strip): string {
  const parts: [Closeness, string][] = [['same', 'word for word'], ['edited', 'with small changes'], ['reworded', 'reworded']];
  return list(parts.map(([k, name]) => (tally(strip, k) > 0 ? `${tally(strip, k)} ${name}` : '')).filter((t) => t !== ''));
}

/** True if it keeps a beginning and nothing after it. */
export function stops(strip: Strip): boolean {
  const last = strip.bars.map((b) => b !== 'none').lastIndexOf(true);
  const missing = strip.bars.length - last - 1;
  return last >= 0 && missing >= Math.max(2, strip.bars.length / 10) && strip.bars.slice(0, last + 1).every((b) => b !== 'none');
}

/** The drawing. `low` gives the flat one of an account that keeps no sentence. */
export function drawn(strip: Strip, label: string, low = false): Html {
  const n = Math.max(1, strip.bars.length);
  const width = n > 200 ? 3 : 10;
  const bar = n > 200 ? 2 : 8;
  let full = '';
  let none = '';
  let quote = '';
  strip.bars.forEach((b, i) => {
    const x = i * width;
    if (b === 'none') none += `M${x} 27.5h${bar}`;
    else if (b === 'quoted') quote += `M${x + 1} 27.4v-6h${bar - 2}v6z`;
    else full += `M${x} 28v-${kHeight[b]}h${bar}v${kHeight[b]}z`;
  });
  const box = `0 ${low ? 18 : 0} ${n * width - (width - bar)} ${low ? 10 : 28}`;
  return html`<svg class="strip ${low && 'low'}" data-v="--n:${n}" viewBox="${box}" preserveAspectRatio="none" role="img" aria-label="${label}"><path d="${full}"/><path class="no" d="${none}"/><path class="qt" d="${quote}" vector-effect="non-scaling-stroke"/></svg>`;
}
