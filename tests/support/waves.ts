// Closed surveys of an invented company, made by the real publication from invented answers to the real questions.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { day, type Day } from '#app/domain/kernel/day.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { cutsWith, mayStandInCut } from '#app/domain/publication/cuts/cuts.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { noAnswer, type TalliedItem, type TalliedText } from '#app/domain/publication/tally/tally-input.ts';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import type { DeclaredCut } from '#app/domain/surveys/sealed/manifest.ts';
import type { WordReaders } from '#app/domain/surveys/own/own-words.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { chanceFrom } from './chance.ts';
import { departmentsFrom } from './companies.ts';

export interface WaveSketch {
  readonly id?: string;
  readonly closed?: string;
  /** Departments as an indented outline, or the departments themselves. */
  readonly tree: string | readonly Department[];
  /** People who answered, by department. */
  readonly people: Readonly<Record<string, number>>;
  /** How content somebody is on a question, 1 … 5; 3.4 unless told. `is`: the background answers, −1 for none. */
  readonly mood?: (department: string, question: string, is: Readonly<Record<string, number>>) => number;
  /** The score of somebody on a question instead of one around the mood, 0 … points − 1, high is good; null: skipped. People as they stand in `people`. */
  readonly scoreOf?: (row: number, question: string, points: number) => number | null;
  /** Background questions with their options; one answer in twelve is «prefer not to say». */
  readonly backgrounds?: Readonly<Record<string, readonly string[]>>;
  /** Declared tables: a background question and `company` or a department; of all items that may stand in one unless told. */
  readonly cuts?: readonly { readonly question: string; readonly scope: string; readonly items?: readonly string[] }[];
  /** Share of the invited who answered; 0.8 unless told. */
  readonly participation?: number;
  /** Library items besides the core pulse. */
  readonly further?: readonly string[];
  readonly seed?: number;
  /** One comment of every so many people; none unless told. */
  readonly commentEvery?: number;
  readonly manifest?: string | null;
  /** What people wrote, by their row; instead of `commentEvery`. */
  readonly texts?: readonly TalliedText[];
  /** As sealed; not said where absent. */
  readonly wordsFor?: WordReaders;
}

export interface Closed {
  readonly release: Release;
  readonly departments: readonly Department[];
  readonly questions: readonly Question[];
  readonly cuts: readonly DeclaredCut[];
  readonly wordsFor?: WordReaders;
}

export function aClosedSurvey(sketch: WaveSketch): Closed {
  const departments = typeof sketch.tree === 'string' ? departmentsFrom(sketch.tree) : sketch.tree;
  const core = template('pulse-core');
  if (!core) throw new Error('the core pulse is missing');
  const backgrounds = Object.entries(sketch.backgrounds ?? {});
  const questions = [...questionsOf(core, { k: 5, further: sketch.further ?? [] }), ...backgrounds.map(([id, options]) => backgroundQuestion(id, options))];
  const names = Object.keys(sketch.people);
  const sizes = names.map((name) => sketch.people[name] ?? 0);
  const where = names.flatMap((_, leaf) => new Array<number>(sizes[leaf] ?? 0).fill(leaf));
  const invited = sizes.map((size) => Math.ceil(size / (sketch.participation ?? 0.8)));
  const chance = chanceFrom(sketch.seed ?? 1);
  const mood = sketch.mood ?? (() => 3.4);
  const answersTo = new Map(backgrounds.map(([question, options]) => [question, Int16Array.from(where, () => (chance(12) === 0 ? -1 : chance(options.length)))]));
  const about = where.map((_, row) => Object.fromEntries([...answersTo].map(([question, values]) => [question, values[row] as number])));
  const drawn = (question: Question): Drawn => ({ mood: (leaf, row) => mood(names[leaf] ?? '', question.id, about[row] ?? {}), scoreOf: sketch.scoreOf });
  const items = questions.flatMap((question) => talliedItems(question, where, drawn(question), chance));
  const standing = items.filter(mayStandInCut).map((item) => item.id);
  const cuts = (sketch.cuts ?? []).map(({ question, scope, items: named }) => ({ question, scope, items: named ?? standing }));
  const tallied = cuts.map((cut) => ({ ...cut, labels: sketch.backgrounds?.[cut.question] ?? [], values: answersTo.get(cut.question) as Int16Array }));
  const id = sketch.id ?? 'pulse';
  const total = invited.reduce((sum, one) => sum + one, 0);
  const release = publish({
    survey: { id, title: { en: `Pulse ${id}`, 'zh-Hans': `脉搏 ${id}`, 'zh-Hant': `脈搏 ${id}` }, closed: (sketch.closed ?? '2026-10-30') as Day },
    manifest: sketch.manifest ?? null,
    k: 5,
    departments,
    leaves: names.map((name, leaf) => ({ id: name, departments: [name], place: name, invited: invited[leaf] ?? 0, reissued: 0 })),
    leafOf: Int32Array.from(where),
    items,
    pairs: [],
    texts: sketch.texts ?? texts(where.length, sketch.commentEvery ?? 0),
    openBoxes: 1,
    cuts: tallied,
    counts: { invited: total, papers: where.length, reissued: 0 },
    receipts: null,
    previous: null,
    chance,
  }, cuts.length > 0 ? { admitCuts: cutsWith() } : {});
  if (!release.ok) throw new Error(release.because);
  return { release: release.value, departments, questions, cuts, ...(sketch.wordsFor && { wordsFor: sketch.wordsFor }) };
}

