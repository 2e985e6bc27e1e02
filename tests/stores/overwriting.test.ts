// Overwriting the log in place loses nothing: not where the process is killed in the middle of it, not where another has the database open.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, expect, test } from 'vitest';
import Database, { type SqliteDatabase } from '#db/dialects/sqlite-driver.ts';
import { openData } from '#db/index.server.ts';
import { lastWritten, prepare, write } from '#tests/support/numbered-writes.ts';
import { times } from '#tests/support/repetitions.ts';

const timeLimit = 900_000;
const folders: string[] = [];
const children: ChildProcess[] = [];

// Put together once: each of many processes would spend seconds on reading its sources.
const scripts = mkdtempSync(join(tmpdir(), 'murmur-scripts-'));
symlinkSync(resolve('node_modules'), join(scripts, 'node_modules'));
const entryPoints = ['overwriter.ts', 'neighbour.ts'].map((name) => resolve('tests/support', name));
buildSync({ entryPoints, outdir: scripts, outExtension: { '.js': '.mjs' }, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error' });
afterAll(() => rmSync(scripts, { recursive: true, force: true }));

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function aDatabase(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-overwriting-'));
  folders.push(folder);
  const file = join(folder, 'murmur.sqlite');
  const data = await openData(file);
  await prepare(data);
  await data.close();
  return file;
}

interface Process {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Resolves with what it said when it has ended; throws where it ended with an error. */
  readonly ended: Promise<string[]>;
  /** Resolves when a line says so, or it has ended. */
  says(line: string): Promise<void>;
}

function start(script: string, args: readonly string[], heard: (line: string, child: ChildProcess) => void = () => undefined): Process {
  const child = spawn(process.execPath, [join(scripts, script), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  let wrong = '';
  child.stderr.on('data', (text: Buffer) => (wrong += text.toString()));
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    waiting.forEach((look) => look());
    heard(line, child);
  });
  const ended = new Promise<string[]>((done, failed) => {
    child.once('close', (code, signal) => (code === 0 || signal === 'SIGKILL' ? done(lines) : failed(new Error(`${script} ended with ${code}: ${wrong}`))));
  });
  ended.catch(() => undefined);
  const says = (line: string) => new Promise<void>((done, failed) => {
    const look = () => lines.includes(line) && done();
    waiting.push(look);
    ended.then(() => done(), failed);
    look();
  });
  return { child, lines, ended, says };
}

const lastSaid = (lines: readonly string[]) => Number(lines.findLast((line) => line.startsWith('wrote '))?.split(' ')[1] ?? 0);
const count = (lines: readonly string[], line: string) => lines.filter((one) => one === line).length;

/** What a process that opens it finds. */
function opened<T>(file: string, look: (database: SqliteDatabase) => T): T {
  const database = new Database(file);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    return look(database);
  } finally {
    database.close();
  }
}

/** The same, of a copy: the next process is to find the log as the kill left it. */
function openedCopy(file: string): number {
  for (const end of ['', '-wal']) {
    rmSync(`${file}.copy${end}`, { force: true });
    if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${file}.copy${end}`);
  }
  return opened(`${file}.copy`, (database) => lastWritten(database, 'portal'));
}

/** Killed in answer to a line, after a few turns, so that it is at any place behind it. */
function killAfter(count: number): (line: string, child: ChildProcess) => void {
  let heard = 0;
  const kill = (turns: number, child: ChildProcess): void => void (turns === 0 ? child.kill('SIGKILL') : setImmediate(() => kill(turns - 1, child)));
  return (_line, child) => {
    heard += 1;
    if (heard === count) kill(randomInt(3) === 0 ? 0 : randomInt(400), child);
  };
}

test('a process that is killed while it writes and overwrites has lost nothing that it said was written', async () => {
  const file = await aDatabase();
  let [last, within] = [0, 0];
  const rounds = times(12, 200);
  for (let round = 0; round < rounds; round += 1) {
    const { ended } = start('overwriter.mjs', [file, 'portal', String(last + 1)], killAfter(1 + randomInt(40)));
    const lines = await ended;
    expect(lines).not.toContain('busy');
    expect(lines).not.toContain('overwrote false');
    if (lines.at(-1)?.startsWith('overwriting')) within += 1;
    const said = lastSaid(lines) || last;
    const found = openedCopy(file);
    // What was committed and not yet said may be there too; never a part of it.
    expect([said, said + 1]).toContain(found);
    last = found;
  }
  const data = await openData(file);
  expect(await data.overwrite('everything')).toBe(true);
  await data.close();
  expect(opened(file, (database) => lastWritten(database, 'portal'))).toBe(last);
  process.stdout.write(`killed ${rounds} times, ${within} while overwriting; ${last} transactions, none lost\n`);
}, timeLimit);

test('while another process reads for long and writes, overwriting disturbs neither', async () => {
  const file = await aDatabase();
  const neighbour = start('neighbour.mjs', [file, 'reads-and-writes']);
  await neighbour.says('wrote 1');
  const portal = await start('overwriter.mjs', [file, 'portal', '1', String(times(60, 1500))]).ended;
  neighbour.child.stdin?.end();
  const beside = await neighbour.ended;
  expect([portal.at(-1), beside.at(-1)]).toEqual(['closed', 'closed']);
  expect(count(portal, 'overwrote true')).toBeGreaterThan(0);
  const found = opened(file, (database) => ['portal', 'neighbour'].map((writer) => lastWritten(database, writer)));
  expect(found).toEqual([lastSaid(portal), lastSaid(beside)]);
  const overwrote = ['true', 'false', 'busy'].map((how) => `${how} ${count(portal, `overwrote ${how}`)}`);
  process.stdout.write(`side by side: ${found.join(' and ')} transactions, ${beside.filter((line) => line.startsWith('read ')).length} long reads; overwrote: ${overwrote.join(', ')}; busy ${count(portal, 'busy')} and ${count(beside, 'busy')}\n`);
}, timeLimit);

test.each(['reading', 'writing'])('overwriting says that another process stands in its way that is %s, and succeeds when it has gone', async (action) => {
  const file = await aDatabase();
  const data = await openData(file);
  await write(data, 'portal', 1);
  const neighbour = start('neighbour.mjs', [file, action]);
  await neighbour.says('standing');
  const what = action === 'reading' ? 'log' : 'everything';
  if (action === 'reading') await write(data, 'portal', 2);
  expect(await data.overwrite(what)).toBe(false);
  neighbour.child.stdin?.end();
  expect((await neighbour.ended).at(-1)).toBe('closed');
  expect(readFileSync(`${file}-wal`).includes('portal-000001')).toBe(true);
  expect(await data.overwrite(what)).toBe(true);
  expect(readFileSync(`${file}-wal`).includes('portal-000001')).toBe(false);
  await data.close();
  expect(opened(file, (database) => lastWritten(database, 'portal'))).toBe(action === 'reading' ? 2 : 1);
}, timeLimit);
