// Two articles side by side: which sentences answer each other, and which of
// their words stand in the same place.

import type {CopyKind, PassageKind, Span} from '../records.ts';
import {isWord, shared, tokens, wordsAt, type Token} from '../words.ts';
import {Matcher} from './closeness.ts';
import type {Report, Sentence} from './report.ts';

export type Manner = PassageKind | 'quotations';

export const kManners: Record<Manner, string> = {
  same: 'word for word', edited: 'small changes', paraphrased: 'reworded', quotations: 'quotation only',
};

/** Sentences of the left that answer sentences of the right. */
export interface Answering {
  left: Sentence[];
  right: Sentence[];
  manner: Manner;
}

export interface Pair {
  kind: CopyKind | undefined; // undefined: nothing in common
  passages: Answering[];
}

/** Cuts a passage of several sentences into those that answer each other. */
function sentenceBySentence(left: Sentence[], right: Sentence[], manner: Manner): Answering[] {
  if (left.length < 2 || right.length < 2) return [{left, right, manner}];
  const out: Answering[] = [];
  let next = 0;
  for (const s of left) {
    const found = new Matcher(right.slice(next, next + 6)).best(tokens(s.text));
    const at = found.likeness >= 0.3 && found.sentence ? right.indexOf(found.sentence) : -1;
    const last = out[out.length - 1];
    if (at < 0 && last) last.left.push(s);
    else if (at < 0) out.push({left: [s], right: [], manner});
    else {
      const skipped = right.slice(next, at);
      if (last) last.right.push(...skipped);
      out.push({left: [s], right: last ? [right[at]!] : [...skipped, right[at]!], manner});
      next = at + 1;
    }
  }
  out[out.length - 1]?.right.push(...right.slice(next));
  return out.filter((a) => a.right.length > 0);
}

const touch = (x: Sentence[], y: Sentence[]): boolean => x.some((s) => y.includes(s));

/** Passages that share a sentence are one. */
function merged(all: Answering[]): Answering[] {
  const out: Answering[] = [];
  for (const a of all) {
    const last = out[out.length - 1];
    if (last && (touch(last.left, a.left) || touch(last.right, a.right))) {
      last.left = [...new Set([...last.left, ...a.left])].sort((x, y) => x.n - y.n);
      last.right = [...new Set([...last.right, ...a.right])].sort((x, y) => x.n - y.n);
      if (last.manner === 'same' && a.manner !== 'same') last.manner = a.manner;
    } else {
      out.push({left: [...a.left], right: [...a.right], manner: a.manner});
    }
  }
  return out;
}

/** How two articles meet, in the order of the left one. */
export function pair(report: Report, left: string, right: string): Pair {
  const copy = report.copy(left, right);
  if (!copy || left === right) return {kind: undefined, passages: []};
  const spans = copy.passages.map((p) => (copy.a === left ? {l: p.a, r: p.b, kind: p.kind} : {l: p.b, r: p.a, kind: p.kind}));
  spans.sort((x, y) => x.l[0] - y.l[0]);
  const touched = (id: string, s: Span): Sentence[] => report.sentencesAt(id, s[0], s[1]).filter((x) => x.begin < s[1] && s[0] < x.end);
  const all = spans.flatMap((s) => {
    const manner: Manner = copy.kind === 'quotations' ? 'quotations' : s.kind;
    return sentenceBySentence(touched(left, s.l), touched(right, s.r), manner);
  });
  const passages = merged(all.filter((a) => a.left.length > 0 && a.right.length > 0));
  return {kind: copy.kind, passages};
}

/** A run of a text that the other has too, or has not. */
export interface Run {
  text: string;
  shared: boolean;
}

/** A speck of one word in quotations says nothing: only runs of three count. */
function longRuns(list: Token[], set: Set<number>): Set<number> {
  const at = wordsAt(list);
  const out = new Set<number>();
  for (let i = 0; i < at.length; ) {
    let j = i;
    while (j < at.length && set.has(at[j]!)) ++j;
    if (j - i >= 3 || (j - i === 2 && at.length < 9)) for (let k = i; k < j; ++k) out.add(at[k]!);
    i = Math.max(j, i + 1);
  }
  return out;
}

/** Tokens as runs, the space between two runs on its own so that no line is drawn under it. */
export function runs(list: Token[], set: Set<number>): Run[] {
  const out: Run[] = [];
  let on: boolean | undefined;
  let text = '';
  const flush = (): void => {
    const bare = text.trimEnd();
    if (bare !== '') out.push({text: bare, shared: on === true});
    if (bare.length < text.length) out.push({text: text.slice(bare.length), shared: false});
    text = '';
  };
  list.forEach((t, i) => {
    if (isWord(t) && set.has(i) !== on) {
      if (on !== undefined) flush();
      on = set.has(i);
    }
    text += t.text;
  });
  flush();
  return out;
}

/** Both sides of a passage as runs, sentence by sentence. */
export function compared(a: Answering): {left: Run[][]; right: Run[][]} {
  const l = a.left.map((s) => tokens(s.text));
  const r = a.right.map((s) => tokens(s.text));
  let [x, y] = shared(l.flat(), r.flat());
  if (a.manner === 'quotations') [x, y] = [longRuns(l.flat(), x), longRuns(r.flat(), y)];
  const perSentence = (lists: Token[][], set: Set<number>): Run[][] => {
    let from = 0;
    return lists.map((list) => {
      const own = new Set(list.map((_, i) => i).filter((i) => set.has(i + from)));
      from += list.length;
      return runs(list, own);
    });
  };
  return {left: perSentence(l, x), right: perSentence(r, y)};
}

/** "41 sentences in common: 3 word for word, …", or why there are none. */
export function summary(p: Pair, same: boolean, oneEvent: boolean): string {
  if (same) return 'The same article on both sides.';
  if (p.passages.length === 0) return oneEvent ? 'Nothing in common but the event.' : 'Nothing in common.';
  const n = (m: Manner): number => p.passages.filter((a) => a.manner === m).length;
  if (n('quotations') > 0) {
    const q = n('quotations');
    return `No sentence in common, only ${q === 1 ? 'one quotation or set phrase' : `${q} quotations or set phrases`}: not a copy`;
  }
  const parts = [[n('same'), 'word for word'], [n('edited'), 'with small changes'], [n('paraphrased'), 'reworded']];
  const say = parts.filter((t) => t[0] !== 0).map((t) => t.join(' ')).join(', ');
  return `${p.passages.length} ${p.passages.length === 1 ? 'sentence' : 'sentences'} in common: ${say}`;
}
