// Companies in which nothing happens, asked twice: what is said of them is false. People have a bent of their own and moods of the day; the same
// people answer again, or everybody is drawn anew.
import type { Wave } from '#app/domain/analysis/wave.ts';
import { chanceFrom } from './chance.ts';
import { aWave, type WaveSketch } from './waves.ts';

export type People = 'same' | 'redrawn';

export interface World {
  /** People invited. */
  readonly size: number;
  readonly people: People;
  readonly seed: number;
  /** Index points by which one department of fifty moves in everything from the first survey to the second; 0 unless told. */
  readonly moves?: number;
  /** Only the questions that begin so move in it; all of them unless told. */
  readonly only?: string;
  /** The same for the whole company. */
  readonly all?: number;
}

const participation = 0.83;
const skips = 0.03;
const turnover = 0.04;
// Shares of the variance: what somebody is like, what somebody thinks of this question. Together the same answer about half of the way again.
const bent = 0.35;
const opinion = 0.23;
// Where the hidden mood passes from one point to the next: 4, 11, 27, 42 and 16 % of the answers, a standard deviation of one point.
const cuts = [-1.751, -1.036, -0.202, 0.994];
// Index points that a whole unit of the hidden mood moves the mean by, near the middle.
const pointsPerUnit = 24.6;

/** A department of fifty in every company that is large enough. */
export const departmentOfFifty = 'd0';

function sizesOf(size: number): number[] {
  const usual = size <= 60 ? [12, 9, 14, 10, 15] : [50, 12, 18, 9, 26, 15, 34, 22, 11, 30, 16, 45, 8, 21];
  const sizes: number[] = [];
  for (let left = size; left > 0; ) {
    const next = Math.min(left, usual[sizes.length % usual.length] as number);
    sizes.push(next < 6 && sizes.length > 0 ? (sizes.pop() as number) + next : next);
    left -= next;
  }
  return sizes;
}

function treeOf(departments: number): string {
  const divisions = Math.max(1, Math.round(departments / 7));
  const lines = Array.from({ length: divisions }, (_, division) =>
    [`  v${division}`, ...Array.from({ length: departments }, (__, at) => at).filter((at) => at % divisions === division).map((at) => `    d${at}`)].join('\n'),
  );
  return ['company', ...(divisions === 1 ? lines[0]!.split('\n').slice(1).map((line) => line.slice(2)) : lines)].join('\n');
}

type Traits = Map<string, number>;

/** The first survey and the second. */
export function twoWavesOf({ size, people, seed, moves = 0, only = '', all = 0 }: World): readonly [Wave, Wave] {
  const chance = chanceFrom(seed);
  const uniform = () => (chance(1_000_000) + 0.5) / 1_000_000;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const sizes = sizesOf(size);
  const tree = treeOf(sizes.length);
  const somebody = (): Traits => new Map([['', normal()]]);
  const staff = sizes.map((count) => Array.from({ length: count }, somebody));
  const wave = (at: number): Wave => {
    if (at > 0) for (const department of staff) department.forEach((_, one) => void ((people === 'redrawn' || uniform() < turnover) && (department[one] = somebody())));
    const asked = staff.map((department) => department.filter(() => uniform() < participation));
    const rows = asked.flatMap((department, leaf) => department.map((traits) => ({ traits, moved: leaf === 0 ? moves : 0 })));
    const scoreOf = (row: number, question: string, points: number): number | null => {
      if (uniform() < skips) return null;
      const { traits, moved } = rows[row]!;
      const shift = at === 0 ? 0 : (all + (question.startsWith(only) ? moved : 0)) / pointsPerUnit;
      if (!traits.has(question)) traits.set(question, normal());
      const mood = Math.sqrt(bent) * traits.get('')! + Math.sqrt(opinion) * traits.get(question)! + Math.sqrt(1 - bent - opinion) * normal() + shift;
      return points === 5 ? cuts.filter((cut) => mood > cut).length : Math.max(0, Math.min(points - 1, Math.round(6.5 + 2.2 * mood)));
    };
    const sketch: WaveSketch = {
      id: `w${at}`,
      closed: `2026-0${3 * at + 1}-20`,
      tree,
      people: Object.fromEntries(asked.map((department, leaf) => [`d${leaf}`, department.length])),
      participation,
      further: ['OUT-03', 'PAY-02', 'BEN-02', 'MGR-01', 'GRW-01'],
      scoreOf,
      seed: seed * 2 + at,
    };
    return aWave(sketch);
  };
  return [wave(0), wave(1)];
}
