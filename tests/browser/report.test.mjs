// The report in a real browser: opened from disk, used by hand and keyboard.
//
//   node tests/browser/report.test.mjs TELLINGS
//
// The examples' report comes from the program itself, the states that a run
// seldom shows from the front end's fixtures.

import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {folder, launch, open, overflow, root, run, violations} from './browser.mjs';

const program = process.argv[2] ?? join(root, 'build/release/tellings');
const example = join(folder, 'example.html');
const fixture = (name) => join(folder, `${name}.html`);
const kFixtures = ['ferry', 'alone', 'apart', 'onetext', 'markup', 'scripts', 'long', 'many'];
let browser;

before(async () => {
  const wrote = run(program, ['report', join(root, 'examples/kestrel'), '-o', example]);
  assert.equal(wrote.status, 0, wrote.stderr);
  assert.ok(wrote.stdout.includes(example), 'the summary names the file');
  const previewed = run(process.execPath, [join(root, 'web/preview.mjs'), folder]);
  assert.equal(previewed.status, 0, previewed.stderr);
  browser = await launch();
});

after(() => browser?.close());

/** The sections that the data of a page calls for, in their order. */
async function expected(page) {
  const data = JSON.parse(await page.textContent('#tellings'));
  const story = data.stories.reduce((best, s) => (s.articles.length > best.articles.length ? s : best));
  const kinds = new Set(data.findings.find((f) => f.story === story.story).findings.map((f) => f.kind));
  const several = data.lineage.find((l) => l.story === story.story).witnesses.length > 1;
  const has = (...names) => names.some((n) => kinds.has(n));
  return [
    several && has('agreement') && 'agree', several && has('difference', 'alone') && 'differ', 'copied',
    has('correction', 'update', 'quotation') && 'changed', 'read', 'articles', 'method',
  ].filter(Boolean);
}

describe('the report of the examples', () => {
  test('opens from disk with its sections, without an error, without a request', async () => {
    const {page, wrong, close} = await open(browser, example);
    const ids = await page.$$eval('section', (all) => all.map((s) => s.id));
    assert.deepEqual(ids, await expected(page));
    assert.match(await page.textContent('.counts'), /^\d+ articles .*are .*accounts?\.$/);
    assert.ok((await page.title()).includes('account'));
    assert.deepEqual(wrong, []);
    await close();
  });

  test('holds the very records of the other commands', async () => {
    const {page, close} = await open(browser, example);
    const data = JSON.parse(await page.textContent('#tellings'));
    const lines = (command) => run(program, [command, '--json', join(root, 'examples/kestrel')]).stdout.trim().split('\n').map((l) => JSON.parse(l));
    for (const name of ['articles', 'copies', 'stories', 'lineage', 'statements', 'findings']) assert.deepEqual(data[name], lines(name), name);
    await close();
  });

  test('its policy names the script and the style and nothing else', async () => {
    const text = readFileSync(example, 'utf8');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)[1];
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
    assert.ok(!/unsafe/.test(policy));
    const {page, close} = await open(browser, example);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.ran), undefined, 'a script that was put in did not run');
    await close();
  });

  test('without scripts its counts, findings, lineage and articles are there', async () => {
    const {page, wrong, close} = await open(browser, example, {javaScriptEnabled: false});
    const text = await page.innerText('body');
    assert.match(text, /\d+ articles .*are .*accounts?\b/);
    for (const heading of ['Who copied whom', 'The articles']) assert.ok(text.includes(heading), heading);
    const target = await page.$eval('noscript a[href^="#plain-"], a[href^="#plain-"]', (a) => a.getAttribute('href'));
    assert.ok(await page.$(target), 'a link leads to its article');
    assert.ok((await overflow(page)) <= 0);
    assert.deepEqual(wrong, []);
    await close();
  });

  test('is the same for any order of files and any number of threads', () => {
    const files = ['norda-wire.txt', 'daily-lantern.txt', 'radio-velmark.txt'].map((f) => join(root, 'examples/kestrel', f));
    const [a, b] = [run(program, ['report', ...files, '-o', '-', '--threads', '1']), run(program, ['report', ...files.reverse(), '-o', '-', '--threads', '2'])];
    assert.equal(a.status, 0, a.stderr);
    assert.ok(a.stdout === b.stdout && a.stdout.startsWith('<!DOCTYPE html>'));
  });
});

