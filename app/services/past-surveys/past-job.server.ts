// The long reading of a file of past answers, in a thread of its own. Each reading leaves one result in the stage's folder: what the
// columns look like, which departments and questions the file names, and the release with what HR sees of it before publishing.
import { readFile } from 'node:fs/promises';
import type { Day } from '#app/domain/kernel/day.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import type { PastCounting } from '#app/domain/past-surveys/counting.ts';
import { pastGate } from '#app/domain/past-surveys/gate.ts';
import { guessDepartment } from '#app/domain/past-surveys/guess.ts';
import { signsReader, type PastSigns } from '#app/domain/past-surveys/signs.ts';
import { lookReader, type PastLook } from '#app/domain/past-surveys/look.ts';
import { cutsIn, pastItemsOf, translationOf, wordsOf, type PastLayout, type PastMapping, type PastRole } from '#app/domain/past-surveys/mapping.ts';
import type { PastDepartments } from '#app/domain/past-surveys/departments.ts';
import { foundProblems, type FoundCollector, type FoundProblems } from '#app/domain/past-surveys/found.ts';
import { namesReader, type NamedInFile } from '#app/domain/past-surveys/names.ts';
import { pastSurveyId, type PastWords } from '#app/domain/past-surveys/past-survey.ts';
import type { Counted } from '#app/services/analysis/answers-file.server.ts';
import type { Encoding } from '#app/domain/tables/encodings.ts';
import type { EncodingOffer } from '#app/domain/tables/table.ts';
import { encodingOffers } from '#app/services/analysis/scan.server.ts';
import { readRows } from '#app/services/analysis/csv-rows.server.ts';
import { releaseOfPast } from '#app/services/analysis/publish-file.server.ts';
import { openFile, type OpenFile } from '#app/services/analysis/small-table.server.ts';
import { answersOf, writeResult } from './stage-files.server.ts';

interface Reading {
  readonly folder: string;
  /** Name of the result. */
  readonly result: string;
  readonly k: number;
  readonly encoding: Encoding | null;
}

export type PastJob = Reading &
  (
    | { readonly kind: 'look' }
    | { readonly kind: 'names'; readonly layout: PastLayout; readonly roles: readonly PastRole[]; readonly counting: PastCounting }
    | { readonly kind: 'plan'; readonly counting: PastCounting; readonly header: readonly string[]; readonly mapping: PastMapping; readonly departments: PastDepartments; readonly title: string; readonly closed: Day; readonly skipInvalid: boolean }
  );

export type LookResult = { readonly ok: true; readonly hash: string; readonly look: PastLook; readonly signs: PastSigns } | FoundProblems
  /** Somebody who can read the words has to say which encoding is right; words are those that at least k rows share. */
  | { readonly ok: false; readonly offers: readonly EncodingOffer[] };
export type NamesResult = ({ readonly ok: true } & NamedInFile) | FoundProblems;

/** The release waits beside the plan: what is published is what was planned. */
export interface PlanMade {
  readonly ok: true;
  /** Canonical JSON of the release, and its SHA-256 (hex). */
  readonly text: string;
  readonly hash: string;
  readonly words: PastWords;
  readonly rows: number;
  /** Answers out of range that were treated as none. */
  readonly invalid: number;
  readonly counted: Counted;
}
export type PlanResult = PlanMade | FoundProblems;

type Passed = (bytes: number) => void;

/** `passed` is told how many bytes of the file went by. */
export async function doPastJob(job: PastJob, passed: Passed): Promise<void> {
  const problems = foundProblems();
  const file = await openFile('answers', answersOf(job), problems, job.encoding);
  if (!file && job.kind === 'look' && problems.first()[0]?.code === 'encoding-asked') return writeResult(job, job.result, { ok: false, offers: await sharedWords(answersOf(job), job.k) });
  const made = file && (await read(file, job, { problems, passed }));
  writeResult(job, job.result, made && problems.count() === 0 ? made : problems.finish());
}

