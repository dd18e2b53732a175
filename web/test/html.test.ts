import assert from 'node:assert/strict';
import {test} from 'node:test';
import {html, join} from '../src/html.ts';

test('what is put into a template is escaped, in text and in attributes', () => {
  assert.equal(html`<p title="${'"><x'}">${"<b>&'"}</p>`.text, '<p title="&quot;&gt;&lt;x">&lt;b&gt;&amp;&#39;</p>');
});

test('markup is put in as it is, lists are joined, nothing is nothing', () => {
  assert.equal(html`${html`<i>a</i>`}${[1, html`<b>`, [null, 'c']]}${false}${undefined}`.text, '<i>a</i>1<b>c');
});

test('join leaves out what is empty', () => {
  assert.equal(join(['a', false, html``, 'b'], ', ').text, 'a, b');
});
