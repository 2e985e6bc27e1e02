// Invented companies in which a plan did nothing, or moved its department by so many points, published by the real publication: what
// the reading of an effect is measured with. Everything that happens is known here, so that every verdict is right or wrong.
import { readFor } from '#app/domain/analysis/readings.ts';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { publish } from '#app/domain/publication/publish.ts';
import { noAnswer, type TalliedItem } from '#app/domain/publication/tally/tally-input.ts';
import type { ScaleQuestion } from '#app/domain/surveys/questions/question.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { chanceFrom } from './chance.ts';

export interface EffectWorld {
  /** People by department; the first may have the plan. */
  readonly sizes: readonly number[];
  /** Standard deviation of what departments differ by for good, index points. */
  readonly spread: number;
  /** What the first department's workload differs by for good; null: as much as any other's. */
  readonly low: number | null;
  /** The same people answer again (one answer correlates .5 with itself), or everybody's mood is drawn anew. */
  readonly people: 'same' | 'redrawn';
  /** Whose plan: the first department's, or that of the lowest figure of all, whichever it is. */
  readonly chosen: 'first' | 'lowest';
  /** Waves before the plan; 1 unless told. */
  readonly before?: number;
  /** What the plan did, index points. */
  readonly effect?: number;
  /** Standard deviation of what departments truly move by between two waves without anybody's doing. */
  readonly moves?: number;
}

export interface PlayedWorld {
  /** The last one is the wave after the plan. */
  readonly waves: readonly Wave[];
  readonly department: string;
  readonly dimension: string;
  /** Points of the index by which the plan truly moved what is expected to be answered. */
  readonly truth: number;
}

const spreadOfAnswers = 25;
/** Shares of the variance of an answer: what lasts and what is mood, of the person at large, of the dimension, of the question. */
const lasting = [0.18, 0.14, 0.18] as const;
const mood = [0.15, 0.1, 0.25] as const;
const participation = 0.83;
const skipped = 0.03;
const turnover = 0.04;

const questions = questionsOf(template('pulse-core')!, { k: 5 });
const asked = questions.filter((one): one is ScaleQuestion => one.kind === 'scale' && one.dimension !== null);
const dimensions = [...new Set(asked.map(({ dimension }) => dimension as string))];
const common: Readonly<Record<string, number>> = { pay: 52, workload: 58, benefits: 64, communication: 55 };

interface Draws {
  share(): number;
  normal(): number;
  below(n: number): number;
}

function drawsFrom(seed: number): Draws {
  const chance = chanceFrom(seed);
  const share = () => (chance(1_000_000) + 0.5) / 1_000_000;
  return { share, below: chance, normal: () => Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share()) };
}

interface Person {
  readonly department: number;
  readonly large: number;
  readonly dimensions: readonly number[];
  readonly items: readonly number[];
}

const personIn = (department: number, { normal }: Draws): Person => ({
  department,
  large: normal() * Math.sqrt(lasting[0]),
  dimensions: dimensions.map(() => normal() * Math.sqrt(lasting[1])),
  items: asked.map(() => normal() * Math.sqrt(lasting[2])),
});

const pointOf = (latent: number): number => Math.max(0, Math.min(4, Math.round(latent / 25)));

/** The index that is expected to be answered where the latent mean is so high: it is bent at the ends of the scale. */
function expectedIndex(mean: number): number {
  let [sum, weight] = [0, 0];
  for (let z = -5; z <= 5; z += 0.01) {
    const density = Math.exp((-z * z) / 2);
    sum += density * pointOf(mean + z * spreadOfAnswers) * 25;
    weight += density;
  }
  return sum / weight;
}

