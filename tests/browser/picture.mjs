// Takes the picture of a report that the README shows.
//
//   node tests/browser/picture.mjs REPORT OUT.png [light|dark] [HEIGHT]

import {resolve} from 'node:path';
import {launch, open} from './browser.mjs';

const [report, out, colorScheme = 'light', height = '1000'] = process.argv.slice(2);
const browser = await launch();
const {page} = await open(browser, resolve(report), {colorScheme, viewport: {width: 1280, height: Number(height)}});
await page.screenshot({path: out});
await browser.close();
