// Every further question costs everybody time, and a pulse that takes longer than a minute or so is left unfinished. So whatever joins the
// core of a pulse, for whatever good reason, takes its turn: at most two places for anybody, who waited longest first.
import type { Day } from '../../kernel/day.ts';
import type { Question } from './question.ts';
import { mostRatedInPulse, placesForExtras, ratedInPair } from './question-library.ts';

/** In this order where two have waited equally long. */
const extraKinds = ['own-question', 'noticed', 'remedy', 'proposed', 'trust', 'expectation', 'talked'] as const;
export type ExtraKind = (typeof extraKinds)[number];

export interface Extra {
  readonly kind: ExtraKind;
  readonly questions: readonly Question[];
  /** Since when it has waited for its turn. */
  readonly since: Day;
  /** Ids of the departments it is about, all below them included; null for everybody. */
  readonly of: readonly string[] | null;
  /** The plans it comes from. */
  readonly plans: readonly string[];
}

/** `in-turn`: others waited longer. `too-few`: nothing could be published of so few people. */
export type WhyLater = 'in-turn' | 'too-few';
export type LeftForLater = Pick<Extra, 'kind' | 'plans' | 'questions'> & { readonly because: WhyLater };

export interface Rationed {
  readonly taken: readonly Extra[];
  readonly later: readonly LeftForLater[];
}

const ratedIn: Readonly<Record<Question['kind'], number>> = { scale: 1, recommend: 1, pair: ratedInPair, choice: 0, several: 0, open: 0, background: 0 };

export const ratedAmong = (questions: readonly Pick<Question, 'kind'>[]): number => questions.reduce((sum, { kind }) => sum + ratedIn[kind], 0);

/** A remedy takes a place though it is not rated. */
const placesOf = ({ questions }: Pick<Extra, 'questions'>): number => questions.reduce((sum, { kind }) => sum + Math.max(1, ratedIn[kind]), 0);

interface Asked {
  readonly departments: readonly string[];
  readonly invited: number;
}

/** Numbers of the blocks that somebody of these departments is in: a block is asked whole, so that no ballot differs from its neighbours. */
export function blocksOf({ of }: Pick<Extra, 'of'>, blocks: readonly Pick<Asked, 'departments'>[]): number[] {
  const wanted = of && new Set(of);
  return blocks.flatMap(({ departments }, block) => (wanted === null || departments.some((id) => wanted.has(id)) ? [block] : []));
}

/** `questions`: what the pulse asks anyway. Deterministic: the same waiting and the same blocks give the same pulse. */
export function ration(waiting: readonly Extra[], { questions, blocks }: { readonly questions: readonly Question[]; readonly blocks: readonly Asked[] }): Rationed {
  const room = Math.min(placesForExtras, mostRatedInPulse - ratedAmong(questions));
  const used = blocks.map(() => 0);
  const taken: Extra[] = [];
  const later: LeftForLater[] = [];
  for (const extra of inTurn(waiting)) {
    const asked = blocksOf(extra, blocks);
    const because = whyNot(extra, { asked, blocks, fits: asked.every((block) => used[block]! + placesOf(extra) <= room) });
    if (because === null) {
      for (const block of asked) used[block]! += placesOf(extra);
      taken.push(extra);
    } else {
      later.push({ kind: extra.kind, plans: extra.plans, questions: extra.questions, because });
    }
  }
  return { taken, later };
}

function whyNot({ questions }: Extra, { asked, blocks, fits }: { readonly asked: readonly number[]; readonly blocks: readonly Asked[]; readonly fits: boolean }): WhyLater | null {
  const people = asked.reduce((sum, block) => sum + blocks[block]!.invited, 0);
  if (questions.some(({ k }) => people < k)) return 'too-few';
  return fits ? null : 'in-turn';
}

function inTurn(waiting: readonly Extra[]): Extra[] {
  const key = ({ since, kind, questions }: Extra) => [since, extraKinds.indexOf(kind), questions[0]?.id ?? ''].join(' ');
  return [...waiting].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The questions of a pulse with its extras: rated ones before the first that is not, a remedy before people's own words. */
export function withExtras(questions: readonly Question[], taken: readonly Extra[]): readonly Question[] {
  const added = taken.flatMap((extra) => extra.questions);
  const isWord = ({ kind }: Question) => kind === 'open' || kind === 'background';
  const isRated = ({ kind }: Question) => kind === 'scale' || kind === 'recommend';
  const others = (list: readonly Question[]) => list.filter((question) => !isRated(question) && !isWord(question));
  return [...questions.filter(isRated), ...added.filter(isRated), ...others(questions), ...others(added), ...questions.filter(isWord)];
}
