// Days of work that are stopped again and again, by SIGKILL or by a cut of the power, and begun again each time: what was acknowledged is
// held against what is found. One day is one installation, from a draft to a release.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltDay } from './built-day.ts';
import type { Found } from './found-after-stop.ts';
import { newcomersEachTurn } from './newcomers.ts';
import { aDisk, type Disk } from './power-cut.ts';

export const kinds = ['start', 'seal', 'issue', 'drop', 'replace', 'plan', 'import', 'close', 'between'] as const;
export type Kind = (typeof kinds)[number];

/** How often a day is stopped at its most, of that before it is sealed, and while it is closed. */
const inADay = { all: 30, sealing: 3, closing: 6 };

export interface Row {
  stops: number;
  /** Things acknowledged between the stop before and this one. */
  acknowledged: number;
  lost: number;
  doubled: number;
}

export interface Tally {
  readonly rows: Record<Kind, Row>;
  days: number;
  /** Of days that came to their end: each has exactly one. */
  releases: number;
  /** How long a step takes here, in milliseconds: where in it a stop falls is chance. */
  readonly lasts: Record<string, number>;
}

export function noTally(): Tally {
  const rows = Object.fromEntries(kinds.map((kind) => [kind, { stops: 0, acknowledged: 0, lost: 0, doubled: 0 }])) as Record<Kind, Row>;
  return { rows, days: 0, releases: 0, lasts: { start: 500, seal: 800, issue: 30, drop: 2, replace: 2, plan: 20, import: 60, close: 1_500 } };
}

export const sumOf = ({ rows }: Tally, what: keyof Row): number => Object.values(rows).reduce((sum, row) => sum + row[what], 0);

export interface Stops {
  readonly how: 'cut' | 'kill';
  readonly built: BuiltDay;
  /** As it was before the day. */
  readonly prepared: string;
  readonly tally: Tally;
  /** The day ends without further stops when there were so many in all. */
  readonly enough: number;
}

interface Run {
  readonly lines: readonly string[];
  readonly code: number | null;
  readonly stopped: boolean;
  /** What reached the disk; null where nothing was cut. */
  readonly after: Disk | null;
}

