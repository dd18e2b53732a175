// What the tests in a browser share: the machine's Chromium, driven without a
// network, and a page of it that remembers what it should not have done.

import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(join(root, 'web/package.json'));
const {chromium} = require('playwright-core');
const axeSource = require('axe-core').source;

export const folder = mkdtempSync(join(tmpdir(), 'tellings-browser-'));

const kPrograms = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the machine; without one the tests cannot run, which is a failure and not a pass. */
export async function launch() {
  const executablePath = kPrograms.find((p) => p && existsSync(p));
  if (!executablePath) throw new Error('no Chromium found: install the package chromium, or set CHROMIUM');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu'],
  });
}

/** A page that opens a file, with all that went wrong in it. */
export async function open(browser, file, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, acceptDownloads: true, ...options});
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') wrong.push(`console: ${m.text()}`);
  });
  page.on('pageerror', (e) => wrong.push(`error: ${e.message}`));
  page.on('request', (r) => {
    if (!/^(file|blob|data):/.test(r.url())) wrong.push(`request: ${r.url()}`);
  });
  await page.goto(`file://${file}${options.hash ?? ''}`);
  return {page, wrong, close: () => context.close()};
}

/** Runs the program; what it wrote where, and how it ended. */
export function run(program, words) {
  return spawnSync(program, words, {encoding: 'utf8', timeout: 300_000, maxBuffer: 1 << 28});
}

/** What axe holds against the page, one line a rule and element. */
export async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(() => window.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

/** What of the page stands out to the right of the window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
