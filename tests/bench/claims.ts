// npm run claims [-- REPETITIONS [SIZE …]]: how often something is said of companies in which nothing happened, by the product's own functions
// and from releases made for it, and how often what did happen is said.
import { rowOf, type HeatMap } from '#app/domain/analysis/map/heat-map.ts';
import { mapOf } from '#app/domain/reports/results-page.ts';
import { departmentOfFifty, twoWavesOf, type People } from '#tests/support/null-worlds.ts';
import { assertedBy } from '#tests/support/assertions.ts';

const [repetitions = 200, ...asked] = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [60, 250, 1_000, 5_000];
const kinds: readonly People[] = ['same', 'redrawn'];

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function mapOfWorld(world: Parameters<typeof twoWavesOf>[0]): { map: HeatMap; wave: ReturnType<typeof twoWavesOf>[1] } {
  const [before, now] = twoWavesOf(world);
  return { map: mapOf(now, before)!, wave: now };
}

function nullRow(size: number, people: People): Record<string, string | number> {
  const runs = Array.from({ length: repetitions }, (_, seed) => {
    const { map } = mapOfWorld({ size, people, seed: 1 + seed });
    return { ...assertedBy(map), kappa: map.kappas[0] ?? 1 };
  });
  const count = (say: (one: (typeof runs)[number]) => number) => percent(runs.filter((one) => say(one) > 0).length, repetitions);
  return {
    people: size,
    answering: people,
    waves: repetitions,
    'any false claim': count((one) => one.change + one.rest),
    'since before': count((one) => one.change),
    'against the rest': count((one) => one.rest),
    'mean kappa': (runs.reduce((sum, { kappa }) => sum + kappa, 0) / repetitions).toFixed(2),
  };
}

function powerRow(size: number, people: People, only: string): Record<string, string | number> {
  const runs = Array.from({ length: repetitions }, (_, seed) => {
    const { map, wave } = mapOfWorld({ size, people, seed: 10_001 + seed, moves: -15, only });
    const line = map.cells[rowOf(map, wave, departmentOfFifty)]!;
    const cells = line.flatMap((cell, column) => (cell?.change && (only === '' || map.subjects[column]?.id === 'pay') ? [cell.change] : []));
    return { found: cells.filter(({ arrow }) => arrow === 'down').length, of: cells.length, points: cells.reduce((sum, { points }) => sum + points, 0) / cells.length };
  });
  const sum = (say: (one: (typeof runs)[number]) => number) => runs.reduce((total, one) => total + say(one), 0);
  return {
    people: size,
    answering: people,
    falls: only === '' ? 'everything' : 'one dimension',
    waves: repetitions,
    'true change': (sum(({ points }) => points) / repetitions).toFixed(1),
    'dimensions found': percent(sum(({ found }) => found), sum(({ of }) => of)),
    'said at all': percent(runs.filter(({ found }) => found > 0).length, repetitions),
  };
}

console.log('\nWaves in which nothing happened: share with any arrow or sentence, on any page');
console.table(sizes.flatMap((size) => kinds.map((people) => nullRow(size, people))));
console.log('\nA department of fifty falls by 15 points');
console.table(sizes.filter((size) => size >= 250 && size <= 1_000).flatMap((size) => kinds.flatMap((people) => ['PAY', ''].map((only) => powerRow(size, people, only)))));
