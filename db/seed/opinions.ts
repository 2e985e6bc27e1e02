// What made-up people of Lantern think, wave after wave: pay is middling, the night shift is worn out and recovers, customer care
// slides, benefits in the factory improve once somebody acts.
import { shuffled, type Chance } from '#app/domain/kernel/chance.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { Answer, Answers } from '#app/domain/responses/answers.ts';
import type { LowScore, Question } from '#app/domain/surveys/questions/question.ts';
import { comments } from './comments.ts';

export interface Voter {
  readonly path: readonly string[];
  readonly language: Language;
  /** Years with the company. */
  readonly years: number;
  /** The option somebody ticks in a background question; null for none. */
  background(question: string): string | null;
}

const usual: Readonly<Record<string, number>> = { outcome: 3.7, pay: 3.1, benefits: 3.5, workload: 3.2, communication: 3.1, growth: 3.4, tools: 3.3, secrecy: 3.5, change: 3 };

/** What is asked about the survey itself, and where its level is told. */
const aside: Readonly<Record<string, string>> = { 'TRU-01': 'secrecy', 'TRU-02': 'change' };

/** Added to the usual level in a part of the tree: one number for each wave. */
const tides: readonly { readonly part: string; readonly dimension: string; readonly waves: readonly number[] }[] = [
  { part: 'Lantern', dimension: 'communication', waves: [-0.4, -0.1, 0.2, 0.3] },
  { part: 'Lantern', dimension: 'secrecy', waves: [-0.2, 0.1, 0.3, 0.4] },
  { part: 'Lantern', dimension: 'change', waves: [-0.3, 0, 0.3, 0.4] },
  { part: '深圳工厂', dimension: 'pay', waves: [-0.3, -0.3, -0.2, -0.2] },
  { part: '深圳工厂', dimension: 'benefits', waves: [-1, -0.8, 0.1, 0.2] },
  { part: '夜班组', dimension: 'workload', waves: [-1.1, -1, -0.3, -0.2] },
  { part: '夜班组', dimension: 'outcome', waves: [-0.6, -0.6, -0.1, 0] },
  { part: '客服部', dimension: 'workload', waves: [-0.4, -0.8, -1.1, -1.2] },
  { part: '客服部', dimension: 'outcome', waves: [0, -0.3, -0.6, -0.6] },
  { part: 'Engineering', dimension: 'workload', waves: [-0.4, -0.4, -0.5, -0.5] },
  { part: 'Design', dimension: 'workload', waves: [0.7, 0.7, 0.7, 0.7] },
  { part: 'Field sales', dimension: 'pay', waves: [0.6, 0.6, 0.6, 0.6] },
  { part: 'IT', dimension: 'communication', waves: [0.5, 0.5, 0.5, 0.5] },
];

/** Added for those who came in the last year, and for those who have been here for six years and more. */
const newcomers: Readonly<Record<string, number>> = { outcome: 0.45, growth: 0.5, communication: 0.3, pay: 0.2 };
const veterans: Readonly<Record<string, number>> = { pay: -0.6, growth: -0.35, outcome: -0.15 };

const weights: Readonly<Record<string, number>> = { pay: 6, workload: 6, benefits: 4, communication: 3, growth: 3, manager: 2, recognition: 2, tools: 2, culture: 1, service: 1 };

const happens = (percent: number, chance: Chance) => chance(100) < percent;

/** About normal, mean 0, deviation 1 (sum of six uniform draws). */
function wobble(chance: Chance): number {
  let sum = 0;
  for (let draw = 0; draw < 6; draw += 1) sum += chance(10_001) / 10_000;
  return (sum - 3) * Math.SQRT2;
}

function levelOf(dimension: string, voter: Voter, wave: number): number {
  const tide = tides.filter((one) => one.dimension === dimension && voter.path.includes(one.part));
  const stay = voter.years < 1 ? newcomers[dimension] : voter.years >= 6 ? veterans[dimension] : 0;
  return tide.reduce((sum, one) => sum + (one.waves[wave] ?? 0), (usual[dimension] ?? 3.4) + (stay ?? 0));
}