describe('every state', () => {
  for (const name of ['example', ...kFixtures]) {
    test(`${name}: no error, nothing out of the window from 360 to 1280 pixels, nothing axe objects to, light and dark`, async () => {
      const {page, wrong, close} = await open(browser, fixture(name));
      for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [768, 'dark'], [360, 'light']]) {
        await page.setViewportSize({width, height: 900});
        await page.emulateMedia({colorScheme});
        assert.ok((await overflow(page)) <= 0, `${name} at ${width}: ${await overflow(page)} pixels out`);
        if (width !== 768) assert.deepEqual(await violations(page), [], `${name}, ${colorScheme}, ${width}`);
      }
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
      for (const width of [360, 800, 1280]) {
        await page.setViewportSize({width, height: 900});
        assert.ok((await overflow(page)) <= 0, `${name} at ${width}, unfolded: ${await overflow(page)} pixels out`);
      }
      assert.deepEqual(wrong, []);
      assert.equal(await page.evaluate(() => window.hacked), undefined);
      await close();
    });
  }

  test('right to left: the page mirrors and nothing stands out of it', async () => {
    const {page, wrong, close} = await open(browser, fixture('ferry'));
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    assert.ok((await overflow(page)) <= 0);
    const [mark, value] = await page.$eval('.rows .val', (v) => [...v.children].map((c) => c.getBoundingClientRect().left));
    assert.ok(mark > value, 'the mark stands to the right of its value');
    await page.screenshot({path: join(folder, 'rtl.png'), fullPage: true});
    assert.deepEqual(wrong, []);
    await close();
  });

  test('with every detail open axe still has nothing to object to', async () => {
    const {page, close} = await open(browser, fixture('ferry'));
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
    await page.click('.ev[data-b]');
    assert.deepEqual(await violations(page), []);
    await close();
  });

  test('two hundred articles are drawn in under three seconds', async () => {
    const {page, close} = await open(browser, fixture('many'));
    const ms = await page.evaluate(() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd);
    assert.ok(ms < 3000, `${ms} ms`);
    await close();
  });
});

