// One speaker's words in several tellings, as a table: a row a telling, a
// column a run of words.
//
// Every telling is aligned with the fullest one. Where any departs from it
// stands a column of its own; between them stand the runs that all share.

import {common, tokens, wordsAt, type Token} from '../words.ts';

export interface Cell {
  text: string; // empty: not there
  departs: boolean; // from the first row
  runs: {text: string; departs: boolean}[]; // of its words, those that depart apart
}

/** [i, j) of the base's words answered by [p, q) of the row's, not the same words. */
interface Gap {
  i: number;
  j: number;
  p: number;
  q: number;
}

/** Words with the marks and space after them (and before the first). */
function pieces(text: string): {words: string[]; folds: string[]} {
  const list: Token[] = tokens(text.replace(/\s+/g, ' ').trim());
  const at = wordsAt(list);
  const words = at.map((k, n) => {
    const from = n === 0 ? 0 : opening(list, k);
    const to = n + 1 < at.length ? opening(list, at[n + 1]!) : list.length;
    return list.slice(from, to).map((t) => t.text).join('');
  });
  return {words, folds: at.map((k) => list[k]!.fold)};
}

/** Where the marks begin that open the word at `k`: “(with” belongs together. */
function opening(list: Token[], k: number): number {
  return k > 0 && /^[“‘"'(«\[„]+$/.test(list[k - 1]!.text) ? k - 1 : k;
}

function gaps(base: string[], row: string[]): Gap[] {
  const out: Gap[] = [];
  let i = 0;
  let p = 0;
  for (const [j, q] of [...common(base, row), [base.length, row.length] as [number, number]]) {
    if (j > i || q > p) out.push({i, j, p, q});
    i = j + 1;
    p = q + 1;
  }
  return out;
}

/** Stretches of the base in which some row departs, apart from each other. */
function columns(all: Gap[][]): [number, number][] {
  const sorted = all.flat().sort((x, y) => x.i - y.i || x.j - y.j);
  const out: [number, number][] = [];
  for (const g of sorted) {
    const last = out[out.length - 1];
    if (last && g.i <= last[1]) last[1] = Math.max(last[1], g.j);
    else out.push([g.i, g.j]);
  }
  return out;
}

/** The tellings as rows of equally many cells; the first text is the base. */
export function align(texts: string[]): Cell[][] {
  const rows = texts.map(pieces);
  const base = rows[0];
  if (!base) return [];
  const departures = rows.map((r) => gaps(base.folds, r.folds));
  const cuts = columns(departures);
  const stretches: [number, number, boolean][] = [];
  let at = 0;
  for (const [i, j] of cuts) {
    if (i > at) stretches.push([at, i, false]);
    stretches.push([i, j, true]);
    at = j;
  }
  if (at < base.words.length) stretches.push([at, base.words.length, false]);
  return rows.map((row, k) => stretches.map(([i, j, varies]) => cell(row, departures[k]!, base, i, j, varies)));
}

type Pieces = {words: string[]; folds: string[]};

/** Where the base's border `at` lies in a row: before what the row puts in there, or after it. */
function border(own: Gap[], at: number, after: boolean): number {
  let place = at;
  for (const g of own) {
    const inserted = g.i === g.j && g.i === at;
    if (g.j <= at && (after || !inserted)) place += g.q - g.p - (g.j - g.i);
  }
  return place;
}

function cell(row: Pieces, own: Gap[], base: Pieces, i: number, j: number, varies: boolean): Cell {
  // A column that varies takes in what the row puts at its borders; one that
  // does not leaves it to its neighbours.
  const p = border(own, i, !varies);
  const q = border(own, j, varies);
  const same = row.folds.slice(p, q).join(' ') === base.folds.slice(i, j).join(' ');
  const departs = varies && !same;
  return {text: row.words.slice(p, q).join('').trim(), departs, runs: runs(row, p, q, base.folds.slice(i, j), departs)};
}

/** The row's words [p, q) as runs, by whether the base has them in the same order. */
function runs(row: Pieces, p: number, q: number, base: string[], departs: boolean): Cell['runs'] {
  const kept = new Set(departs ? common(base, row.folds.slice(p, q)).map(([, k]) => p + k) : []);
  const out: Cell['runs'] = [];
  for (let k = p; k < q; ++k) {
    const own = departs && !kept.has(k);
    const last = out[out.length - 1];
    if (last && last.departs === own) last.text += row.words[k];
    else out.push({text: row.words[k] ?? '', departs: own});
  }
  return out;
}