function isStopped({ pid }: ChildProcess): boolean {
  try {
    return /^\d+ \(.*\) [Tt]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function run({ how, built }: Stops, place: Place): Promise<Run> {
  const child = spawn(process.execPath, [built.day, place.folder(), place.client], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complaints] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  let after: Disk | null = null;
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  if (how === 'cut') {
    const standing = setInterval(() => {
      if (after !== null || !isStopped(child)) return;
      after = place.disk!.cut();
      child.kill('SIGKILL');
    }, 2);
    await ended;
    clearInterval(standing);
  }
  const { code, signal } = await ended;
  const lines = said.split('\n').filter((line) => line !== '');
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`a day of work ended with ${code ?? signal}: ${complaints}\n${lines.slice(-5).join('\n')}`);
  return { lines, code, stopped: lines.includes('stopped') && code !== 0, after };
}

interface Place {
  folder(): string;
  readonly client: string;
  disk: Disk | null;
  remove(): void;
}

function aPlace(how: Stops['how'], prepared: string): Place {
  const client = mkdtempSync(join(tmpdir(), 'murmur-client-'));
  const disk = how === 'cut' ? aDisk(48) : null;
  const plain = disk ? null : mkdtempSync(join(tmpdir(), 'murmur-day-'));
  const place: Place = {
    client,
    disk,
    folder: () => place.disk?.folder ?? plain!,
    remove() {
      place.disk?.remove();
      for (const folder of [client, plain]) if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
  cpSync(prepared, place.folder(), { recursive: true });
  // What was prepared is older than the day: it lies on the disk.
  if (disk) execFileSync('sync', ['-f', disk.folder]);
  return place;
}

const stepOf = (line: string) => line.slice(line.indexOf(' ') + 1, line.lastIndexOf(' '));

/** The step that was under way when the process ended, by the last line it could say. */
function kindAt(lines: readonly string[]): Kind {
  const last = lines.filter((line) => /^(begin|ack) /.test(line)).at(-1);
  return last?.startsWith('begin ') ? (last.slice(last.lastIndexOf(' ') + 1) as Kind) : 'between';
}

/** One day with its stops. Throws, with everything left where it is, when something was lost or doubled. */
export async function stoppedDay(stops: Stops): Promise<void> {
  const { how, tally, enough } = stops;
  const place = aPlace(how, stops.prepared);
  const acknowledged = new Set<string>();
  let row = tally.rows.between;
  const judge = (line: string) => {
    const { lost, doubled } = verdict(JSON.parse(line.slice('found '.length)) as Found, acknowledged, place.client);
    row.lost += lost.length;
    row.doubled += doubled.length;
    if (lost.length + doubled.length > 0) throw new Error(`after a ${how}: lost ${lost.join(', ') || 'nothing'}, doubled ${doubled.join(', ') || 'nothing'}; see ${place.folder()} and ${place.client}: ${line}`);
  };
  // Then without a stop to the day's end, and once more: everything is done, and a start finds it.
  const today: Kind[] = [];
  for (let last = 0; last < 2; ) {
    const aim = sumOf(tally, 'stops') < enough ? aimOf(today, acknowledged, tally) : null;
    if (aim === null) last += 1;
    else today.push(aim);
    writeFileSync(join(place.client, 'acknowledged'), [...acknowledged].join('\n'));
    writeFileSync(join(place.client, 'stop'), aim === null ? '' : stopAt(how, aim, tally));
    const { lines, stopped, after } = await run(stops, place);
    for (const line of lines) {
      if (line.startsWith('found ')) judge(line);
      if (line.startsWith('ack ') && stepOf(line) !== 'start') acknowledged.add(stepOf(line));
    }
    learn(tally, lines);
    if (after) {
      place.disk?.remove();
      place.disk = after;
    }
    if (!stopped) continue;
    row = tally.rows[kindAt(lines)];
    row.stops += 1;
    row.acknowledged += lines.filter((line) => line.startsWith('ack ') && stepOf(line) !== 'start').length;
  }
  if (!acknowledged.has('closed')) throw new Error('a day did not come to its end');
  tally.days += 1;
  tally.releases += 1;
  place.remove();
}

const inAll: Readonly<Record<string, readonly [step: RegExp, steps: number]>> = {
  seal: [/^sealed/, 1],
  issue: [/^paper /, 12],
  drop: [/^ballot .*[.]1$/, 12],
  replace: [/^ballot .*[.][23]$/, 10],
  plan: [/^plan/, 1],
  import: [/^newcomers /, 3],
};

/** Whether such a step is still to come, and another one after it: a stop that is waited for in vain lets the day end. */
function isAhead(aim: Kind, acknowledged: ReadonlySet<string>): boolean {
  const [named, steps] = inAll[aim] ?? [/^closed/, 1];
  const left = steps - [...acknowledged].filter((step) => named.test(step)).length;
  return left > (aim === 'issue' || aim === 'drop' || aim === 'replace' ? 1 : 0);
}

/** The step that was stopped least so far and is still to come; null where the day is to come to its end. */
function aimOf(today: readonly Kind[], acknowledged: ReadonlySet<string>, { rows }: Tally): Kind | null {
  if (today.length >= inADay.all || acknowledged.has('closed')) return null;
  const before = today.filter((kind) => kind === 'seal' || kind === 'start').length;
  if (!acknowledged.has('sealed') && before < inADay.sealing) return rows.start.stops < rows.seal.stops ? 'start' : 'seal';
  const open = (['issue', 'drop', 'replace', 'plan', 'import'] as const).filter((kind) => isAhead(kind, acknowledged));
  const [least] = open.sort((one, other) => rows[one].stops - rows[other].stops);
  const closings = today.filter((kind) => kind === 'close').length;
  return least ?? (closings < inADay.closing ? 'close' : null);
}

function stopAt(how: Stops['how'], kind: Kind, { lasts }: Tally): string {
  const after = Math.random() * (lasts[kind] ?? 10);
  return `${how === 'cut' ? 'SIGSTOP' : 'SIGKILL'} ${kind} ${kind === 'issue' || kind === 'drop' || kind === 'replace' ? Math.floor(Math.random() * 2) : 0} ${after.toFixed(3)}`;
}

function learn({ lasts }: Tally, lines: readonly string[]): void {
  for (const [at, line] of lines.entries()) {
    const begun = lines[at - 1] ?? '';
    if (!line.startsWith('ack ') || !begun.startsWith('begin ')) continue;
    const [kind, took] = [begun.slice(begun.lastIndexOf(' ') + 1), Number(line.slice(line.lastIndexOf(' ') + 1))];
    if (took > 0 && kind in lasts) lasts[kind] = 0.8 * lasts[kind]! + 0.2 * took;
  }
}

interface Verdict {
  readonly lost: string[];
  readonly doubled: string[];
}

function verdict(found: Found, acknowledged: ReadonlySet<string>, client: string): Verdict {
  const [lost, doubled]: [string[], string[]] = [[], []];
  const steps = [...acknowledged];
  if (found.asides > 0) lost.push('a survey was set aside');
  if (acknowledged.has('sealed') && !['sealed', 'closed'].includes(found.state)) lost.push('sealing');
  if (acknowledged.has('closed') && (found.state !== 'closed' || found.receipts === null)) lost.push('closing');
  if (acknowledged.has('plan') && found.commitments < 1) lost.push('plan');
  if (found.commitments > 0 && found.planLetters < 1) lost.push('letter of the plan');
  const turns = steps.filter((step) => step.startsWith('newcomers ')).length;
  if (found.newcomers < turns * newcomersEachTurn || found.newcomers % newcomersEachTurn !== 0) lost.push('people');
  if (found.problems.length > 0) lost.push('release');
  if (found.twice > 0) doubled.push('people');
  if (found.plans > 1 || found.commitments > 1 || found.planLetters > 1) doubled.push('plan');
  if (new Set(found.releases).size !== found.releases.length || found.releases.length > 2) doubled.push('releases');
  if (found.state === 'closed' && found.releases.join(' ') !== 'autumn pulse') lost.push('release');
  const ballots = steps.filter((step) => step.startsWith('ballot ')).map((step) => step.slice('ballot '.length).split('.') as [string, string]);
  const people = new Set(ballots.map(([person]) => person));
  if (found.ballots !== null && found.ballots < people.size) lost.push(`${people.size - found.ballots} ballots in the box`);
  if (found.receipts !== null) judgeReceipts(found, { ballots, client, lost, doubled });
  return { lost, doubled };
}

/** Of one person's ballots the last one acknowledged counts, or a later one that was on its way. */
function judgeReceipts({ receipts, counts }: Found, { ballots, client, lost, doubled }: Verdict & { readonly ballots: readonly (readonly [string, string])[]; readonly client: string }): void {
  const names = readdirSync(client);
  const sent = new Map(names.filter((name) => name.endsWith('.receipt')).map((name) => [readFileSync(join(client, name), 'utf8'), name.split('.')]));
  const listed = receipts!.flatMap((receipt) => (sent.has(receipt) ? [sent.get(receipt)!] : []));
  for (const [person, version] of ballots) {
    if (!listed.some(([owner, other]) => owner === person && Number(other) >= Number(version))) lost.push(`ballot ${version} of ${person}`);
  }
  const owners = listed.map(([owner]) => owner);
  if (new Set(owners).size !== owners.length || listed.length !== receipts!.length) doubled.push('ballots');
  if (counts && counts.ballots !== receipts!.length) doubled.push('ballots of the release');
  if (counts && (counts.papers ?? 0) > names.filter((name) => name.endsWith('.paper')).length) doubled.push('papers');
}

/** By the step in which the stops fell. */
export function tableOf(how: Stops['how'], tally: Tally): string {
  const line = (cells: readonly (string | number)[]) => cells.map((cell, at) => (at === 0 ? String(cell).padEnd(10) : String(cell).padStart(13))).join('');
  const rows = kinds.map((kind) => line([kind, ...Object.values(tally.rows[kind])]));
  const sums = line(['all', sumOf(tally, 'stops'), sumOf(tally, 'acknowledged'), sumOf(tally, 'lost'), sumOf(tally, 'doubled')]);
  const head = line(['step', how === 'cut' ? 'power cuts' : 'kills', 'acknowledged', 'lost', 'doubled']);
  return [head, ...rows, sums, `surveys that came to their end: ${tally.days}; releases: ${tally.releases}, exactly one each`].join('\n');
}
