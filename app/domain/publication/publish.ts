// The release of a survey. Who is counted with whom is decided first, from who answered; then answers are moved until every complaint
// can be doubted; only then is anything counted, so that all tables are sums of the same answers.
import { done, type Outcome } from '../kernel/outcome.ts';
import { answerSheet, type AnswerSheet } from './tally/answer-sheet.ts';
import { publishComments } from './tables/comments.ts';
import { correlate } from './tables/correlations.ts';
import type { AdmitCuts, AdmittedCuts } from './cuts/cut-admission.ts';
import { tabulateDimensions } from './tables/dimensions.ts';
import { leaveDoubt, scoringOf } from './doubt/doubt.ts';
import { withSomeLeftOut } from './doubt/left-out.ts';
import { leaveDoubtInPairs } from './doubt/doubt-in-pairs.ts';
import { publishedPartition } from './groups/partition.ts';
import { leaveSilence } from './tables/reasons.ts';
import type { Release, ReleasedCut } from './release/release.ts';
import { planStructure, type Structure } from './groups/structure.ts';
import { tabulate } from './tables/tables.ts';
import { notAsked, type TallyInput } from './tally/tally-input.ts';
import { growTree } from './groups/tree.ts';

interface Tallied {
  readonly input: TallyInput;
  readonly structure: Structure;
  readonly sheet: AnswerSheet;
}

/** `missing` in a refusal: ballots by which the survey falls short of k. Throws when the departments are not one tree. */
export function publish(given: TallyInput, { admitCuts }: { readonly admitCuts?: AdmitCuts } = {}): Outcome<Release, 'too-few'> {
  const tree = growTree(given.departments);
  if (!tree.ok) throw new Error(`the departments are not one tree: ${tree.because} ${JSON.stringify(tree.details)}`);
  const input = withSomeLeftOut(given, tree.value);
  const planned = planStructure(input, tree.value);
  if (!planned.ok) return planned;
  const structure = planned.value;
  const admitted = input.cuts.length > 0 ? (admitCuts?.(input, structure) ?? null) : null;
  const sheet = answerSheet(input);
  leaveOutside(input, structure, sheet);
  leaveDoubt(input, structure, sheet);
  leaveDoubtInPairs(input, structure, sheet, 'meet');
  const cuts = admitted ? settled(admitted, { input, structure, sheet }) : [];
  leaveSilence(input, structure, sheet);
  return done({
    release: 1,
    survey: input.survey,
    manifest: input.manifest,
    k: input.k,
    counts: { ...input.counts, ballots: input.leafOf.length, moved: movedShare(sheet.moves(), guardedAnswers(input, structure, sheet), input.leafOf.length) },
    ...(input.slips && { slips: input.slips }),
    partitions: publishedPartitions(structure),
    items: tabulate(input, structure, sheet),
    dimensions: tabulateDimensions(input, structure, sheet),
    cuts,
    correlations: correlate(input, structure, sheet),
    comments: publishComments(input, structure, sheet),
    audit: auditOf(input, structure, admitted),
    receipts: input.receipts,
    previous: input.previous,
  });
}

/** Answers of leaves outside of an item's groups are no part of anything that is published about it. */
function leaveOutside({ items, leafOf }: TallyInput, structure: Structure, sheet: AnswerSheet): void {
  for (const { id, kind, ofSome } of items) {
    const plan = ofSome && structure.items.get(id)?.plan;
    if (!plan) continue;
    const values = kind === 'several' ? sheet.options(id) : sheet.values(id);
    leafOf.forEach((leaf, row) => plan.atomOf[leaf]! < 0 && (values[row] = notAsked));
  }
}

/**
 * What cuts move in a scale may undo the doubt in its pair, and the other way round. From here on answers only rise, so it ends; the
 * cuts are tabulated from the last of it.
 */
function settled(admitted: AdmittedCuts, { input, structure, sheet }: Tallied): readonly ReleasedCut[] {
  let cuts = admitted.settle(sheet);
  while (leaveDoubtInPairs(input, structure, sheet, 'raise')) cuts = admitted.settle(sheet);
  return cuts;
}

/** How much was moved in all, too roughly to tell anything about a cell; nothing for fewer than a hundred people. */
export function movedShare(moves: number, answers: number, people: number): Release['counts']['moved'] {
  if (people < 100 || answers === 0) return null;
  const share = moves / answers;
  if (share < 0.01) return 'under 1 %';
  return share <= 0.05 ? '1–5 %' : 'more';
}

/** Valid answers to everything that is guarded and published. */
function guardedAnswers(input: TallyInput, structure: Structure, sheet: AnswerSheet): number {
  const scales = input.items.filter((item) => scoringOf(item) !== null).map(({ id }) => id);
  const ids = [...scales, ...input.pairs.map(({ id }) => id)].filter((id) => structure.items.has(id));
  return ids.reduce((sum, id) => {
    let valid = 0;
    for (const value of sheet.values(id)) if (value >= 0) valid += 1;
    return sum + valid;
  }, 0);
}

function publishedPartitions(structure: Structure): Release['partitions'] {
  return Object.fromEntries(
    [...structure.partitions.values()].map(({ key, plan, answered }) => [key, publishedPartition(structure.ground, plan, answered)]),
  );
}

/** What nobody was there to prove is not shown, and is told like everything else that was declared and is missing. */
function auditOf(input: TallyInput, structure: Structure, admitted: AdmittedCuts | null): Release['audit'] {
  if (admitted) return { minimumSupport: admitted.minimumSupport, dropped: admitted.dropped, steps: admitted.steps };
  const dropped = input.cuts.map(({ question, scope }) => ({ question, scope, why: 'out-of-budget' as const }));
  return { minimumSupport: structure.smallestCell, dropped, steps: 0 };
}
