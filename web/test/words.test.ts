import assert from 'node:assert/strict';
import {test} from 'node:test';
import {common, isWord, likeness, tokens} from '../src/words.ts';

test('tokens joined are the text', () => {
  for (const text of ['', 'It was 1,200 — or “so”.', '日本語、です', "don't  stop", 'e\u0301a', 'مرحبا بالعالم']) {
    assert.equal(tokens(text).map((t) => t.text).join(''), text);
  }
});

test('words are compared without case, accents and typographic marks', () => {
  const cases: [string, string][] = [['Café', 'cafe'], ['don’t', "don't"], ['Non‑resident', 'non-resident'], ['ＡＢＣ', 'abc']];
  for (const [a, b] of cases) assert.equal(tokens(a).find(isWord)?.fold, b, a);
});

test('scripts without spaces give one word a letter', () => {
  assert.deepEqual(tokens('火事だ').map((t) => t.text), ['火', '事', 'だ']);
});

/** The oracle: every subsequence of `a`, tried on `b`. */
function longest(a: string[], b: string[]): number {
  let best = 0;
  for (let mask = 0; mask < 1 << a.length; ++mask) {
    const wanted = a.filter((_, i) => mask & (1 << i));
    let at = 0;
    for (const w of b) if (w === wanted[at]) ++at;
    if (at === wanted.length) best = Math.max(best, at);
  }
  return best;
}

test('the longest common subsequence is as long as the oracle’s, ascending on both sides', () => {
  let seed = 1;
  const next = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 200; ++round) {
    const list = (): string[] => Array.from({length: next(10)}, () => 'abcd'.charAt(next(4)));
    const [a, b] = [list(), list()];
    const pairs = common(a, b);
    assert.equal(pairs.length, longest(a, b), `${a} / ${b}`);
    pairs.forEach(([i, j], k) => {
      assert.equal(a[i], b[j]);
      if (k > 0) assert.ok(pairs[k - 1]![0] < i && pairs[k - 1]![1] < j);
    });
  }
});

test('two texts of ten thousand words are compared in bounded time', () => {
  const a = Array.from({length: 20000}, (_, i) => `a${i}`);
  const b = Array.from({length: 20000}, (_, i) => `b${i}`);
  const begin = Date.now();
  assert.deepEqual(common(a, b), []);
  assert.ok(Date.now() - begin < 2000);
});

test('likeness runs from nothing to the same words', () => {
  assert.equal(likeness(tokens('one two'), tokens('One, two!')), 1);
  assert.equal(likeness(tokens('one two'), tokens('three')), 0);
  assert.equal(likeness(tokens('one two three four'), tokens('one two')), 4 / 6);
});
