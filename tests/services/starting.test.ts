// Whoever starts the program and gets something wrong reads one sentence with what to do; nothing is changed by it. The real command, in a
// process of its own, by an account that is not allowed everything.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { buildIfNeeded } from '#app/cli/built.mjs';
import { sentenceOf } from '#db/dialects/sqlite-driver.ts';
import { freePort } from '#tests/support/free-port.ts';

/** Root may do everything; nobody (65534) may not. */
const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

// Each start is a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

let home: string;
let data: string;
const children: ChildProcess[] = [];
const ends: (() => void)[] = [];

beforeAll(() => {
  expect(buildIfNeeded()).toBe(true);
}, 300_000);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'murmur-starting-'));
  data = join(home, 'data');
  chmodSync(home, 0o755);
  mkdirSync(data, { mode: 0o700 });
  own(data);
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await ended;
  }
  for (const end of ends.splice(0)) end();
  rmSync(home, { recursive: true, force: true });
});

function own(path: string): void {
  if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
}

interface Start {
  readonly args?: readonly string[];
  readonly env?: Record<string, string>;
  readonly program?: string;
}

const environment = (env: Record<string, string> = {}): NodeJS.ProcessEnv => ({ NODE_ENV: 'production', PATH: process.env['PATH']!, HOME: home, MURMUR_DATA: data, PORT: '0', ...env });

/** What `serve`, or the command in `args`, says before it ends by itself. */
function refusal({ args = ['serve'], env, program = resolve('app/cli/murmur.mjs') }: Start): { status: number | null; says: string; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { ...account, cwd: home, env: environment(env), encoding: 'utf8', timeout: 120_000 });
  return { status, says: stderr.trim(), out: stdout };
}

function everything(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found[path] = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder';
  }
  return found;
}

/** One line, no place in the program, exit code 1 or 2, and nothing made or changed. */
function expectRefusal(start: Start, sentence: RegExp, status = 1): void {
  const before = everything(home);
  const refused = refusal(start);
  expect(refused.says).toMatch(sentence);
  expect(refused.says).not.toMatch(/^\s+at |this should not happen/m);
  expect(refused.says.split('\n').filter((line) => !line.startsWith('Usage:'))).toHaveLength(1);
  expect([refused.status, refused.out]).toEqual([status, '']);
  expect(everything(home)).toEqual(before);
}