export function playEffect(world: EffectWorld, seed: number): PlayedWorld {
  const draws = drawsFrom(seed);
  const { sizes, spread, low, moves = 0, effect = 0, before = 1 } = world;
  const levels = sizes.map((_, at) => dimensions.map((one) => (common[one] ?? 60) + (at === 0 && one === 'workload' && low !== null ? low : draws.normal() * spread)));
  const people = sizes.flatMap((size, at) => Array.from({ length: size }, () => personIn(at, draws)));
  const waves: Wave[] = [];
  const nextWave = (raise: (department: number, dimension: number) => number) => {
    const present = people.map((one, seat) => {
      const replaced = world.people === 'redrawn' || (waves.length > 0 && draws.share() < turnover);
      return replaced ? (people[seat] = personIn(one.department, draws)) : one;
    });
    waves.push(published(world, present, { draws, at: waves.length, level: (department, one) => levels[department]![one]! + raise(department, one) }));
    for (const own of levels) for (let one = 0; one < own.length; one += 1) own[one] = own[one]! + draws.normal() * moves;
  };
  for (let wave = 0; wave < before; wave += 1) nextWave(() => 0);
  const [department, dimension] = world.chosen === 'first' ? [0, dimensions.indexOf('workload')] : lowestOf(waves.at(-1)!, sizes);
  const without = levels[department]![dimension]!;
  nextWave((place, one) => (place === department && one === dimension ? effect : 0));
  return { waves, department: nameOf(department), dimension: dimensions[dimension]!, truth: expectedIndex(without + effect) - expectedIndex(without) };
}

const nameOf = (department: number) => `d${department}`;

/** The figure farthest below what the company says of its dimension. */
function lowestOf(wave: Wave, sizes: readonly number[]): [department: number, dimension: number] {
  const figures = dimensions.flatMap((id, dimension) => {
    const subject = { kind: 'dimension', id } as const;
    const company = readFor(wave, subject, 'company')?.moments.mean ?? 0;
    return sizes.map((_, at) => ({ at, dimension, distance: (readFor(wave, subject, nameOf(at))?.moments.mean ?? company) - company }));
  });
  const lowest = figures.reduce((best, one) => (one.distance < best.distance ? one : best));
  return [lowest.at, lowest.dimension];
}

interface Answering {
  readonly draws: Draws;
  readonly at: number;
  readonly level: (department: number, dimension: number) => number;
}

function published({ sizes }: EffectWorld, people: readonly Person[], { draws, at, level }: Answering): Wave {
  const here = people.filter(() => draws.share() < participation);
  const tree = [{ id: 'company', parentId: null, name: 'Company' }, ...sizes.map((_, place) => ({ id: nameOf(place), parentId: 'company', name: nameOf(place) }))];
  const release = publish({
    survey: { id: `w${at}`, title: { en: `Wave ${at}`, 'zh-Hans': `第${at}次`, 'zh-Hant': `第${at}次` }, closed: `20${26 + at}-03-20` as Day },
    manifest: null,
    k: 5,
    departments: tree,
    leaves: sizes.map((size, place) => ({ id: nameOf(place), departments: [nameOf(place)], place: nameOf(place), invited: size, reissued: 0 })),
    leafOf: Int32Array.from(here, ({ department }) => department),
    items: answersOf(here, draws, level),
    pairs: [],
    texts: [],
    openBoxes: 0,
    cuts: [],
    counts: { invited: people.length, papers: people.length, reissued: 0 },
    receipts: null,
    previous: null,
    chance: draws.below,
  });
  if (!release.ok) throw new Error(release.because);
  return waveOf(release.value, tree, questions);
}

function answersOf(here: readonly Person[], draws: Draws, level: Answering['level']): TalliedItem[] {
  const columns = asked.map(() => new Int16Array(here.length));
  here.forEach((person, row) => {
    const today = draws.normal() * Math.sqrt(mood[0]);
    const about = dimensions.map(() => draws.normal() * Math.sqrt(mood[1]));
    asked.forEach((question, item) => {
      const dimension = dimensions.indexOf(question.dimension as string);
      const own = person.large + person.dimensions[dimension]! + person.items[item]! + today + about[dimension]! + draws.normal() * Math.sqrt(mood[2]);
      const point = pointOf(level(person.department, dimension) + own * spreadOfAnswers);
      columns[item]![row] = draws.share() < skipped ? noAnswer : question.reverse ? 4 - point : point;
    });
  });
  return asked.map((question, item) => ({ id: question.id, dimension: question.dimension, kind: 'scale', points: question.points, reverse: question.reverse, k: question.k, column: { kind: 'scale', values: columns[item]! } }));
}