describe('by keyboard and hand', () => {
  test('Enter on a reference opens its sentence, Escape closes it and gives the focus back', async () => {
    const {page, wrong, close} = await open(browser, fixture('ferry'));
    const link = page.locator('.evl .ev').first();
    await link.focus();
    await page.keyboard.press('Enter');
    assert.ok(await page.isVisible('#pop'));
    assert.equal(await page.textContent('#pop .hit b'), 'everyone on board was saved');
    assert.match(await page.textContent('#pop .ft'), /sentence 1 of 10, bytes \d+–\d+/);
    assert.ok(await page.evaluate(() => document.activeElement.closest('#pop') !== null), 'the focus is in it');
    assert.equal(await link.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
    assert.ok(!(await page.isVisible('#pop')));
    assert.ok(await link.evaluate((a) => a === document.activeElement), 'the focus is back');
    assert.equal(await link.getAttribute('aria-expanded'), null);
    assert.deepEqual(wrong, []);
    await close();
  });

  test('the popover leads on to the article and beside another', async () => {
    const {page, close} = await open(browser, fixture('ferry'));
    await page.locator('.diff .ev').first().click();
    await page.click('#pop [data-go]');
    assert.ok(await page.isVisible('.body .s.tg'));
    await page.locator('.diff .ev').first().click();
    await page.click('#pop [data-side]');
    assert.ok(!(await page.isVisible('#pop')));
    assert.match(await page.textContent('[data-pos]'), /^3 of \d+/);
    await close();
  });

  test('arrows and letters move in the reading view, only while the focus is in it', async () => {
    const {page, close} = await open(browser, fixture('ferry'));
    const at = () => page.textContent('[data-pos]');
    assert.equal(await at(), '5 of 10: reworded');
    await page.locator('body').press('ArrowRight');
    assert.equal(await at(), '5 of 10: reworded');
    await page.focus('[data-move="1"]');
    for (const [key, place] of [['ArrowRight', '6 of 10'], ['j', '7 of 10'], ['k', '6 of 10'], ['ArrowLeft', '5 of 10']]) {
      await page.keyboard.press(key);
      assert.ok((await at()).startsWith(place), `${key}: ${await at()}`);
    }
    await page.locator('.pane[data-pane="1"] .s.in').first().click();
    assert.ok((await at()).startsWith('1 of 10'));
    await page.selectOption('[data-pick="1"]', '002');
    assert.match(await page.textContent('[data-sum]'), /not a copy$/);
    await page.click('[data-swap]');
    assert.equal(await page.inputValue('[data-pick="0"]'), '002');
    await close();
  });

  test('an address one was sent opens what hides it', async () => {
    for (const [hash, selector] of [['#s003-5', '.s.tg'], ['#a004', '#a004'], ['#d2', '#d2']]) {
      const {page, close} = await open(browser, fixture('ferry'), {hash});
      assert.ok(await page.isVisible(selector), hash);
      assert.ok(await page.locator(selector).evaluate((e) => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().top < innerHeight), hash);
      await close();
    }
  });

  test('another event of the same files is one link away, and back', async () => {
    const {page, close} = await open(browser, fixture('ferry'));
    await page.click('.stories a:has-text("bandstand")');
    await page.waitForFunction(() => document.querySelector('h1').textContent.includes('bandstand'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('h1').textContent.includes('Ferry'));
    await close();
  });

  test('Tab reaches every control in the order of the page, each with a ring', async () => {
    const {page, close} = await open(browser, fixture('ferry'));
    const seen = [];
    for (let i = 0; i < 40; ++i) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate(() => {
        const e = document.activeElement;
        return [e.tagName, getComputedStyle(e).outlineStyle];
      }));
    }
    assert.ok(seen.every(([tag, outline]) => tag !== 'BODY' && outline === 'solid'), JSON.stringify(seen.find(([, o]) => o !== 'solid')));
    await close();
  });

  test('targets are at least 24 pixels high', async () => {
    const {page, close} = await open(browser, fixture('ferry'));
    const low = await page.$$eval('.ev, button, summary, select, nav a, .doc', (all) => all.filter((e) => e.checkVisibility()).map((e) => [e.textContent, e.getBoundingClientRect().height]).filter(([, h]) => h > 0 && h < 23.5));
    assert.deepEqual(low, []);
    await close();
  });

  test('the data and the findings can be taken along', async () => {
    const {page, close} = await open(browser, fixture('ferry'));
    for (const [kind, name, begins] of [['json', 'tellings.json', '{\n "version"'], ['csv', 'findings.csv', '\ufeffstory,kind,about']]) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save="${kind}"]`)]);
      assert.equal(download.suggestedFilename(), name);
      const path = join(folder, name);
      await download.saveAs(path);
      assert.ok(readFileSync(path, 'utf8').startsWith(begins));
    }
    await close();
  });
});

describe('on paper', () => {
  test('everything is unfolded, references name their paragraphs, nothing is cut', async () => {
    const {page, wrong, close} = await open(browser, fixture('ferry'));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({media: 'print'});
    assert.equal(await page.locator('details:not([open])').count(), 0);
    assert.ok(!(await page.isVisible('.bar')) && !(await page.isVisible('#read')));
    assert.ok(await page.isVisible('#a003 .body p'));
    assert.equal(await page.$eval('.ev[data-p]', (a) => getComputedStyle(a, '::after').content.replace(/"/g, '')), ' ¶1');
    const pdf = await page.pdf({format: 'A4'});
    assert.ok(pdf.length > 20000);
    writeFileSync(join(folder, 'ferry.pdf'), pdf);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.ok((await page.locator('details:not([open])').count()) > 0, 'folded again');
    assert.deepEqual(wrong, []);
    await close();
  });
});
