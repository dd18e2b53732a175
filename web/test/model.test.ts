import assert from 'node:assert/strict';
import {test} from 'node:test';
import {answers, numberIn} from '../src/model/answers.ts';
import {stripOfLost, stripOfPair} from '../src/model/closeness.ts';
import {below, family} from '../src/model/family.ts';
import {opening} from '../src/model/opening.ts';
import {compared, pair, summary} from '../src/model/pair.ts';
import {Report} from '../src/model/report.ts';
import {place, scale, scaleOf} from '../src/model/scale.ts';
import {csv} from '../src/live/save.ts';
import {apart, ferry, oneText} from './fixtures/ferry.ts';
import {markup, many} from './fixtures/hostile.ts';

const report = new Report(ferry());

test('the largest story opens, and letters go by size of the account', () => {
  assert.equal(report.story.story, 's-0fe44b01');
  assert.deepEqual(report.accounts.map((a) => [a.letter, ...a.articles]), [['A', '001', '004', '000'], ['B', '002'], ['C', '003']]);
});

test('another order of the records gives the same letters', () => {
  const data = ferry();
  data.lineage[0]!.witnesses = [['003'], ['004', '000', '001'], ['002']];
  assert.deepEqual(new Report(data).accounts, report.accounts);
});

test('evidence finds its sentence by bytes', () => {
  const at = report.findings[0]!.values[0]!.evidence.find((e) => e.article === '002')!;
  assert.deepEqual(report.sentencesAt('002', at.begin, at.end).map((s) => s.text), ['Nobody was lost.']);
});

test('ids are shortened alike, and only where they stay apart', () => {
  const data = apart();
  const rename = (from: string, to: string): string => (from === to ? from : to);
  data.articles.forEach((a, i) => (a.id = rename(a.id, `00${i}_5c5dc0f3b2b4b11f5c5d`)));
  data.stories.forEach((s, i) => (s.articles = [data.articles[i]!.id]));
  data.lineage = [];
  const short = new Report(data);
  assert.deepEqual(data.articles.map((a) => short.label(a.id)), ['000', '001']);
  assert.equal(short.worded(`${data.articles[0]!.id} ends early`), '000 ends early');
});

test('a lost original heads its family, the closest copy first', () => {
  const tree = family(report, report.accounts[0]!);
  assert.equal(tree.lost?.credit, 'Northern Wire');
  assert.deepEqual(below(tree).map((b) => [b.id, b.edge?.kind]), [['001', 'edited'], ['004', 'cut'], ['000', 'paraphrased']]);
});

test('copies of unknown direction stand side by side under one text', () => {
  const one = new Report(oneText());
  const tree = family(one, one.accounts[0]!);
  assert.deepEqual([tree.id, ...tree.kids.map((k) => k.id)], ['', '001', '004']);
});

test('a cycle in the edges does not hang the drawing', () => {
  const data = oneText();
  data.lineage[0]!.edges = [
    {from: '001', to: '004', kind: 'cut', confidence: 0.6, why: []},
    {from: '004', to: '001', kind: 'cut', confidence: 0.6, why: []},
  ];
  const looped = new Report(data);
  assert.deepEqual(below(family(looped, looped.accounts[0]!)).map((b) => b.id).length + 1, 2);
});

test('a strip has a bar a sentence of the original, as high as it is close', () => {
  const lost = report.lineage!.nodes.find((n) => n.lost)!;
  assert.deepEqual(stripOfLost(report, lost, '004').bars, ['edited', 'same', 'same', 'same', 'same', 'none', 'none', 'none', 'none', 'none']);
  assert.ok(stripOfLost(report, lost, '000').bars.every((b) => b === 'edited' || b === 'reworded'));
  assert.deepEqual(stripOfPair(report, '001', '002').bars.map((b) => b === 'quoted').indexOf(true), 4);
});

test('an account’s answers: two speakers are two, a figure taken back is marked and last', () => {
  const hurt = report.findings.find((f) => f.kind === 'difference')!;
  const of = (i: number): unknown[] => answers(report, hurt, report.accounts[i]!).map((a) => [a.value.value, a.was, a.speakers]);
  assert.deepEqual(of(0), [['9', false, ['two coastguard officers', 'the Northern Wire']]]);
  assert.deepEqual(of(1), [['4', false, ['Jon Reval']], ['6', false, ['a surgeon']]]);
  assert.deepEqual(of(2), [['9', false, ['the coastguard']], ['eleven', true, []]]);
});

test('scales start at zero, end beyond the highest, have whole ticks for whole numbers', () => {
  for (const highest of [0, 1, 3, 7, 8, 9, 43, 99, 100, 212, 1500, 1e6, 2.5]) {
    const s = scale(highest);
    assert.equal(s.ticks[0], 0);
    assert.ok(s.max > highest && s.ticks.length <= 10 && s.ticks.length >= 2, `${highest}: ${s.ticks}`);
    if (highest >= 1) assert.ok(s.ticks.every((t) => Number.isInteger(t * 2)), `${highest}: ${s.ticks}`);
  }
});

