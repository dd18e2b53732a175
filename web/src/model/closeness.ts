// How close each sentence of an original stands in an article: the bars of a
// strip.
//
// Which sentences an article has is what the engine says (the passages of a
// pair of articles, the support of a lost original); how close they are is
// measured here, by words in common in the same order.

import type {NodeRecord, Span} from '../records.ts';
import {Text} from '../text.ts';
import {isWord, likeness, tokens, type Token} from '../words.ts';
import type {Report, Sentence} from './report.ts';

export type Closeness = 'same' | 'edited' | 'reworded' | 'quoted' | 'none';

export interface Strip {
  bars: Closeness[];
  matched: (Sentence | undefined)[]; // the article's sentence at each bar
}

// Above .96 two sentences differ in a mark or a letter's case; below .6 more
// words are changed than kept. Both read off the seeds' strips by eye.
const kSame = 0.96;
const kEdited = 0.6;

/** The sentences of a lost original. */
export function lostSentences(report: Report, node: NodeRecord): Sentence[] {
  const text = new Text(node.text ?? '');
  const told = report.data.sentences.find((s) => s.story === report.story.story && s.node === node.id);
  const spans: Span[] = told?.sentences ?? [[0, text.bytes]];
  return spans.map(([begin, end], i) => ({n: i + 1, begin, end, paragraph: 1, text: text.slice([begin, end])}));
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Finds the sentence that shares most rare words with a given one: linear in the postings. */
export class Matcher {
  private readonly tokens_: Token[][];
  private readonly postings_ = new Map<string, number[]>();

  constructor(private readonly sentences_: Sentence[]) {
    this.tokens_ = sentences_.map((s) => tokens(s.text));
    this.tokens_.forEach((list, i) => {
      for (const word of new Set(list.filter(isWord).map((t) => t.fold))) {
        const at = this.postings_.get(word);
        if (at) at.push(i);
        else this.postings_.set(word, [i]);
      }
    });
  }

  /** The best of the sentences, with its likeness to the tokens. */
  best(wanted: Token[]): {sentence: Sentence | undefined; likeness: number} {
    const score = new Map<number, number>();
    for (const word of new Set(wanted.filter(isWord).map((t) => t.fold))) {
      const at = this.postings_.get(word) ?? [];
      for (const i of at) score.set(i, (score.get(i) ?? 0) + 1 / at.length);
    }
    const top = [...score].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, 4);
    let best: {sentence: Sentence | undefined; likeness: number} = {sentence: undefined, likeness: 0};
    for (const [i] of top) {
      const l = likeness(wanted, this.tokens_[i]!);
      if (l > best.likeness) best = {sentence: this.sentences_[i], likeness: l};
    }
    return best;
  }
}

const grade = (l: number): Closeness => (l >= kSame ? 'same' : l >= kEdited ? 'edited' : 'reworded');

/** The strip of an article beside a lost original. */
export function stripOfLost(report: Report, node: NodeRecord, id: string): Strip {
  const sentences = lostSentences(report, node);
  const support = (node.support ?? []).filter((s) => s.articles.includes(id));
  const matcher = new Matcher(report.article(id).sentences);
  const strip: Strip = {bars: [], matched: []};
  for (const s of sentences) {
    const borne = support.reduce((sum, x) => sum + overlap(x.span, [s.begin, s.end]), 0) / Math.max(1, s.end - s.begin);
    const found = matcher.best(tokens(s.text));
    const there = borne >= 0.3 || found.likeness >= kEdited;
    strip.bars.push(there ? grade(found.likeness) : 'none');
    strip.matched.push(there ? found.sentence : undefined);
  }
  return strip;
}

/** The strip of an article beside another article. */
export function stripOfPair(report: Report, original: string, id: string): Strip {
  const sentences = report.article(original).sentences;
  const copy = report.copy(original, id);
  const strip: Strip = {bars: [], matched: []};
  const passages = (copy?.passages ?? []).map((p) => (copy?.a === original ? [p.a, p.b] : [p.b, p.a]) as [Span, Span]);
  for (const s of sentences) {
    const span: Span = [s.begin, s.end];
    const touching = passages.filter(([own]) => overlap(own, span) > 0);
    const borne = touching.reduce((sum, [own]) => sum + overlap(own, span), 0) / Math.max(1, s.end - s.begin);
    const other = [...new Set(touching.flatMap(([, far]) => report.sentencesAt(id, far[0], far[1])))];
    const found = new Matcher(other).best(tokens(s.text));
    const quoted = copy?.kind === 'quotations';
    const there = quoted ? touching.length > 0 : borne >= 0.3;
    strip.bars.push(!there ? 'none' : quoted ? 'quoted' : grade(found.likeness));
    strip.matched.push(there ? found.sentence ?? other[0] : undefined);
  }
  return strip;
}

/** The strip of an article of another account: only quotations can stand in it. */
export function stripOfStranger(report: Report, lost: NodeRecord, kin: string[], id: string): Strip {
  const sentences = lostSentences(report, lost);
  const strip: Strip = {bars: sentences.map(() => 'none'), matched: sentences.map(() => undefined)};
  const matcher = new Matcher(sentences);
  for (const k of kin) {
    const own = stripOfPair(report, k, id);
    own.bars.forEach((bar, i) => {
      if (bar === 'none') return;
      const at = matcher.best(tokens(report.article(k).sentences[i]!.text));
      if (!at.sentence || at.likeness < 0.3) return;
      strip.bars[at.sentence.n - 1] = bar;
      strip.matched[at.sentence.n - 1] = own.matched[i];
    });
  }
  return strip;
}
