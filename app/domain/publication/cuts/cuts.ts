// Declared cuts from the plan to the table. Who is counted together is decided from who answered; then two favourable answers are
// left in every band and complaints that only one world explains are doubted; only then is anything counted.
import { admitCuts, type AdmittedCut, type CutPlan, type CutsInput } from './admit-cuts.ts';
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { systemOf, withTable, type System } from '#app/domain/publication/audit/system.ts';
import { certainClasses, type FindWorld } from '#app/domain/publication/doubt/certainty.ts';
import { opinionsOf } from '#app/domain/publication/doubt/certainty-worlds.ts';
import type { AdmitCuts } from './cut-admission.ts';
import { chosen, fewestInDoubt, scoringOf } from '#app/domain/publication/doubt/doubt.ts';
import type { KeyedPartition } from '#app/domain/publication/groups/partition.ts';
import type { ReleasedCut } from '#app/domain/publication/release/release.ts';
import { isFavourable, isUnfavourable, leastFavourable, leastNotUnfavourable, type Scoring } from '#app/domain/publication/tally/scoring.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TalliedItem, TallyInput } from '#app/domain/publication/tally/tally-input.ts';

export interface CutOptions {
  /** Looks for possible worlds beside three tables and more; without it whoever might be certain counts as certain. */
  readonly findWorld?: FindWorld;
  /** Steps of one audit; running out counts as unsafe. */
  readonly budget?: number;
  /** Told how many of the cuts and items are decided and doubted; throwing from it ends the tally. */
  readonly progress?: (done: number, of: number) => void;
}

/** What `publish` is to be handed. */
export function cutsWith(options: CutOptions = {}): AdmitCuts {
  return (input, structure) => {
    const planning = cutsInput(input, structure, options);
    const decisions = planning.cuts.length + planning.items.size;
    const tell = (made: number) => options.progress?.(made, decisions + input.items.length);
    const plan = admitCuts({ ...planning, progress: tell });
    return {
      minimumSupport: Math.min(plan.minimumSupport, structure.smallestCell),
      dropped: plan.dropped,
      steps: plan.steps,
      settle: (sheet) => {
        input.items.forEach((item, place) => {
          settleItem({ input, structure, plan, sheet }, item, options.findWorld ?? null);
          tell(decisions + place + 1);
        });
        return plan.admitted.map((cut) => tabulated(cut, sheet, input.items));
      },
    };
  };
}

/** Scales with a middle, and recommendation: where there is none, one step would turn a complaint into praise. */
export function mayStandInCut({ kind, points }: Pick<TalliedItem, 'kind' | 'points'>): boolean {
  return kind === 'recommend' || (kind === 'scale' && points % 2 === 1);
}

/** Who answered, as the planning of cuts needs it. */
export function cutsInput(input: TallyInput, structure: Structure, options: CutOptions = {}): CutsInput {
  const { base, ground, items } = structure;
  const cellOf = (partition: KeyedPartition, row: number): number => partition.plan.atomOf[input.leafOf[row]!]!;
  const rows = input.leafOf;
  const scopes = base.plan.shown.map(({ place, atoms }) => {
    const inside = new Set(atoms);
    return [ground.tree.ids[place]!, Uint8Array.from(rows, (_, row) => (inside.has(cellOf(base, row)) ? 1 : 0))] as const;
  });
  const eligible = input.items.flatMap((item) => {
    const partition = mayStandInCut(item) ? items.get(item.id) : undefined;
    if (!partition) return [];
    const { values } = item.column;
    const cells = Int32Array.from(rows, (_, row) => (values[row]! >= 0 ? cellOf(partition, row) : -1));
    return [[item.id, { k: partition.k, cellOf: cells, cells: partition.plan.atoms.length }] as const];
  });
  return {
    k: input.k,
    atomOf: Int32Array.from(rows, (_, row) => cellOf(base, row)),
    atoms: base.plan.atoms.length,
    reissues: { atomOf: input.leafOf, reissued: Int32Array.from(input.leaves, (leaf) => leaf.reissued), beyond: Int32Array.from(input.leaves, (leaf) => leaf.beyond ?? 0) },
    items: new Map(eligible),
    scopes: new Map(scopes.filter(([id]) => input.cuts.some((cut) => cut.scope === id))),
    cuts: input.cuts,
    chance: input.chance,
    budget: options.budget,
  };
}

