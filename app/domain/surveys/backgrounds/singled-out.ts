// Whom the answers about the person would single out, said before sealing: nothing published combines two of them, but whoever holds the keys
// of an open survey sees in each group which ones belong together. From head counts alone, as nobody has answered yet.
import { whole } from '../../kernel/rounding.ts';
import type { Localized } from '../../kernel/language.ts';
import { backgroundLabel } from './background.ts';
import { describing } from './declared-cuts.ts';
import type { Block } from '../sealed/manifest.ts';
import type { Question } from '../questions/question.ts';

export interface SingledOut {
  /** How many answers each question has, as they are multiplied. */
  readonly ways: readonly number[];
  readonly combinations: number;
  /** Groups in which people are counted, and those in which somebody would stand alone. */
  readonly groups: { readonly all: number; readonly concerned: number };
  /** People who would, of all who are asked. */
  readonly everybody: { readonly alone: number; readonly people: number };
  /** The smallest of the groups concerned; null where nobody would stand alone anywhere. */
  readonly smallest: {
    readonly alone: number;
    readonly people: number;
    /** By question, how many would be left without it; empty where there is one only. */
    readonly without: readonly { readonly id: string; readonly label: Localized; readonly alone: number }[];
    /** With so many combinations nobody in it would. */
    readonly most: number;
  } | null;
}

/** Ways in which something can be answered; saying nothing is none, as it tells nothing. */
function waysOf(question: Question): number {
  if (question.kind === 'background') return question.options.length;
  if (question.kind !== 'several') return 1;
  let [ways, chosen] = [0, 1];
  for (let of = 1; of <= question.most; of += 1) {
    chosen = (chosen * (question.options.length - of + 1)) / of;
    ways += chosen;
  }
  return ways;
}

/** People who are the only one with theirs, if answers are spread evenly over all combinations: n(1 − 1/c)^(n − 1). */
const alone = (people: number, combinations: number): number => whole(people * (1 - 1 / combinations) ** (people - 1));

const product = (ways: readonly number[]): number => ways.reduce((so, one) => so * one, 1);

/** Null where nothing about the person is asked. */
export function singledOut(questions: readonly Question[], blocks: readonly Pick<Block, 'invited'>[]): SingledOut | null {
  const asked = describing(questions).map((question) => ({ id: question.id, label: backgroundLabel(question.id, question) ?? question.text, ways: waysOf(question) }));
  if (asked.length === 0) return null;
  const ways = asked.map((one) => one.ways);
  const combinations = product(ways);
  const concerned = blocks.map(({ invited }) => invited).filter((people) => alone(people, combinations) > 0);
  const sum = (numbers: readonly number[]) => numbers.reduce((so, one) => so + one, 0);
  const people = Math.min(...concerned);
  const without = asked.length === 1 ? [] : asked.map(({ id, label, ways: of }) => ({ id, label, alone: alone(people, combinations / of) }));
  return {
    ways,
    combinations,
    groups: { all: blocks.length, concerned: concerned.length },
    everybody: { alone: sum(concerned.map((many) => alone(many, combinations))), people: sum(blocks.map(({ invited }) => invited)) },
    smallest: concerned.length === 0 ? null : { alone: alone(people, combinations), people, without, most: mostFor(people) },
  };
}

function mostFor(people: number): number {
  let most = 1;
  while (alone(people, most + 1) === 0) most += 1;
  return most;
}
