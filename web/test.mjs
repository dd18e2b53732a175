// Runs web/test/*.test.ts with node's own test runner, bundled first since
// Node 18 reads no TypeScript.
//
//   node test.mjs

import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'tellings-web-'));
const tests = readdirSync(join(here, 'test')).filter((f) => f.endsWith('.test.ts'));
if (tests.length === 0) throw new Error('no tests');
await build({
  absWorkingDir: here, entryPoints: tests.map((f) => `test/${f}`), outdir: out, outExtension: {'.js': '.mjs'},
  bundle: true, format: 'esm', platform: 'node', external: ['node:*'], logLevel: 'warning',
});
const run = spawnSync(process.execPath, ['--test', ...tests.map((f) => join(out, f.replace(/\.ts$/, '.mjs')))], {stdio: 'inherit'});
rmSync(out, {recursive: true});
process.exit(run.status ?? 1);
