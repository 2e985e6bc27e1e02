// Which declared cuts are published, decided in HR's order and from who answered alone: safe together with everything admitted before
// on ballots, and for each item on its valid answers; else merged, then dropped with a reason that says nothing about answers.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { fitted, type Candidate, type Fitted } from './admit-ballots.ts';
import { shownIn, type ItemTables } from './admit-items.ts';
import { auditingWith, type Auditing } from '#app/domain/publication/audit/auditing.ts';
import { twoPrimes } from '#app/domain/publication/audit/field.ts';
import { peopleByBand, systemOf, type Reissues, type System, type Table } from '#app/domain/publication/audit/system.ts';
import { labelsOf } from './cut-bands.ts';
import type { DroppedCut } from '#app/domain/publication/release/release.ts';
import type { TalliedCut } from '#app/domain/publication/tally/tally-input.ts';
import { minimumSupportOf } from '#app/domain/publication/verify/plan.ts';

/** One item's own partition: by respondent the cell, −1 without a valid answer. */
export interface ItemCells {
  readonly k: number;
  readonly cellOf: Int32Array;
  readonly cells: number;
}

export interface CutsInput {
  readonly k: number;
  /** By respondent: the base atom. */
  readonly atomOf: Int32Array;
  readonly atoms: number;
  readonly reissues: Reissues;
  /** Published items that may stand in a cut, by id. */
  readonly items: ReadonlyMap<string, ItemCells>;
  /** By id of a shown department: 1 for the respondents of its atoms. */
  readonly scopes: ReadonlyMap<string, Uint8Array>;
  readonly cuts: readonly TalliedCut[];
  readonly chance: Chance;
  /** Branches of one audit's search; running out counts as unsafe. */
  readonly budget?: number;
  /** Told how many of the cuts and items are decided; throwing from it ends the planning. */
  readonly progress?: (done: number, of: number) => void;
}

export interface AdmittedCut {
  readonly question: string;
  readonly scope: string;
  /** By band of the table: its labels, "" for the blank answer. */
  readonly labels: readonly (readonly string[])[];
  readonly table: Table;
  /** Ids of the items it shows, in HR's order. */
  readonly items: readonly string[];
}

export interface CutPlan {
  readonly admitted: readonly AdmittedCut[];
  readonly dropped: readonly DroppedCut[];
  /** Fewest people that anything published rests on, as far as proved; Infinity without respondents. */
  readonly minimumSupport: number;
  readonly steps: number;
}

/** Fewest ballots of a division that may have cuts of its own. */
export const leastInDivision = 30;

const usualBudget = 20_000;
const attempts = 3;

/** Decides about all declared cuts. Deterministic but for the primes, which decide nothing unless one of them is unlucky. */
export function admitCuts(input: CutsInput): CutPlan {
  let steps = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [prime, other] = twoPrimes(input.chance);
    const planning = plan(input, auditingWith(prime, input.budget ?? usualBudget));
    const checking = auditingWith(other, input.budget ?? usualBudget);
    const minimumSupport = minimumSupportOf(checking, planning.systems);
    steps += planning.auditing.steps() + checking.steps();
    if (minimumSupport !== null) return { ...outcome(input, planning), minimumSupport, steps };
  }
  const dropped = input.cuts.map(({ question, scope }) => ({ question, scope, why: 'unsafe' as const }));
  return { admitted: [], dropped, minimumSupport: input.k, steps };
}

interface Planning {
  readonly auditing: Auditing;
  readonly fits: readonly Fitted[];
  readonly shown: ReadonlyMap<string, ItemTables>;
  readonly why: ReadonlyMap<TalliedCut, DroppedCut['why']>;
  readonly systems: readonly { system: System; k: number }[];
}

/** A cut that ends without items is dropped and everything after it decided again, as if it had never been declared. */
function plan(input: CutsInput, auditing: Auditing): Planning {
  const empty = new Set<TalliedCut>();
  for (;;) {
    const onBallots = planBallots(input, auditing, empty);
    const shown = planItems(input, auditing, onBallots.fits);
    const without = onBallots.fits.find((_, index) => ![...shown.values()].some((item) => item.shown.includes(index)));
    if (without) {
      empty.add(without.cut);
      continue;
    }
    const items = [...shown].map(([id, { system }]) => ({ system, k: input.items.get(id)!.k }));
    return { auditing, shown, ...onBallots, systems: [{ system: onBallots.system, k: input.k }, ...items] };
  }
}

function planBallots(
  input: CutsInput,
  auditing: Auditing,
  empty: ReadonlySet<TalliedCut>,
): Pick<Planning, 'fits' | 'why'> & { system: System } {
  let system = systemOf({ bandOf: input.atomOf, bands: input.atoms }, input.reissues);
  const fits: Fitted[] = [];
  const why = new Map<TalliedCut, DroppedCut['why']>();
  input.cuts.forEach((cut, index) => {
    const candidate = candidateFor(input, system, cut);
    if (typeof candidate === 'string') return why.set(cut, candidate);
    if (empty.has(cut)) return why.set(cut, 'no-items');
    const fit = fitted(auditing, system, candidate, input.k);
    input.progress?.(index + 1, input.cuts.length + input.items.size);
    if (!fit.fits) return why.set(cut, fit.why);
    fits.push(fit.fitted);
    system = fit.system;
  });
  return { fits, why, system };
}

function candidateFor(input: CutsInput, system: System, cut: TalliedCut): Candidate | 'no-items' | 'too-few' {
  const company = cut.scope === 'company';
  const inScope = company ? null : input.scopes.get(cut.scope);
  if (inScope === undefined) return 'too-few';
  const bandOf = Int32Array.from(cut.values, (_, person) => (inScope && inScope[person] === 0 ? -1 : 0));
  const items = cut.items.flatMap((id) => input.items.get(id) ?? []);
  const k = Math.max(input.k, ...items.map((item) => item.k));
  const [people] = peopleByBand(system, { bandOf, bands: 1 });
  if (people! < (company ? k : Math.max(k, leastInDivision))) return 'too-few';
  return items.length === 0 ? 'no-items' : { cut, inScope, k };
}

function planItems(input: CutsInput, auditing: Auditing, fits: readonly Fitted[]): Map<string, ItemTables> {
  const shown = new Map<string, ItemTables>();
  let done = input.cuts.length;
  for (const [id, { k, cellOf, cells }] of input.items) {
    const alone = systemOf({ bandOf: cellOf, bands: cells }, input.reissues);
    const named = [...fits.keys()].filter((index) => fits[index]!.cut.items.includes(id));
    const tables = shownIn(auditing, alone, k, named.map((index) => fits[index]!.table));
    shown.set(id, { ...tables, shown: tables.shown.map((place) => named[place]!) });
    input.progress?.((done += 1), input.cuts.length + input.items.size);
  }
  return shown;
}

function outcome(input: CutsInput, { fits, shown, why }: Planning): Pick<CutPlan, 'admitted' | 'dropped'> {
  const admitted = fits.map(({ cut, bands, table }, index) => ({
    question: cut.question,
    scope: cut.scope,
    labels: bands.map((band) => labelsOf(cut, band)),
    table,
    items: cut.items.filter((id) => shown.get(id)?.shown.includes(index)),
  }));
  const dropped = input.cuts.flatMap((cut) => {
    const reason = why.get(cut);
    return reason ? [{ question: cut.question, scope: cut.scope, why: reason }] : [];
  });
  return { admitted, dropped };
}
