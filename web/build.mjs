// Bundles the front end: web/src -> OUT/report.js, OUT/report.css, and
// OUT/report_bytes.cc, which holds both for the program, with the hashes that
// the page's Content-Security-Policy names.
//
//   node build.mjs OUT

import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, 'dist');

await build({
  absWorkingDir: here,
  entryPoints: [{in: 'src/main.ts', out: 'report'}, {in: 'src/style/report.css', out: 'report_style'}],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  // What browsers of 2023 know; CSS is nested nowhere, so that older ones read most of it.
  target: ['chrome114', 'firefox115', 'safari17'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

const read = (name) => readFileSync(join(out, name), 'utf8').trim();
const script = read('report.js');
const style = read('report_style.css');
for (const [text, end] of [[script, '</script'], [style, '</style']]) {
  if (text.toLowerCase().includes(end)) throw new Error(`${end} inside the bundle`);
}

// A raw string may not be longer than 64 KiB for every compiler: pieces, which the compiler joins.
const literal = (text) => {
  const pieces = text.match(/.{1,12000}/gsu) ?? [''];
  return pieces.map((piece) => `R"tellings(${piece})tellings"`).join('\n    ');
};
const hash = (text) => createHash('sha256').update(text, 'utf8').digest('base64');

mkdirSync(out, {recursive: true});
writeFileSync(join(out, 'report_bytes.cc'), `// Made by web/build.mjs from web/src; do not edit.
#include "web/report_bytes.h"

namespace tellings::web {

const std::string_view kScript =
    ${literal(script)};
const std::string_view kScriptHash = "sha256-${hash(script)}";
const std::string_view kStyle =
    ${literal(style)};
const std::string_view kStyleHash = "sha256-${hash(style)}";

}  // namespace tellings::web
`);