/** The portal as `npm start` starts it, once it answers. */
async function started(env: Record<string, string> = {}): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const child = spawn(process.execPath, [resolve('app/cli/murmur.mjs'), 'serve'], { ...account, cwd: home, env: environment({ ...env, PORT: String(port) }), stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(child);
  while (!(await fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`the portal ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { child, port };
}

async function stopped({ child }: { child: ChildProcess }): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return ended;
}

test.each<[string, Start, RegExp, number?]>([
  ['a port that is none', { env: { PORT: 'web' } }, /^PORT: a whole number is needed, not «web»$/],
  ['a port on the command line that is none', { args: ['serve', '--port', '70000'] }, /^--port needs a whole number from 1 to 65535$/m, 2],
  ['an option that there is not', { args: ['serve', '--prot', '4166'] }, /^Unknown option '--prot'/m, 2],
  ['an address with a path', { env: { MURMUR_URL: 'https://amber.example/murmur' } }, /^MURMUR_URL: .*without a path: «https:\/\/amber.example\/murmur»; give Murmur a name of its own/],
  ['an address that is none', { env: { MURMUR_URL: 'murmur.example' } }, /^MURMUR_URL: an address like https:/],
  ['a time zone that there is not', { env: { MURMUR_TZ: 'Mars/Olympus' } }, /^MURMUR_TZ: a time zone like Asia\/Hong_Kong is needed, not «Mars\/Olympus»$/],
  ['a number of proxies that is none', { env: { MURMUR_PROXIES: 'one' } }, /^MURMUR_PROXIES: a whole number is needed/],
  ['a mail server that is none', { env: { MURMUR_SMTP: 'mail.example.org' } }, /^MURMUR_SMTP: an address like smtp:/],
  ['a certificate that is not there', { env: { MURMUR_SMTP_CA: '/nowhere.pem' } }, /^MURMUR_SMTP_CA: the file «\/nowhere.pem» cannot be read$/],
  ['a contact that is none', { env: { MURMUR_SECURITY_CONTACT: 'somebody' } }, /^MURMUR_SECURITY_CONTACT: an address like/],
  ['a database of another kind', { env: { MURMUR_DATABASE: 'mysql://db/murmur' } }, /^MURMUR_DATABASE: an address like postgres:/],
  ['a host that is not here', { env: { MURMUR_HOST: '203.0.113.7', PORT: '34567' } }, /^MURMUR_HOST: this machine has no such address/],
])('%s is named in a sentence', (_what, start, sentence, status) => {
  // The last one is noticed while listening: by then the empty folder has its database.
  if (start.env?.['MURMUR_HOST']) rmSync(data, { recursive: true });
  if (start.env?.['MURMUR_HOST']) return expect(refusal({ ...start, env: { ...start.env, MURMUR_DATA: ownFolder('other') } })).toMatchObject({ status: 1, says: expect.stringMatching(sentence) });
  expectRefusal(start, sentence, status);
});

function ownFolder(name: string): string {
  mkdirSync(join(home, name), { mode: 0o700 });
  own(join(home, name));
  return join(home, name);
}

test('a data folder that is read-only is named, with what to do', () => {
  chmodSync(data, 0o500);
  expectRefusal({}, /murmur.sqlite cannot be written by this account; give it to the account that runs Murmur, or name another folder with --data$/);
});

test('a data folder that belongs to somebody else, or whose parent does, is named', () => {
  chmodSync(data, 0o000);
  expectRefusal({}, /murmur.sqlite cannot be written by this account/);
  expectRefusal({ env: { MURMUR_DATA: '/murmur-of-nobody' } }, /^\/murmur-of-nobody cannot be written by this account; /);
});

test('a file where the data folder should be is named', () => {
  writeFileSync(join(home, 'file'), 'x');
  expectRefusal({ env: { MURMUR_DATA: join(home, 'file') } }, /file is no folder; name one with --data$/);
  expectRefusal({ env: { MURMUR_DATA: join(home, 'file/below') } }, /is no folder; name one with --data$/);
});

test('a database that is damaged, is something else, or may not be written, is named, and kept as it is', async () => {
  const database = join(data, 'murmur.sqlite');
  writeFileSync(database, 'this is a letter to my aunt, and it is long enough to be taken for a page of a database '.repeat(50));
  own(database);
  expectRefusal({}, /murmur.sqlite is no database of Murmur, or is damaged; move it away, or bring a backup back with murmur restore$/);
  rmSync(database);
  mkdirSync(database);
  own(database);
  expectRefusal({}, /murmur.sqlite cannot be written by this account/);
  rmSync(database, { recursive: true });
  expect(await stopped(await started())).toBe(0);
  chmodSync(database, 0o400);
  expectRefusal({}, /murmur.sqlite cannot be written by this account/);
});

test('a folder of ballots, or its own key, that cannot be read is named, and nothing is made in its place', async () => {
  expect(await stopped(await started())).toBe(0);
  chmodSync(join(data, 'open'), 0o000);
  expectRefusal({}, /data\/open\S* cannot be written by this account; /);
  chmodSync(join(data, 'open'), 0o700);
  chmodSync(join(data, 'installation.json'), 0o000);
  expectRefusal({}, /installation.json cannot be read; it holds which database belongs to this folder: bring it back,/);
  chmodSync(join(data, 'installation.json'), 0o600);
  writeFileSync(join(data, 'installation.json'), '{"key":');
  expectRefusal({}, /installation.json/);
});

test('a second server on the same folder, and a port in use, are named', async () => {
  const { port } = await started();
  expect(refusal({ env: { PORT: String(await freePort()) } })).toMatchObject({ status: 1, says: `another portal already serves ${data}; stop it first` });
  expect(refusal({ env: { PORT: String(port), MURMUR_DATA: ownFolder('other') } })).toMatchObject({ status: 1, says: `port ${port} is in use by another program; stop it or choose another one with --port N` });
});

test('a database server that is away, or refuses, is named without its password', async () => {
  const port = await freePort();
  expectRefusal({ env: { MURMUR_DATABASE: `postgres://murmur:s3cret@127.0.0.1:${port}/murmur` } }, /^MURMUR_DATABASE: no database server answers at 127.0.0.1:\d+\/murmur \(/);
  expect(refusal({ env: { MURMUR_DATABASE: `postgres://murmur:s3cret@127.0.0.1:${port}/murmur` } }).says).not.toContain('s3cret');
  const server = inject('postgres');
  if (server === null) return;
  const address = new URL(server);
  address.pathname = '/nothing_here';
  expectRefusal({ env: { MURMUR_DATABASE: address.href } }, /^MURMUR_DATABASE: there is no such database on the server/);
});

/** A release as `npm run release` packs it, as far as a start needs it. */
function release(without: (folder: string) => void): string {
  const folder = join(home, 'murmur');
  for (const file of ['app/cli/murmur.mjs', 'app/cli/built.mjs', 'app/cli/settings.mjs', 'package.json', 'build']) cpSync(file, join(folder, file), { recursive: true, preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  without(folder);
  return join(folder, 'app/cli/murmur.mjs');
}

test('a release runs from any folder without a source, and one without its build or its packages says what is missing', () => {
  const program = release(() => undefined);
  const made = refusal({ program, args: ['admin', 'create', '--email', 'a@b.example', '--name', 'Ada', '--hr'], env: { MURMUR_URL: 'https://murmur.amber.example' } });
  expect(made).toMatchObject({ status: 0, says: '', out: expect.stringMatching(/^https:\/\/murmur.amber.example\/sign-in\/[\w-]+\n$/) });
  rmSync(join(home, 'murmur/build/server/index.js'));
  expectRefusal({ program }, /^the built program is missing in \S+build or incomplete: unpack the release again; your data were not touched$/);
  cpSync('build/server/index.js', join(home, 'murmur/build/server/index.js'));
  rmSync(join(home, 'murmur/node_modules'));
  expectRefusal({ program }, /^the packages that Murmur needs are not installed here: run npm ci --omit=dev in its folder \(Cannot find package/);
});

test('settings that are no file, or may not be read, are named, and nothing is started without them', () => {
  const settings = join(home, 'murmur/.env');
  const program = release(() => undefined);
  const sentence = /^\S+murmur\/\.env cannot be read: it must be a text file that the account which runs Murmur may read; put it right, or move it away$/;
  mkdirSync(settings);
  expectRefusal({ program }, sentence);
  rmSync(settings, { recursive: true });
  writeFileSync(settings, 'MURMUR_TZ=Mars/Olympus\n', { mode: 0o000 });
  expectRefusal({ program }, sentence);
  chmodSync(settings, 0o644);
  expectRefusal({ program }, /^MURMUR_TZ: /);
});

test('a clock that says a day before the program was built is named, and nothing is dated by it', () => {
  const program = release((folder) => utimesSync(join(folder, 'build/server/index.js'), new Date(), new Date(Date.now() + 10 * 86_400_000)));
  expectRefusal({ program }, /^the clock of this machine says \d{4}-\d\d-\d\d, before this Murmur was built \(\d{4}-\d\d-\d\d\): set the clock and start again, or, if it is right, install the release again$/);
});

test('a driver that was not installed is said by the command line in one sentence', () => {
  const program = release((folder) => {
    rmSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync('node_modules')) if (!/^(better-sqlite3|\.)/.test(name)) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  });
  expectRefusal({ program }, new RegExp(`^${sentenceOf(process.versions.node, '').replaceAll(/[.+()]/g, '\\$&').slice(0, -4)}`));
});

test('the portal runs alone: no compiler and no other process stays beside it', async () => {
  const running = await started();
  if (!existsSync('/proc/self/task')) return;
  const tasks = readdirSync(`/proc/${running.child.pid}/task`);
  expect(tasks.map((task) => readFileSync(`/proc/${running.child.pid}/task/${task}/children`, 'utf8')).join('')).toBe('');
  expect(await stopped(running)).toBe(0);
});

test('what the portal makes can be read by its own account alone', async () => {
  await stopped(await started());
  expect(Object.keys(everything(data)).filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
});
