// Words of a text, how two of them are compared, and what two runs of words
// have in common.

/** A piece of text: a word, a run of marks, or a run of space. */
export interface Token {
  text: string;
  /** The word as it is compared; empty for marks and space. */
  fold: string;
}

// Scripts written without spaces give a word a letter (UAX #29, and our own text/words.h).
const kToken =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+(?:['’‘.,\-‐‑][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\p{M}\s]+|\p{M}+/gu;

const kWord = /[\p{L}\p{N}]/u;

export function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-').toLowerCase();
}

/** The tokens of a text, in order; joined they are the text. */
export function tokens(text: string): Token[] {
  return (text.match(kToken) ?? []).map((t) => ({text: t, fold: kWord.test(t) ? fold(t) : ''}));
}

export const isWord = (token: Token): boolean => token.fold !== '';

/** Places of the words among the tokens. */
export function wordsAt(list: Token[]): number[] {
  const out: number[] = [];
  list.forEach((t, i) => {
    if (isWord(t)) out.push(i);
  });
  return out;
}

/** Cells of the table below which the longest common subsequence is exact. */
const kCells = 1 << 22;

/** Index pairs of the longest common subsequence of two lists, ascending.
 *  What both begin and end with is taken first; where the rest is over four
 *  million cells, it is left unmatched: time stays bounded on any text. */
export function common(a: string[], b: string[]): [number, number][] {
  const out: [number, number][] = [];
  let begin = 0;
  while (begin < a.length && begin < b.length && a[begin] === b[begin]) out.push([begin, begin++]);
  let n = a.length;
  let m = b.length;
  const tail: [number, number][] = [];
  while (n > begin && m > begin && a[n - 1] === b[m - 1]) tail.push([--n, --m]);
  const rows = n - begin;
  const columns = m - begin;
  if (rows > 0 && columns > 0 && rows * columns <= kCells) {
    const width = columns + 1;
    const table = new Uint32Array((rows + 1) * width);
    for (let i = rows; i--; ) {
      for (let j = columns; j--; ) {
        const at = i * width + j;
        table[at] =
          a[begin + i] === b[begin + j]
            ? (table[at + width + 1] ?? 0) + 1
            : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0);
      }
    }
    for (let i = 0, j = 0; i < rows && j < columns; ) {
      if (a[begin + i] === b[begin + j]) out.push([begin + i++, begin + j++]);
      else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) ++i;
      else ++j;
    }
  }
  return out.concat(tail.reverse());
}

/** For each token of two texts, whether the other has it in the same place. */
export function shared(a: Token[], b: Token[]): [Set<number>, Set<number>] {
  const left = wordsAt(a);
  const right = wordsAt(b);
  const x = new Set<number>();
  const y = new Set<number>();
  for (const [i, j] of common(left.map((k) => a[k]!.fold), right.map((k) => b[k]!.fold))) {
    x.add(left[i]!);
    y.add(right[j]!);
  }
  return [x, y];
}

/** Share of words in common in the same order, 0 to 1: twice the common ones over all. */
export function likeness(a: Token[], b: Token[]): number {
  const left = a.filter(isWord).map((t) => t.fold);
  const right = b.filter(isWord).map((t) => t.fold);
  if (left.length + right.length === 0) return a.map((t) => t.text).join('') === b.map((t) => t.text).join('') ? 1 : 0;
  return (2 * common(left, right).length) / (left.length + right.length);
}
