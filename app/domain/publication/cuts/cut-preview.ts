// Which declared tables will probably be published, said before sealing: the same roll-up and the same audit on made-up people, as many
// in each group as may be expected to answer. It knows invited numbers alone, so it can only be a guess.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { day } from '#app/domain/kernel/day.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import { unreachable } from '#app/domain/kernel/unreachable.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import type { DeclaredCut } from '#app/domain/surveys/sealed/manifest.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { admitCuts } from './admit-cuts.ts';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import type { FormedBlock } from '#app/domain/publication/groups/blocks.ts';
import { cutsInput } from './cuts.ts';
import type { DroppedCut } from '#app/domain/publication/release/release.ts';
import { planStructure } from '#app/domain/publication/groups/structure.ts';
import { growTree } from '#app/domain/publication/groups/tree.ts';

export interface CutForecast {
  readonly question: string;
  readonly scope: string;
  /** Labels by band, "" for those who prefer not to say; null: probably not published. */
  readonly bands: readonly (readonly string[])[] | null;
  /** Declared questions that the table will probably do without. */
  readonly leftOut: readonly string[];
  /** Null where it will probably be published. */
  readonly why: DroppedCut['why'] | null;
}

export interface ForecastGround {
  readonly k: number;
  readonly departments: readonly Department[];
  readonly blocks: readonly FormedBlock[];
  readonly questions: readonly Question[];
  readonly cuts: readonly DeclaredCut[];
  /** Share of the invited who answer, 0 … 1. */
  readonly participation: number;
  readonly chance: Chance;
}

/** One in twenty-five leaves a question out. */
const silent = 25;

/** In the order in which the cuts were declared. Refused where too few would answer for any result. */
export function forecastCuts(ground: ForecastGround): Outcome<readonly CutForecast[], 'too-few'> {
  const input = madeUp(ground);
  const tree = growTree(ground.departments);
  if (!tree.ok) throw new Error(`the departments are not one tree: ${tree.because}`);
  const structure = planStructure(input, tree.value);
  if (!structure.ok) return structure;
  const { admitted, dropped } = admitCuts(cutsInput(input, structure.value));
  return done(
    ground.cuts.map(({ question, scope, items }) => {
      const same = (one: { question: string; scope: string }) => one.question === question && one.scope === scope;
      const found = admitted.find(same);
      if (!found) return { question, scope, bands: null, leftOut: [], why: dropped.find(same)?.why ?? 'unsafe' };
      return { question, scope, bands: found.labels, leftOut: items.filter((id) => !found.items.includes(id)), why: null };
    }),
  );
}

function madeUp({ k, departments, blocks, questions, cuts, participation, chance }: ForecastGround): Parameters<typeof planStructure>[0] {
  const answering = blocks.map(({ invited }) => Math.round(invited * participation));
  const columns = ballotColumns({ questions, cuts }, answering.reduce((sum, people) => sum + people, 0));
  answering.forEach((people, block) => {
    for (let person = 0; person < people; person += 1) columns.add(block, answersOf(questions, chance));
  });
  return {
    survey: { id: '', title: inAll(''), closed: day('2000-01-01') },
    manifest: null,
    k,
    departments,
    leaves: blocks.map(({ departments: counted, place, invited }, block) => ({ id: String(block), departments: counted, place, invited, reissued: 0 })),
    ...columns.table(),
    counts: { invited: null, papers: null, reissued: null },
    receipts: null,
    previous: null,
    chance,
  };
}

/** What is said is the same for everybody, as it decides nothing; who says nothing is chance. */
function answersOf(questions: readonly Question[], chance: Chance): Record<string, number | string> {
  const answers: Record<string, number | string> = {};
  for (const question of questions) {
    if (chance(silent) === 0) continue;
    const answer = answerTo(question, chance);
    if (answer !== null) answers[question.id] = answer;
  }
  return answers;
}

/** Null for what stands in no table. */
function answerTo(question: Question, chance: Chance): number | string | null {
  switch (question.kind) {
    case 'scale':
    case 'recommend':
      return 3;
    case 'background':
      return question.options[commonOption(question.options.length, chance)]!.id;
    case 'choice':
    case 'several':
    case 'pair':
    case 'open':
      return null;
    default:
      return unreachable(question);
  }
}

/** Options are never chosen evenly: the middle of two that are drawn, so that bands at both ends are the small ones. */
function commonOption(options: number, chance: Chance): number {
  return Math.floor((chance(options) + chance(options) + chance(2)) / 2);
}

/** What will probably become of the declared tables of a draft. */
export interface Forecast {
  /** Share of the invited who are taken to answer, 0 … 1. */
  readonly participation: number;
  /** In the order of the tables; null while it is being worked out. Empty where too few would answer for any result. */
  readonly cuts: readonly CutForecast[] | null;
  /** Why it could not be worked out: a code; null where it could. It is tried again when the draft changes, and at the next start. */
  readonly failure: string | null;
}