function someOf(ids: readonly string[], most: number, chance: Chance): string[] {
  const left = ids.flatMap((id) => Array<string>(weights[id] ?? 2).fill(id));
  const picked = new Set<string>();
  const count = 1 + chance(most);
  while (picked.size < Math.min(count, ids.length)) picked.add(left[chance(left.length)] as string);
  return ids.filter((id) => picked.has(id));
}

/** What nobody has written yet in one survey, by what it is about and in which language. */
export type Unsaid = Map<string, string[]>;

/** Nothing where everything was said already, or nothing is there about it. */
function saidOn(key: string, about: string, { voter, unsaid, chance }: Mood): Record<string, Answer> {
  const pool = `${about} ${voter.language}`;
  const left = unsaid.get(pool) ?? shuffled(comments[about]?.[voter.language] ?? [], chance);
  const text = left.pop();
  unsaid.set(pool, left);
  return text === undefined ? {} : { [key]: text };
}

function explain(question: Question, low: LowScore, mood: Mood): Record<string, Answer> {
  const { chance } = mood;
  const answers: Record<string, Answer> = {};
  if (happens(65, chance)) answers[`${question.id}:reasons`] = someOf(low.options.map((option) => option.id), 2, chance);
  if (!happens(25, chance)) return answers;
  return { ...answers, ...saidOn(`${question.id}:text`, question.id in comments ? question.id : (question.dimension ?? ''), mood) };
}

interface Mood {
  readonly voter: Voter;
  readonly wave: number;
  /** How somebody tends to answer, whatever is asked. */
  readonly temper: number;
  readonly chance: Chance;
  readonly unsaid: Unsaid;
}

function answerOne(question: Question, mood: Mood): Record<string, Answer> {
  const { voter, wave, temper, chance } = mood;
  const level = levelOf(question.dimension ?? aside[question.id] ?? 'outcome', voter, wave) + temper + wobble(chance) * 0.75;
  switch (question.kind) {
    case 'scale': {
      const score = Math.min(question.points, Math.max(1, Math.round((level - 3) * ((question.points - 1) / 4) + (question.points + 1) / 2)));
      const low = question.low && score <= question.low.at ? explain(question, question.low, mood) : {};
      return { [question.id]: question.reverse ? question.points + 1 - score : score, ...low };
    }
    case 'recommend':
      return { [question.id]: Math.min(10, Math.max(0, Math.round((level - 1) * 2.5))) };
    case 'choice':
      return { [question.id]: question.options[chance(question.options.length)]!.id };
    case 'background': {
      const option = voter.background(question.id);
      return option === null ? {} : { [question.id]: option };
    }
    case 'several':
      return { [question.id]: someOf(question.options.map((option) => option.id), question.most, chance) };
    case 'pair': {
      const point = (value: number) => Math.min(question.points, Math.max(1, Math.round(value)));
      return { [`${question.id}:expected`]: point(level + 0.5), [`${question.id}:experienced`]: point(level) };
    }
    case 'open':
      return happens(35, chance) ? saidOn(question.id, 'open', mood) : {};
  }
}

interface Asked {
  readonly questions: readonly Question[];
  /** Index. */
  readonly wave: number;
  /** Shared by everybody who answers this wave. */
  readonly unsaid: Unsaid;
}

/** A whole ballot of one made-up person; about three questions in a hundred stay without an answer. */
export function opinionsOf(voter: Voter, { questions, wave, unsaid }: Asked, chance: Chance): Answers {
  const mood = { voter, wave, temper: wobble(chance) * 0.45, chance, unsaid };
  const answered = questions.filter((question) => question.kind === 'background' || !happens(3, chance));
  return Object.assign({}, ...answered.map((question) => answerOne(question, mood))) as Answers;
}

/** Whether somebody takes part: seven to nine in ten, more in small teams. */
export function takesPart(voter: Pick<Voter, 'language'>, chance: Chance): boolean {
  return happens(voter.language === 'zh-Hans' ? 86 : 80, chance);
}
