// A release from a file of past answers. The file is read once, row by row; only counts and one small number per answer are held, and
// nothing of it is written but the release.
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Day } from '#app/domain/kernel/day.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { dayAt } from '#app/domain/kernel/local-time.ts';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import { readDepartments } from '#app/domain/past-surveys/departments.ts';
import { readItems } from '#app/domain/past-surveys/items.ts';
import { collectProblems, type PastProblem } from '#app/domain/past-surveys/problem.ts';
import type { SaidScale } from '#app/domain/past-surveys/scale.ts';
import type { Encoding } from '#app/domain/tables/encodings.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { smallestK } from '#app/domain/publication/verify/verify.ts';
import type { Counted } from './analysis/answers-file.server.ts';
import { guessColumns, nothingGuessed, type Guessed } from './analysis/guess-columns.server.ts';
import { countingOf, namedTranslation, type CountingSaid, type NamedColumns } from './analysis/name-columns.server.ts';
import { releaseOfPast } from './analysis/publish-file.server.ts';
import { openFile, readSmallTable } from './analysis/small-table.server.ts';

export interface AnalysisOrder {
  readonly answers: string;
  readonly departments?: string;
  readonly items?: string;
  /** Where the release is written; not at all when anything is wrong. */
  readonly out: string;
  readonly k: number;
  /** `COLUMN` for the whole company, `COLUMN@DEPARTMENT` for a division. */
  readonly cuts: readonly string[];
  readonly rowId: string | null;
  readonly skipInvalid: boolean;
  readonly dropDuplicates: boolean;
  /** Columns and scales are guessed as on the page; what the page would ask is a problem. */
  readonly guess: boolean;
  /** By column or question: how its answers are written. */
  readonly scales: ReadonlyMap<string, SaidScale>;
  readonly encoding: Encoding | null;
  /** The day of the survey; the file's own day when it is not told. */
  readonly closed?: Day;
  /** Where the file's day is told; UTC where absent. */
  readonly timeZone?: string;
  /** Columns that are called otherwise in the file. */
  readonly columns: NamedColumns;
  readonly counting: CountingSaid;
}

export interface Analysis {
  readonly release: Release;
  /** SHA-256 (hex). */
  readonly hash: string;
  /** Rows of answers, header apart, before repetitions were dropped. */
  readonly rows: number;
  readonly repeated: number;
  /** Answers out of range that were treated as none. */
  readonly invalid: number;
  /** Columns or items that are no questions. */
  readonly ignored: readonly string[];
  readonly layout: 'wide' | 'long';
  readonly counted: Counted;
  readonly guessed: Guessed;
}

export type AnalysisResult =
  | { readonly ok: true; readonly value: Analysis }
  /** `count` can be more than are listed. */
  | { readonly ok: false; readonly problems: readonly PastProblem[]; readonly count: number };

/** Chance derives from the answers' hash: the same file gives the same release again. */
export async function analyse(order: AnalysisOrder): Promise<AnalysisResult> {
  const problems = collectProblems();
  const refusal = () => ({ ok: false as const, problems: problems.first(), count: problems.count() });
  const { k, skipInvalid, dropDuplicates, rowId } = order;
  if (k < smallestK) problems.add({ file: 'call', line: 0, column: 0, code: 'k-below-floor', details: { k, floor: smallestK } });
  const departmentRows = order.departments === undefined ? null : await readSmallTable('departments', order.departments, problems);
  const itemRows = order.items === undefined ? null : await readSmallTable('items', order.items, problems);
  const departments = departmentRows && readDepartments(departmentRows, problems);
  const items = itemRows && readItems(itemRows, problems);
  const file = await openFile('answers', order.answers, problems, order.encoding);
  if (!file || problems.count() > 0) return refusal();
  const guessed = order.guess && !items ? await guessColumns(file, { named: order.columns, said: order.scales, k }, problems) : { ...nothingGuessed, named: order.columns, said: order.scales };
  if (!guessed) return refusal();
  const columns = guessed.named;
  const counting = countingOf(order.counting, columns);
  const reading = { departments, scales: guessed.said, onlyScales: order.guess, items, skipInvalid, dropDuplicates, rowId, cuts: order.cuts, counting, translation: namedTranslation(columns) };
  const made = await releaseOfPast(file, { ...reading, survey: await surveyOf(order), k }, problems);
  if (!made) return refusal();
  const text = canonical(made.release);
  if (!(await writeWhole(order.out, text))) {
    problems.add({ file: 'out', line: 0, column: 0, code: 'not-writable', details: {} });
    return refusal();
  }
  return { ok: true, value: { ...made, hash: hashOfText(text), guessed } };
}

async function surveyOf({ answers, closed, timeZone = 'UTC' }: AnalysisOrder): Promise<Release['survey']> {
  const name = basename(answers);
  return { id: name, title: inAll(name), closed: closed ?? dayAt((await stat(answers)).mtime, timeZone) };
}

/** The whole file or none of it; false where none can be written. */
async function writeWhole(path: string, text: string): Promise<boolean> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
    return true;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
