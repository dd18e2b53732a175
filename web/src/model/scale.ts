// One scale from zero for the figures of a difference.

import type {ValueRecord} from '../records.ts';

export interface Scale {
  ticks: number[];
  max: number;
}

/** A figure on a scale: a point, or a stretch that may be open to the right. */
export interface Place {
  at: number; // where the mark stands
  from: number;
  to: number;
  open: boolean; // no upper end is known
}

const kSteps = [1, 2, 2.5, 5, 10];

/** Round ticks from 0 to beyond `highest`, at most nine of them. */
export function scale(highest: number): Scale {
  const least = Math.max(highest, 1e-9) / 7.5;
  const power = 10 ** Math.floor(Math.log10(least));
  let step = (kSteps.find((s) => s * power >= least) ?? 10) * power;
  if (highest >= 1 && step < 1) step = 1;
  const ticks: number[] = [];
  const n = Math.floor(highest / step + 1e-9) + 1;
  for (let i = 0; i <= n; ++i) ticks.push(Number((i * step).toPrecision(12)));
  return {ticks, max: ticks[ticks.length - 1] ?? 1};
}

/** The scale on which all the values stand. */
export function scaleOf(values: ValueRecord[]): Scale {
  const ends = values.map((v) => (v.high !== null ? v.high : (v.low ?? 0) * 1.25));
  return scale(Math.max(0, ...ends));
}

/** Where a value stands, as shares of the scale. */
export function place(value: ValueRecord, s: Scale): Place {
  const x = (n: number): number => Math.max(0, Math.min(1, n / s.max));
  if (value.low !== null && value.high === null) return {at: x(value.low), from: x(value.low), to: 1, open: true};
  if (value.low === null && value.high !== null) return {at: x(value.high), from: 0, to: x(value.high), open: false};
  const low = value.low ?? 0;
  const high = value.high ?? low;
  return {at: x((low + high) / 2), from: x(low), to: x(high), open: false};
}
