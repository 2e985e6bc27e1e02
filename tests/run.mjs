// Everything that has to hold, in the order in which it fails fastest. The last line counts: one for each check, one for each test.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { whatFailed } from './what-failed.mjs';

const results = 'tests/results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

function run(script, args, env = {}) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`— ${script.split('/')[0]} ${args[0] ?? ''}: ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`);
  return status === 0;
}

/** Runs checks beside each other and prints what each said, one after the other. */
async function check(...checks) {
  await Promise.all(checks.map(async ([script, args]) => {
    const started = Date.now();
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
    const status = await new Promise((resolve) => child.once('close', resolve));
    process.stdout.write(Buffer.concat(said));
    console.log(`— ${script.split('/')[0]} ${args[0] ?? ''}: ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`);
    if (status === 0) passed += 1;
    else failed += 1;
  }));
}

function read(file) {
  try {
    return JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
  } catch {
    return null;
  }
}

function countVitest(ok) {
  const report = read('vitest.json');
  if (!report) failed += 1;
  else {
    passed += report.numPassedTests;
    const broken = report.numFailedTests + report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    failed += broken === 0 && !ok ? 1 : broken;
  }
}

/** What this machine could not test, a sentence each. */
function leftOut() {
  return existsSync(`${results}/left-out.txt`) ? [...new Set(readFileSync(`${results}/left-out.txt`, 'utf8').trim().split('\n'))] : [];
}

function countPlaywright(ok) {
  const stats = read('journeys.json')?.stats;
  if (leftOut().some((what) => what.startsWith('every journey'))) return;
  if (!stats) failed += 1;
  else {
    passed += stats.expected + stats.flaky;
    failed += stats.unexpected === 0 && !ok ? 1 : stats.unexpected;
  }
}

const code = ['app', 'db', 'tests'];
await check(['typescript/bin/tsc', ['--noEmit']], ['eslint/bin/eslint.js', ['-c', '.config/eslint.config.js', '--max-warnings', '0', ...code]]);
await check(['dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.cjs', ...code]], ['knip/bin/knip.js', ['--config', '.config/knip.json', '--include', 'exports,files,dependencies,unlisted', '--no-progress']]);
const built = spawnSync(process.execPath, ['app/cli/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
if (built) passed += 1;
else failed += 1;
countVitest(run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}/vitest.json`]));
if (built) countPlaywright(run('@playwright/test/cli.js', ['test', '-c', 'tests/playwright.config.ts']));

writeFileSync(`${results}/counts.json`, JSON.stringify({ passed, failed }));
for (const what of whatFailed(results)) console.log(`failed: ${what}`);
for (const what of leftOut()) console.log(`left out: ${what}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
