// node tests/on-node.mjs 24.21.0: installs, builds, tests the stores and starts the demonstration on another Node, in a copy of the tree. Node
// comes from npm with its own headers, so that nothing but the registry is needed. The last line counts this and what `npm test` counted.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { whatFailed } from './what-failed.mjs';

const version = process.argv[2] ?? '24.21.0';
const home = mkdtempSync(join(tmpdir(), 'murmur-node-'));
// What runs as nobody has to reach it: the database server of the tests.
chmodSync(home, 0o755);
const tree = join(home, 'murmur');
let passed = 0;
let failed = 0;

function say(what, ok, started) {
  console.log(`— Node ${version}, ${what}: ${ok ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`);
  return ok;
}

function count(what, work) {
  const started = Date.now();
  const ok = work();
  if (ok) passed += 1;
  else failed += 1;
  return say(what, ok, started);
}

/** Runs a program and is true when it ended well. */
function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options }).status === 0;
}

function copyTree() {
  const { stdout, status } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status !== 0) return false;
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(name))) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    cpSync(file, join(tree, file));
  }
  return true;
}

/** The environment in which `node` and `npm` are of the other version; null where npm has no such Node for this platform. */
function otherNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const place = join(home, 'node');
  mkdirSync(place);
  if (!run('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', place, `${name}@${version}`])) return null;
  const folder = join(place, 'node_modules', name);
  // From Node 22 on no compiler is needed: the driver for Node 20 fails to build here at once, and nothing misses it.
  const compiler = Number.parseInt(version, 10) >= 22 ? { CC: 'false', CXX: 'false' } : {};
  const env = { ...process.env, ...compiler, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, npm_config_nodedir: folder };
  for (const key of Object.keys(env)) if (/^npm_(package|lifecycle|execpath|node_execpath)/.test(key)) delete env[key];
  const { stdout } = spawnSync('node', ['--version'], { env, encoding: 'utf8' });
  return stdout?.trim() === `v${version}` ? env : null;
}

function countStores(env) {
  const started = Date.now();
  const file = join(home, 'stores.json');
  const ok = run('node', ['node_modules/vitest/vitest.mjs', 'run', 'tests/stores', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], { cwd: tree, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 1 };
  passed += report.numPassedTests;
  failed += report.numFailedTests === 0 && !ok ? 1 : report.numFailedTests;
  say('stores', ok, started);
}

/** True when what was started prints the three links of the demonstration, the first one opens, and it ends in order. */
async function demonstrates(words, env) {
  const port = 20_000 + Math.floor(Math.random() * 40_000);
  const child = spawn('node', [...words, '--port', String(port)], { cwd: tree, env: { ...env, MURMUR_DATA: join(home, 'data') }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  const links = new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      said += text;
      if (said.match(/^(employee|hr|manager): \S+$/gm)?.length === 3) resolve(true);
    });
    void ended.then(() => resolve(false));
    setTimeout(() => resolve(false), 600_000).unref();
  });
  const opened = (await links) && (await fetch(/^employee: (\S+)$/m.exec(said)[1]).then(({ status }) => status === 200, () => false));
  child.kill('SIGTERM');
  return (await ended) === 0 && opened;
}

try {
  let env = null;
  count('copy of the tree', copyTree);
  count('Node itself', () => (env = otherNode()) !== null);
  if (env && count('npm ci', () => run('npm', ['ci'], { cwd: tree, env })) && count('build', () => run('node', ['app/cli/build.mjs'], { cwd: tree, env, stdio: ['ignore', 'ignore', 'ignore'] }))) {
    countStores(env);
    // The second finds the company that the first one founded.
    for (const [what, words] of [['demonstration', ['app/cli/murmur.mjs', 'demo']], ['npm run dev', ['app/cli/dev.mjs']]]) {
      const started = Date.now();
      const shown = await demonstrates(words, env);
      if (shown) passed += 1;
      else failed += 1;
      say(what, shown, started);
    }
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
const counts = process.argv.includes('--alone') || !existsSync('tests/results/counts.json') ? { passed: 0, failed: 0 } : JSON.parse(readFileSync('tests/results/counts.json', 'utf8'));
failed += counts.failed;
passed += counts.passed;
// Said once more, as near to the end as can be.
if (counts.failed > 0) for (const what of whatFailed('tests/results')) console.log(`failed: ${what}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
