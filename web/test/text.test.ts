import assert from 'node:assert/strict';
import {test} from 'node:test';
import {byteLength, Text} from '../src/text.ts';

const kSamples = ['', 'plain', 'naïve café', '“We saw smoke”', '日本語の文。', 'a😀b', 'حريق', '\ud800 lone', `${'ü'.repeat(100)}${'😀'.repeat(70)}end`];

test('offsets are bytes of UTF-8, as the oracle counts them', () => {
  for (const sample of kSamples) {
    if (sample.includes('\ud800')) continue; // no UTF-8 stands for it: the encoder puts another character
    const bytes = new TextEncoder().encode(sample);
    const text = new Text(sample);
    assert.equal(text.bytes, bytes.length, sample);
    assert.equal(byteLength(sample), bytes.length, sample);
    let at = 0;
    for (const letter of sample) {
      const width = new TextEncoder().encode(letter).length;
      assert.equal(text.slice([at, at + width]), letter);
      assert.equal(text.byte(text.unit(at)), at);
      at += width;
    }
  }
});

test('any cut of a text joins to the text', () => {
  for (const sample of kSamples) {
    const text = new Text(sample);
    for (let i = 0; i <= text.bytes; ++i) assert.equal(text.slice([0, i]) + text.slice([i, text.bytes]), sample);
  }
});

test('an offset out of the text is its end', () => {
  assert.equal(new Text('üb').slice([0, 99]), 'üb');
  assert.equal(new Text('ab').slice([1, 99]), 'b');
});
