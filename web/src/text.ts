// A text whose places are told in bytes of UTF-8, as all of our records do.

import type {Span} from './records.ts';

/** Bytes of UTF-8 that the code unit at `i` begins (a pair of surrogates counts once, at its first). */
function width(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  if (c >= 0xd800 && c < 0xdc00) return 4;
  if (c >= 0xdc00 && c < 0xe000) return 0;
  return 3;
}

/** Bytes that `text` takes as UTF-8. */
export function byteLength(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; ++i) n += width(text, i);
  return n;
}

/** A string that can be cut by byte offsets. Building is linear; a cut is O(log n + its length). */
export class Text {
  /** Byte offset of every 64th code unit; empty where a byte is a unit. */
  private readonly steps_: number[] = [];
  readonly bytes: number;

  constructor(readonly string: string) {
    const steps: number[] = [];
    let at = 0;
    for (let i = 0; i < string.length; ++i) {
      if (i % 64 === 0) steps.push(at);
      at += width(string, i);
    }
    this.bytes = at;
    if (at !== string.length) this.steps_ = steps;
  }

  /** The code unit that stands at a byte; an offset inside a character means its end. */
  unit(byte: number): number {
    if (this.steps_.length === 0) return Math.max(0, Math.min(byte, this.string.length));
    let low = 0;
    let high = this.steps_.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.steps_[middle] ?? 0) <= byte) low = middle;
      else high = middle;
    }
    let at = this.steps_[low] ?? 0;
    let i = low * 64;
    while (i < this.string.length && at < byte) at += width(this.string, i++);
    if (width(this.string, i) === 0 && i < this.string.length) ++i;
    return i;
  }

  /** The byte at which the code unit stands. */
  byte(unit: number): number {
    if (this.steps_.length === 0) return Math.max(0, Math.min(unit, this.string.length));
    const step = Math.min(Math.max(unit, 0), this.string.length) >> 6;
    let at = this.steps_[step] ?? this.bytes;
    for (let i = step * 64; i < unit && i < this.string.length; ++i) at += width(this.string, i);
    return at;
  }

  slice(span: Span): string {
    return this.string.slice(this.unit(span[0]), this.unit(span[1]));
  }
}
