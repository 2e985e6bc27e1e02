// Companies whose lasting moods are known, for the question whether a guess about them comes true as often as it says. Their releases are
// written down directly: what publication does to them is none of the guess's business.
import type { Department } from '#app/domain/organisation/department.ts';
import type { Partition, Release, ReleasedItem } from '#app/domain/publication/release/release.ts';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import { day } from '#app/domain/kernel/day.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import type { ScaleQuestion } from '#app/domain/surveys/questions/question.ts';

export interface LastingWorld {
  readonly wave: Wave;
  /** By group and dimension, 0–100. */
  readonly lasting: readonly ReadonlyMap<string, number>[];
  /** By dimension, all people. */
  readonly company: ReadonlyMap<string, number>;
  readonly groups: readonly string[];
}

export interface LastingSketch {
  /** People of each group; 83 % of them answer, at least five. */
  readonly sizes: readonly number[];
  /** Standard deviation of the groups' lasting means, in index points. */
  readonly apart: number;
  /** Standard normal numbers. */
  readonly normal: () => number;
}

const core = template('pulse-core');
const questions = (core ? questionsOf(core, { k: 5, further: ['GRW-01', 'TOL-02', 'REC-01'] }) : []).filter(
  (question): question is ScaleQuestion => question.kind === 'scale' && question.points === 5 && question.dimension !== null,
);
const dimensions = [...new Set(questions.map((question) => question.dimension as string))];
const temper = 0.45;
const wobble = 0.75;

const phi = (z: number) => 1 / (1 + Math.exp(-1.5976 * z - 0.070566 * z ** 3));

/** Chances of the five points for somebody of this level. */
function pointsAt(level: number, spread: number): number[] {
  const cuts = [1.5, 2.5, 3.5, 4.5].map((cut) => phi((cut - level) / spread));
  return [0, 1, 2, 3, 4].map((point) => (cuts[point] ?? 1) - (cuts[point - 1] ?? 0));
}

const indexAt = (level: number): number => pointsAt(level, Math.hypot(temper, wobble)).reduce((sum, chance, point) => sum + chance * point * 25, 0);

/** The level at which the lasting index is this one. */
function levelFor(index: number): number {
  let [low, high] = [-2, 8];
  for (let step = 0; step < 40; step += 1) [low, high] = indexAt((low + high) / 2) < index ? [(low + high) / 2, high] : [low, (low + high) / 2];
  return (low + high) / 2;
}

export function lastingWorld({ sizes, apart, normal }: LastingSketch): LastingWorld {
  const usual = new Map(dimensions.map((dimension, at) => [dimension, 45 + ((at * 7) % 25)]));
  const lasting = sizes.map(() => new Map([...usual].map(([dimension, index]) => [dimension, Math.max(5, Math.min(95, index + apart * normal()))])));
  const levels = lasting.map((one) => new Map([...one].map(([dimension, index]) => [dimension, levelFor(index)])));
  const answered = sizes.map((size) => Math.max(5, Math.round(0.83 * size)));
  const answers = levels.map((level, group) => Array.from({ length: answered[group] as number }, () => {
    const mood = temper * normal();
    return questions.map(({ dimension }) => Math.min(5, Math.max(1, Math.round((level.get(dimension as string) as number) + mood + wobble * normal()))) - 1);
  }));
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const company = new Map(dimensions.map((dimension) => [dimension, sizes.reduce((sum, size, at) => sum + (size / people) * (lasting[at]?.get(dimension) as number), 0)]));
  const groups = sizes.map((_, at) => `g${at}`);
  return { wave: waveFrom(groups, sizes, answers), lasting, company, groups };
}

function waveFrom(groups: readonly string[], sizes: readonly number[], answers: readonly (readonly (readonly number[])[])[]): Wave {
  const departments: Department[] = [{ id: 'company', name: 'Company', parentId: null }, ...groups.map((id) => ({ id, name: id, parentId: 'company' }))];
  const atoms = groups.map((id, at) => ({ id, departments: [id], invited: sizes[at] as number, answered: answers[at]?.length ?? 0 }));
  const partition: Partition = { atoms, departments: atoms.map(({ id, invited, answered }) => ({ id, atoms: [id], with: [], invited, answered })) };
  const items: Record<string, ReleasedItem> = {};
  questions.forEach((question, column) => {
    const cells = Object.fromEntries(groups.map((id, at) => [id, [0, 1, 2, 3, 4].map((point) => (answers[at] ?? []).filter((row) => row[column] === point).length)]));
    // Made the way round in which they were answered.
    items[question.id] = { kind: 'scale', partition: '5', points: 5, cells };
  });
  const released = Object.fromEntries(dimensions.map((dimension) => {
    const own = questions.flatMap((question, column) => (question.dimension === dimension ? [column] : []));
    const sumOf = (rows: readonly (readonly number[])[]) => rows.reduce((sum, row) => sum + own.reduce((part, column) => part + (row[column] as number) * 25, 0) / own.length, 0);
    const cells = Object.fromEntries(groups.map((id, at) => [id, { n: answers[at]?.length ?? 0, sum: sumOf(answers[at] ?? []) }]));
    return [dimension, { partition: '5', items: own.map((column) => questions[column]?.id as string), cells }];
  }));
  const release: Release = {
    release: 1,
    survey: { id: 'lasting', title: { en: 'Lasting', 'zh-Hans': '持久', 'zh-Hant': '持久' }, closed: day('2026-10-30') },
    manifest: null, k: 5, counts: { invited: null, papers: null, reissued: null, ballots: null, moved: null },
    partitions: { 5: partition }, items, dimensions: released, cuts: [], correlations: correlationsOf(answers.flat()), comments: [],
    audit: { minimumSupport: 5, dropped: [], steps: 0 }, receipts: null, previous: null,
  };
  return waveOf(release, departments, questions);
}

// Company-wide and only from fifty answers, as a release carries them.
function correlationsOf(rows: readonly (readonly number[])[]): Release['correlations'] {
  if (rows.length < 50) return null;
  const columns = questions.map((_, column) => rows.map((row) => row[column] as number));
  const centred = columns.map((values) => values.map((value) => value - values.reduce((sum, one) => sum + one, 0) / values.length));
  const product = (one: readonly number[], other: readonly number[]) => one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
  const matrix = centred.map((one) => centred.map((other) => Math.round((100 * product(one, other)) / Math.sqrt(product(one, one) * product(other, other))) / 100));
  return { items: questions.map(({ id }) => id), matrix };
}
