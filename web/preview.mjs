// Writes each fixture as a report, to look at while working on the front end:
//   node preview.mjs OUT
// The program itself writes the same page round the records of a run.

import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, 'dist');
mkdirSync(out, {recursive: true});

const bundled = await build({absWorkingDir: here, entryPoints: ['test/fixtures/all.ts'], bundle: true, format: 'esm', write: false, platform: 'node'});
const {fixtures} = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].text).toString('base64')}`);

const bundle = async (entry) => (await build({absWorkingDir: here, entryPoints: [entry], bundle: true, minify: true, format: 'iife', charset: 'utf8', write: false})).outputFiles[0].text.trim();
const script = await bundle('src/main.ts');
const style = await bundle('src/style/report.css');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;

for (const [name, data] of Object.entries(fixtures)) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  writeFileSync(join(out, `${name}.html`), `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"><title>tellings</title><style>${style}</style></head><body><div id="app"></div><script type="application/json" id="tellings">${json}</script><script>${script}</script></body></html>\n`);
}