/** Of the words in doubt those in the header and those that at least k cells share. */
async function sharedWords(path: string, k: number): Promise<readonly EncodingOffer[]> {
  const offers = await encodingOffers(path);
  const [first] = offers;
  if (!first) return [];
  const text = new TextDecoder(first.encoding).decode((await readFile(path)).subarray(0, mostLookedAt));
  const cells = new Map<string, number>();
  for (const cell of text.split(/[,;\t"\r\n]/)) cells.set(cell.trim(), (cells.get(cell.trim()) ?? 0) + 1);
  const header = new Set(text.split(/\r?\n|\r/, 1)[0]!.split(/[,;\t"]/).map((cell) => cell.trim()));
  const shown = first.words.flatMap((word, at) => (header.has(word) || (cells.get(word) ?? 0) >= k ? [at] : []));
  return offers.map(({ encoding, words }) => ({ encoding, words: shown.map((at) => words[at]!) }));
}

const mostLookedAt = 4_000_000;

interface Watching {
  readonly problems: FoundCollector;
  readonly passed: Passed;
}

function read(file: OpenFile, job: PastJob, watching: Watching): Promise<LookResult | NamesResult | PlanResult | null> {
  if (job.kind === 'look') return look(file, job.k, watching);
  return job.kind === 'names' ? names(file, job, watching) : plan(file, job, watching);
}

/** Hands the header to `begin` and every row to what it gives. */
async function through<T extends { row(cells: readonly string[], line: number): void }>(file: OpenFile, begin: (header: readonly string[]) => T, { problems, passed }: Watching): Promise<T | null> {
  let reader: T | null = null;
  const take = (line: number, cells: readonly string[]) => (reader ? reader.row(cells, line) : void (reader = begin(cells)));
  const outcome = await readRows(file.path, file, take, passed);
  if (!outcome.ok) problems.add({ file: 'answers', line: Number(outcome.details['line']), column: 1, code: outcome.because, details: {} });
  return outcome.ok ? reader : null;
}

/** More than anybody asks; each is a row of the form. */
const mostColumns = 300;

async function look(file: OpenFile, k: number, watching: Watching): Promise<LookResult | null> {
  const reader = await through(file, (header) => lookingAt(header, k), watching);
  const { look: seen = null, signs = null } = reader?.finish() ?? {};
  const rows = seen?.rows ?? 0;
  if (!seen && watching.problems.count() === 0) watching.problems.add({ file: 'answers', line: 0, column: 0, code: 'empty-file', details: {} });
  if (seen && seen.columns.length > mostColumns) watching.problems.refuse({ line: 1, column: mostColumns + 1, code: 'too-many-columns', details: { most: mostColumns } });
  if (seen && rows < k) watching.problems.add({ file: 'answers', line: 0, column: 0, code: 'too-few', details: { k, missing: k - rows } });
  return seen && signs && { ok: true, hash: file.hash, look: seen, signs };
}

/** What the columns look like, and whether the rows are people. */
function lookingAt(header: readonly string[], k: number) {
  const [looking, signs] = [lookReader(header, k), signsReader(header, { department: guessDepartment(header), item: -1, k })];
  return {
    row: (cells: readonly string[], line: number) => {
      looking.row(cells);
      signs.see(line, cells);
    },
    finish: () => ({ look: looking.finish(), signs: signs.finish() }),
  };
}

/** Rows that are not counted name no department either. */
function namesCounted(header: readonly string[], { layout, roles, k, counting }: PastJob & { kind: 'names' }) {
  const at = (as: PastRole['as']) => roles.findIndex((role) => role.as === as);
  const [reader, gate] = [namesReader({ layout, roles, k }), pastGate(header, counting, { department: at('department'), item: at('item'), k })];
  return { ...reader, row: (cells: readonly string[], line: number) => (gate.admits(line, cells) ? reader.row(cells) : undefined) };
}

async function names(file: OpenFile, job: PastJob & { kind: 'names' }, watching: Watching): Promise<NamesResult | null> {
  const reader = await through(file, (header) => namesCounted(header, job), watching);
  for (const { column, code } of reader?.refusals() ?? []) watching.problems.refuse({ line: 1, column: column + 1, code, details: {} });
  return reader && { ok: true, ...reader.finish() };
}

async function plan(file: OpenFile, job: PastJob & { kind: 'plan' }, { problems, passed }: Watching): Promise<PlanResult | null> {
  const { header, mapping, departments, k, title, closed, skipInvalid, counting } = job;
  const survey = { id: pastSurveyId(file.hash), title: inAll(title), closed };
  const order = { departments, items: pastItemsOf(mapping, k), cuts: cutsIn(mapping, header), rowId: null, dropDuplicates: false, skipInvalid, translation: translationOf(mapping), passed, counting: () => counting };
  const made = await releaseOfPast(file, { ...order, survey, k }, problems);
  if (!made) return null;
  const text = canonical(made.release);
  const words = { departments: departments.departments, questions: wordsOf(mapping, header, k) };
  return { ok: true, text, hash: hashOfText(text), words, rows: made.rows, invalid: made.invalid, counted: made.counted };
}
