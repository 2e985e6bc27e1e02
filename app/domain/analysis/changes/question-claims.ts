// Single questions are judged only inside what stood out: of a department and dimension in which nothing was found no question is said to have
// moved (Benjamini and Bogomolov 2014). Tested alone, questions show false arrows in three of four surveys of 250 people.
import type { Steps } from '../../kernel/steps.ts';
import { pairOf } from './comparability.ts';
import { judgeFamily, scaledBy, type Difference, type Judged } from './comparison.ts';
import { discoveryRate } from '../statistics/false-discovery.ts';
import { rungOf } from '../statistics/ladder.ts';
import { readFor, type Reading, type Subject } from '../readings.ts';
import { againstRest, changeOfRow, readingIn, type RowPeople } from './row-comparison.ts';
import type { Wave } from '../wave.ts';

export interface QuestionClaim {
  readonly rest: Judged | null;
  readonly change: Judged | null;
}

interface DimensionClaim extends QuestionClaim {
  readonly basis: Subject | null;
}

/** By question. */
export type QuestionClaims = ReadonlyMap<string, QuestionClaim>;

interface Judging {
  readonly wave: Wave;
  readonly earlier: Wave | undefined;
  /** By row. */
  readonly kappas: readonly number[];
}

interface Table {
  readonly subjects: readonly Subject[];
  readonly rows: readonly RowPeople[];
  readonly cells: readonly (readonly (DimensionClaim | null)[])[];
}

type Side = 'rest' | 'change';

/** Row by row. The rate inside is that of the families times the share of comparisons that were flagged in each. */
export function* claimsOfQuestions(judging: Judging, table: Table): Steps<QuestionClaims[]> {
  const rates = { rest: rateInside(table.cells, 'rest'), change: rateInside(table.cells, 'change') };
  const columns = table.subjects.map(({ id }) => ({ ids: questionsUnder(judging.wave, id), only: onlyQuestion(judging.wave, id) }));
  const result: QuestionClaims[] = [];
  for (const [at, row] of table.rows.entries()) {
    const claims = new Map<string, QuestionClaim>();
    columns.forEach(({ ids, only }, column) => {
      const cell = table.cells[at]?.[column];
      if (!cell) return;
      const change = inside(ids, { judged: cell.change, same: cell.basis?.id ?? only }, { rate: rates.change, differ: (id) => changeOfQuestion(judging, at, { row, id }) });
      const rest = inside(ids, { judged: cell.rest, same: only }, { rate: rates.rest, differ: (id) => restOfQuestion(judging, row, id) });
      for (const id of ids) if (change.has(id) || rest.has(id)) claims.set(id, { change: change.get(id) ?? null, rest: rest.get(id) ?? null });
    });
    result.push(claims);
    yield;
  }
  return result;
}

interface Outer {
  readonly judged: Judged | null;
  /** The question that the comparison of the dimension is one and the same with; undefined where it is one of several. */
  readonly same: string | undefined;
}

interface Inner {
  readonly rate: number;
  readonly differ: (id: string) => Difference | null;
}

function inside(ids: readonly string[], { judged, same }: Outer, { rate, differ }: Inner): Map<string, Judged> {
  if (!judged) return new Map();
  const others = judged.flagged ? ids.filter((id) => id !== same) : [];
  const found = new Map(judgeFamily(others.map(differ), rate).flatMap((one, at) => (one ? [[others[at] as string, one] as const] : [])));
  return same === undefined ? found : found.set(same, judged);
}

function onlyQuestion(wave: Wave, dimension: string): string | undefined {
  const items = wave.release.dimensions[dimension]?.items ?? [];
  return items.length === 1 ? items[0] : undefined;
}

function rateInside(cells: Table['cells'], side: Side): number {
  const judged = cells.flat().flatMap((cell) => cell?.[side] ?? []);
  return judged.length === 0 ? 0 : (discoveryRate * judged.filter(({ flagged }) => flagged).length) / judged.length;
}

/** Scored questions of a dimension, the recommendation too, though it is no part of the index. */
export function questionsUnder(wave: Wave, dimension: string): string[] {
  const own = wave.release.dimensions[dimension]?.items ?? [];
  const asked = wave.questions.filter((question) => question.dimension === dimension && !own.includes(question.id)).map(({ id }) => id);
  return [...own, ...asked.filter((id) => wave.release.items[id])];
}

const itemOf = (id: string): Subject => ({ kind: 'item', id });

function changeOfQuestion({ wave, earlier, kappas }: Judging, at: number, { row, id }: { row: RowPeople; id: string }): Difference | null {
  const { difference, before, now } = changeOfRow(pairOf(earlier, wave, itemOf(id)), row);
  return difference && isEnough(before, now) ? scaledBy(kappas[at] as number, difference) : null;
}

function restOfQuestion({ wave }: Judging, row: RowPeople, id: string): Difference | null {
  const reading = readingIn(wave, itemOf(id), row);
  return isEnough(reading, reading) ? againstRest(readFor(wave, itemOf(id), wave.root), reading as Reading) : null;
}

/** A single question is compared from thirty answers on. */
export const isEnough = (one: Reading | null, other: Reading | null): boolean => one !== null && other !== null && rungOf(Math.min(one.moments.n, other.moments.n)).items;