interface Settling {
  readonly input: TallyInput;
  readonly structure: Structure;
  readonly plan: CutPlan;
  readonly sheet: AnswerSheet;
}

function settleItem(settling: Settling, item: TalliedItem, findWorld: FindWorld | null): void {
  const cuts = settling.plan.admitted.filter(({ items }) => items.includes(item.id));
  const scoring = scoringOf(item);
  const partition = settling.structure.items.get(item.id);
  if (cuts.length === 0 || !scoring || !partition) return;
  for (const cut of cuts) leaveFavourable(settling, item.id, scoring, cut);
  const values = settling.sheet.values(item.id);
  const bandOf = Int32Array.from(values, (value, row) => (value < 0 ? -1 : partition.plan.atomOf[settling.input.leafOf[row]!]!));
  const alone = systemOf({ bandOf, bands: partition.plan.atoms.length });
  const system = cuts.reduce((sum, cut) => withTable(sum, cut.table), alone);
  leaveUncertain(settling, { id: item.id, scoring, system }, findWorld);
}

/** A band without a favourable answer proves complaints, one with a single one proves them to that colleague. */
function leaveFavourable({ input, sheet }: Settling, id: string, scoring: Scoring, { table }: AdmittedCut): void {
  const favourable = new Int32Array(table.bands);
  const others: number[][] = Array.from({ length: table.bands }, () => []);
  sheet.values(id).forEach((value, row) => {
    const band = table.bandOf[row]!;
    if (value < 0 || band < 0) return;
    if (isFavourable(scoring, value)) favourable[band]! += 1;
    else others[band]!.push(row);
  });
  others.forEach((rows, band) => {
    const wanting = Math.max(0, fewestInDoubt - favourable[band]!);
    for (const row of chosen(rows, wanting, input.chance)) sheet.move(id, row, leastFavourable(scoring));
  });
}

/** One answer of one certain class in each cell: then the cell has an answer that is neither, which could be anybody's of it. */
function leaveUncertain(
  { input, sheet }: Settling,
  { id, scoring, system }: { id: string; scoring: Scoring; system: System },
  findWorld: FindWorld | null,
): void {
  const values = sheet.values(id);
  const opinions = opinionsOf(system, (row) => (isFavourable(scoring, values[row]!) ? 1 : isUnfavourable(scoring, values[row]!) ? -1 : 0));
  const byCell = new Map<number, number[]>();
  for (const one of certainClasses(opinions, findWorld)) {
    const cell = opinions.cellOf[one]!;
    byCell.set(cell, [...(byCell.get(cell) ?? []), one]);
  }
  for (const classes of byCell.values()) {
    const one = classes[input.chance(classes.length)]!;
    const people = [...system.classOf.keys()].filter((row) => system.classOf[row] === one);
    sheet.move(id, people[input.chance(people.length)]!, leastNotUnfavourable(scoring));
  }
}

function tabulated(cut: AdmittedCut, sheet: AnswerSheet, items: readonly TalliedItem[]): ReleasedCut {
  const answered = new Array<number>(cut.table.bands).fill(0);
  for (const band of cut.table.bandOf) if (band >= 0) answered[band]! += 1;
  const favourable = cut.labels.map((): Record<string, [number, number]> => ({}));
  for (const item of items) {
    const scoring = scoringOf(item);
    if (!scoring || !cut.items.includes(item.id)) continue;
    favourable.forEach((band) => (band[item.id] = [0, 0]));
    sheet.values(item.id).forEach((value, row) => {
      const count = favourable[cut.table.bandOf[row]!]?.[item.id];
      if (value < 0 || !count) return;
      count[1] += 1;
      if (isFavourable(scoring, value)) count[0] += 1;
    });
  }
  const bands = cut.labels.map((labels, band) => ({ labels, answered: answered[band]!, favourable: favourable[band]! }));
  return { question: cut.question, scope: cut.scope, bands };
}