test('open ends and ranges stand where they should', () => {
  const value = (low: number | null, high: number | null) => ({value: '', low, high, articles: [], witnesses: 1, evidence: []});
  const s = scaleOf([value(24, 99), value(100, null)]);
  assert.deepEqual(place(value(100, null), s), {at: 100 / s.max, from: 100 / s.max, to: 1, open: true});
  assert.deepEqual(place(value(null, 5), s), {at: 5 / s.max, from: 0, to: 5 / s.max, open: false});
  assert.equal(place(value(24, 99), s).at, 61.5 / s.max);
});

test('side by side: sentences that answer each other, and the words in the same place', () => {
  const p = pair(report, '001', '000');
  assert.equal(p.passages.length, 10);
  assert.equal(summary(p, false, true), '10 sentences in common: 1 with small changes, 9 reworded');
  const {left, right} = compared(p.passages[4]!);
  assert.deepEqual(left[0]!.filter((r) => !r.shared && r.text.trim()).map((r) => r.text), ['saw', 'but', 'travelling']);
  assert.deepEqual(right[0]!.filter((r) => !r.shared && r.text.trim()).map((r) => r.text), ['noticed', 'except', 'journeying']);
  assert.equal(left[0]!.map((r) => r.text).join(''), p.passages[4]!.left[0]!.text);
});

test('side by side is the same pair from either side', () => {
  const there = pair(report, '001', '004').passages;
  const back = pair(report, '004', '001').passages;
  assert.deepEqual(there.map((a) => [a.left[0]!.n, a.right[0]!.n]), back.map((a) => [a.right[0]!.n, a.left[0]!.n]));
});

test('a passage over several sentences is cut into those that answer each other', () => {
  const data = ferry();
  const [first, last] = [data.copies[2]!.passages[1]!, data.copies[2]!.passages[3]!];
  data.copies[2]!.passages = [{a: [first.a[0], last.a[1]], b: [first.b[0], last.b[1]], kind: 'same'}];
  assert.deepEqual(pair(new Report(data), '001', '004').passages.map((a) => [a.left.map((s) => s.n), a.right.map((s) => s.n)]), [[[2], [2]], [[3], [3]], [[4], [4]]]);
});

test('quotations in common are no copy, articles of two events have nothing', () => {
  assert.equal(summary(pair(report, '001', '002'), false, true), 'No sentence in common, only one quotation or set phrase: not a copy');
  assert.equal(summary(pair(report, '002', '003'), false, true), 'Nothing in common but the event.');
  assert.equal(summary(pair(report, '001', '001#2'), false, false), 'Nothing in common.');
});

test('the reading view opens on the first quotation that drifted in copying', () => {
  assert.deepEqual(opening(report), {left: '001', right: '000', sentence: 5});
});

test('CSV: one line an evidence, quoted, and no cell a spreadsheet would run', () => {
  const lines = csv(report).split('\r\n');
  const evidence = report.findings.reduce((n, f) => n + f.values.reduce((m, v) => m + v.evidence.length, 0), 0);
  assert.equal(lines.length, evidence + 2);
  assert.ok(lines[1]!.startsWith('s-0fe44b01,agreement,everyone on board was saved,'));
  const data = markup();
  data.findings[0]!.findings[0]!.about = '=1+1,"x"';
  assert.ok(csv(new Report(data)).includes(`"'=1+1,""x"""`));
});

test('two hundred articles make a model in less than a second', () => {
  const data = many();
  const begin = Date.now();
  const big = new Report(data);
  assert.equal(big.accounts.length, 21);
  assert.equal(big.accounts[8]!.letter, '9');
  assert.ok(Date.now() - begin < 1000);
});

test('a correction told only in words joins the difference it belongs to', () => {
  const data = ferry();
  const findings = data.findings[0]!.findings;
  const hurt = findings.find((f) => f.kind === 'difference')!;
  hurt.values[0]!.articles = hurt.values[0]!.articles.filter((a) => a !== '003');
  hurt.values[0]!.evidence = hurt.values[0]!.evidence.filter((e) => e.article !== '003');
  const correction = findings.find((f) => f.kind === 'correction')!;
  correction.about = 'members';
  delete correction.noun;
  const whole = {article: '003', begin: correction.values[0]!.evidence[0]!.begin, end: correction.values[1]!.evidence[0]!.end};
  correction.values = [{value: 'eleven', low: null, high: null, witnesses: 1, articles: ['003'], evidence: [whole]}, {value: 'nine', low: null, high: null, witnesses: 1, articles: ['003'], evidence: [whole]}];
  const told = new Report(data);
  const own = answers(told, hurt, told.accounts[2]!);
  assert.deepEqual(own.map((a) => [a.value.low, a.was]), [[9, false], [11, true]]);
  assert.deepEqual(own.map((a) => told.article('003').text.slice([a.evidence[0]!.begin, a.evidence[0]!.end])), ['nine', 'eleven']);
  correction.about = 'boats';
  assert.deepEqual(answers(new Report(data), hurt, told.accounts[2]!), [], 'of other things it says nothing');
});

test('numbers are read in digits and in words', () => {
  for (const [text, n] of [['7', 7], ['at least 1,200', 1200], ['two', 2], ['eleven crew', 11], ['dozens', null], ['3 to 5', null]] as const) assert.equal(numberIn(text), n, text);
});