export function aWave(sketch: WaveSketch): Wave {
  const { release, departments, questions } = aClosedSurvey(sketch);
  return waveOf(release, departments, questions);
}

function backgroundQuestion(id: string, options: readonly string[]): Question {
  const said = (words: string) => ({ en: words, 'zh-Hans': words, 'zh-Hant': words });
  return { kind: 'background', id, text: said(`Your ${id}?`), dimension: null, k: 5, options: options.map((option) => ({ id: option, label: said(option) })) };
}

interface Drawn {
  readonly mood: (leaf: number, row: number) => number;
  readonly scoreOf: WaveSketch['scoreOf'];
}

function talliedItems(question: Question, where: readonly number[], { mood, scoreOf }: Drawn, chance: Chance): TalliedItem[] {
  if (question.kind === 'several') {
    const bits = () => new Set([chance(question.options.length), chance(question.options.length), chance(3)]);
    const values = Int32Array.from(where, () => [...bits()].reduce((sum, bit) => sum | (1 << bit), 0));
    return [{ id: question.id, dimension: null, kind: 'several', points: question.options.length, reverse: false, k: question.k, options: question.options.map((one) => one.id), column: { kind: 'several', values } }];
  }
  if (question.kind !== 'scale' && question.kind !== 'recommend') return [];
  const points = question.kind === 'scale' ? question.points : 11;
  const reverse = question.kind === 'scale' && question.reverse;
  const values = Int16Array.from(where, (leaf, row) => {
    const score = scoreOf ? scoreOf(row, question.id, points) : chance(40) === 0 ? null : scoreNear(((mood(leaf, row) - 1) / 4) * (points - 1), points, chance);
    if (score === null) return noAnswer;
    return reverse ? points - 1 - score : score;
  });
  const item: TalliedItem = { id: question.id, dimension: question.dimension, kind: question.kind, points, reverse, k: question.k, column: { kind: question.kind, values } };
  return question.low ? [item, reasonsOf(item, question.low.options.map((one) => one.id), chance)] : [item];
}

// The middle of three draws around the mood: a rough bell.
function scoreNear(centre: number, points: number, chance: Chance): number {
  const spread = Array.from({ length: 3 }, () => chance(1000) / 1000 - 0.5).reduce((a, b) => a + b, 0);
  return Math.max(0, Math.min(points - 1, Math.round(centre + (spread * (points - 1)) / 2)));
}

function reasonsOf(of: TalliedItem, options: readonly string[], chance: Chance): TalliedItem {
  const low = (value: number) => value >= 0 && (of.reverse ? of.points - 1 - value : value) <= 1;
  const values = Int32Array.from(of.column.values, (value) => (low(value) ? 1 << Math.min(chance(options.length), chance(options.length)) : 0));
  return { id: `${of.id}:reasons`, dimension: null, kind: 'several', points: options.length, reverse: false, k: 10, options, reasonsOf: of.id, column: { kind: 'several', values } };
}

const said = ['Rota earlier, please', '请早点公布排班', 'The new printer jams', '加班太多了', 'Thank you for the training day', '希望有晋升机会', 'Fewer meetings on Mondays', '食堂比以前好'];

function texts(people: number, every: number): TalliedText[] {
  if (every === 0) return [];
  return Array.from({ length: Math.floor(people / every) }, (_, at) => ({
    row: at * every, text: `${said[at % said.length]} (${at})`,
  }));
}

/** Three waves of a company of about 130 with small departments; `finance` likes its workload less than everybody else. */
export function threeWaves(): Wave[] {
  return [0, 1, 2].map((wave) =>
    aWave({
      ...aCompanyOfMany,
      id: `w${wave}`,
      closed: day(`2026-0${3 * wave + 1}-20`),
      seed: 11 + wave,
      commentEvery: 3,
      further: ['OUT-03', 'MGR-01', 'GRW-01'],
      mood: (department, question) => 3.5 - (department === 'finance' && question.startsWith('WKL') ? 1.6 : 0) + (question === 'PAY-01' ? 0.5 * wave : 0),
    }),
  );
}

export const aCompanyOfMany: Pick<WaveSketch, 'tree' | 'people'> = {
  tree: `
company
  sales
    north
    south
    key-accounts
  operations
    plant
    store
  finance
  legal
  lab
`,
  people: { north: 24, south: 13, 'key-accounts': 3, plant: 30, store: 6, finance: 28, legal: 3, lab: 2, company: 2, sales: 1, operations: 2 },
};
