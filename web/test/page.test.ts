import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Report} from '../src/model/report.ts';
import {counted, date, digits, list, moment} from '../src/phrases.ts';
import type {Data} from '../src/records.ts';
import {countsSentence} from '../src/view/head.ts';
import {page, title} from '../src/view/page.ts';
import {asked, question, statement} from '../src/view/say.ts';
import {fixtures} from './fixtures/all.ts';
import {alone, apart, ferry, oneText} from './fixtures/ferry.ts';
import {markup} from './fixtures/hostile.ts';

const plain = (data: Data): string => page(new Report(data)).text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
const sections = (data: Data): string[] => [...page(new Report(data)).text.matchAll(/<section id="(\w+)"/g)].map((m) => m[1]!);

test('the whole story has every section, in its order', () => {
  assert.deepEqual(sections(ferry()), ['agree', 'differ', 'copied', 'changed', 'read', 'articles', 'method']);
});

test('states: one article, two events, one text', () => {
  assert.ok(plain(alone()).includes('1 article. Nothing to compare it with.'));
  assert.deepEqual(sections(alone()), ['says', 'articles', 'method']);
  assert.ok(plain(apart()).includes('2 articles tell different events.'));
  assert.deepEqual(sections(apart()), ['read', 'articles', 'method']);
  assert.ok(plain(oneText()).includes('2 articles are 1 account.'));
  assert.deepEqual(sections(oneText()), ['copied', 'read', 'articles', 'method']);
});

test('the counts are a sentence; a range reads so, and outlets are left out where unknown', () => {
  const data = ferry();
  const say = (): string => countsSentence(new Report(data)).text.replace(/<[^>]*>/g, '');
  assert.equal(say(), '5 articles from 5 outlets are 3 independent accounts.');
  data.lineage[0]!.counts = {articles: 5, outlets: null, texts: 3, witnesses: {low: 3, best: 4, high: 5}};
  assert.equal(say(), '5 articles are 3 to 5 independent accounts.');
  assert.equal(title(new Report(data)), 'Everyone Saved as Ferry Burns off Port Calder: 5 articles, 3 to 5 independent accounts');
});

test('what was refused, dropped and could not be measured is said', () => {
  const text = plain(ferry());
  for (const said of ['1 input of 7 could not be read', 'ends before its declared length, at byte 120', '“Share this” ×2', '001#2, read as an article of its own', 'Range of the count', 'At least 3, at most 3']) {
    assert.ok(text.includes(said), said);
  }
});

test('no text becomes markup', () => {
  const out = page(new Report(markup())).text;
  assert.ok(!out.includes('<script') && !out.includes('</script') && !out.includes('<img'));
  assert.ok(out.includes('&lt;/script&gt;&lt;script&gt;window.hacked=1'));
});

test('no page holds a style, a handler or an address outside itself', () => {
  for (const [name, data] of Object.entries(fixtures)) {
    const tags = [...page(new Report(data)).text.matchAll(/<[a-z][^>]*>/g)].map((m) => m[0].replace(/"[^"]*"/g, (v) => (/^"(https?:|\/\/)/.test(v) ? 'OUTSIDE' : '""')));
    for (const tag of tags) assert.ok(!/\sstyle=|\son\w+=|OUTSIDE/.test(tag), `${name}: ${tag}`);
  }
});

test('every link inside the page leads somewhere', () => {
  for (const [name, data] of Object.entries(fixtures)) {
    const report = new Report(data);
    const out = page(report).text;
    const ids = new Set([...out.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]!));
    assert.equal(ids.size, [...out.matchAll(/\sid="([^"]*)"/g)].length, `${name}: an id twice`);
    for (const [, target] of out.matchAll(/href="#([^"]*)"/g)) {
      const sentence = /^s(.+)-(\d+)$/.exec(target!);
      const found = ids.has(target!) || target!.startsWith('story=') || (sentence && report.bySlug(sentence[1]!)?.sentences[Number(sentence[2]) - 1]);
      assert.ok(found, `${name}: #${target}`);
    }
  }
});

test('statements and questions are put into words', () => {
  const base = {kind: 'difference' as const, confidence: 1, why: [], values: [{value: '7', low: 7, high: 7, articles: [], witnesses: 1, evidence: []}]};
  assert.equal(question({...base, about: 'guards injured', noun: 'guards', role: 'injured', unit: 'person'}), 'How many guards were injured?');
  assert.equal(question({...base, about: 'drones', noun: 'drones'}), 'How many drones?');
  assert.equal(question({...base, about: 'cost of repair', unit: 'EUR'}), 'How much: cost of repair?');
  assert.equal(statement({...base, about: 'guards injured', noun: 'guards'}), '7 guards injured');
  assert.equal(asked({...base, about: 'protester killed', noun: 'protester', role: 'killed'}), 'protesters killed');
  assert.equal(asked({...base, about: 'city: after the storm', noun: 'city'}), 'cities');
  assert.equal(question({...base, about: 'box', noun: 'box'}), 'How many boxes?');
  assert.equal(statement({...base, about: 'hour', unit: 'hour'}), '7 hours');
  const fact = (about: string, value: string) => statement({...base, about, values: [{...base.values[0]!, value, low: null, high: null}]});
  assert.equal(fact('no one claimed responsibility', 'yes'), 'No one claimed responsibility');
  assert.equal(fact('claimed responsibility', 'and no one claimed responsibility.'), 'No one claimed responsibility');
});

test('numbers, lists and dates read as a person writes them', () => {
  assert.equal(digits(9999), '9999');
  assert.equal(digits(1234567), '1,234,567');
  assert.equal(counted(1, 'copy', 'copies'), 'one copy');
  assert.equal(list(['a', 'b', 'c']), 'a, b and c');
  assert.equal(date('2021-11-07T03:12:00+03:00'), '7 November 2021, 03:12');
  assert.equal(date('2021-11'), 'November 2021');
  assert.equal(date('in spring'), 'in spring');
  assert.equal(moment('2021-11-07T03:12:00+03:00'), Date.UTC(2021, 10, 7, 0, 12));
  assert.ok(Number.isNaN(moment('in spring')));
});
