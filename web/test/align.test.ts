import assert from 'node:assert/strict';
import {test} from 'node:test';
import {align} from '../src/model/align.ts';

const shown = (texts: string[]): string[][] => align(texts).map((row) => row.map((c) => (c.departs ? `*${c.text}` : c.text)));

test('columns are the runs that all share, and those in which some depart', () => {
  assert.deepEqual(shown(['We saw smoke, then nothing but smoke', 'We noticed smoke, then nothing except smoke']), [
    ['We', 'saw', 'smoke, then nothing', 'but', 'smoke'],
    ['We', '*noticed', 'smoke, then nothing', '*except', 'smoke'],
  ]);
});

test('what a telling lacks is an empty cell, what it puts in a column of its own', () => {
  assert.deepEqual(shown(['I am fine and among my people', 'I am fine', 'I am quite fine']), [
    ['I am', '', 'fine', 'and among my people'],
    ['I am', '', 'fine', '*'],
    ['I am', '*quite', 'fine', '*'],
  ]);
});

test('marks and case are no departure', () => {
  assert.deepEqual(shown(['“For the sake of it.”', 'for the sake of it']), [['“For the sake of it.”'], ['for the sake of it']]);
});

test('scripts without spaces are aligned letter by letter', () => {
  assert.deepEqual(shown(['火災が発生', '火事が発生']), [['火', '災', 'が発生'], ['火', '*事', 'が発生']]);
});

test('every row read along is its telling, whatever the tellings', () => {
  let seed = 7;
  const next = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; ++round) {
    const texts = Array.from({length: 1 + next(4)}, () => Array.from({length: next(8)}, () => 'abcde'.charAt(next(5))).join(' '));
    const rows = align(texts);
    assert.equal(rows.length, texts.length);
    rows.forEach((row, i) => {
      assert.equal(row.map((c) => c.text).filter((t) => t !== '').join(' '), texts[i], texts.join(' | '));
      assert.equal(row.length, rows[0]!.length);
    });
    assert.ok(rows[0]!.every((c) => !c.departs));
  }
});

test('in a cell that departs only the words that do are marked', () => {
  const rows = align(['a b c d e f', 'a x c d y f', 'a f']);
  assert.deepEqual(rows[1]!.find((c) => c.departs)!.runs, [{text: 'x ', departs: true}, {text: 'c d ', departs: false}, {text: 'y ', departs: true}]);
});
