// `npx tsx tests/bench/look-first.ts [waves]`: whether «87 % likely below the company» comes true 87 times in a hundred. Companies of 60,
// 220 and 1,000 people whose groups truly differ by an SD of 0, 2, 4 and 6 points, read by the product's own functions.
import { atOnce } from '#app/domain/kernel/steps.ts';
import { likelyFrom, likelySteps } from '#app/domain/analysis/map/likely.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import { subjectsOf } from '#app/domain/reports/results-page.ts';
import { lastingWorld } from '../support/lasting-worlds.ts';
import { normalFrom } from '../support/chance.ts';

const bands = [0.8, 0.85, 0.9, 0.95, 1.01];

export interface Calibration {
  /** By band: how often it was said, and how often it was true. */
  readonly bands: readonly { readonly said: number; readonly promised: number; readonly kept: number }[];
  readonly cells: number;
  readonly named: number;
  /** Share of surveys that name anybody. */
  readonly speaking: number;
}

/** `about`: the company's mean, or a target that half of the groups miss. */
export function calibrationOf(sizes: readonly number[], apart: number, { waves, seed }: { readonly waves: number; readonly seed: number }): Calibration {
  const normal = normalFrom(seed);
  const found = bands.slice(1).map(() => ({ said: 0, promised: 0, kept: 0 }));
  let [cells, named, speaking] = [0, 0, 0];
  for (let wave = 0; wave < waves; wave += 1) {
    const world = lastingWorld({ sizes, apart, normal });
    const subjects = subjectsOf(world.wave);
    const readings = world.groups.map((group) => subjects.map((subject) => readFor(world.wave, subject, group)));
    const before = named;
    atOnce(likelySteps(world.wave, { subjects, readings })).forEach((line, group) => line.forEach((guess, column) => {
      cells += 1;
      const below = guess?.below ?? 0;
      if (below < likelyFrom) return;
      named += 1;
      const dimension = subjects[column]?.id ?? '';
      const band = found[bands.findIndex((from, at) => below >= from && below < (bands[at + 1] as number))]!;
      band.said += 1;
      band.promised += below;
      if ((world.lasting[group]?.get(dimension) as number) < (world.company.get(dimension) as number)) band.kept += 1;
    }));
    if (named > before) speaking += 1;
  }
  return { bands: found, cells, named, speaking: speaking / waves };
}

export const companies: Readonly<Record<number, readonly number[]>> = {
  60: [6, 7, 8, 8, 9, 10, 12],
  220: [8, 8, 9, 10, 10, 11, 12, 14, 16, 18, 22, 24, 28, 30],
  1000: Array.from({ length: 40 }, (_, at) => [8, 10, 12, 15, 20, 25, 30, 35, 45, 50][at % 10]!),
};

if (process.argv[1]?.endsWith('look-first.ts')) {
  const waves = Number(process.argv[2] ?? 200);
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const rows = Object.entries(companies).flatMap(([people, sizes]) =>
    [0, 2, 4, 6].map((apart) => {
      const result = calibrationOf(sizes, apart, { waves: Number(people) === 1000 ? Math.ceil(waves / 4) : waves, seed: 7 + apart + Number(people) });
      const inBand = Object.fromEntries(result.bands.map((one, at) => {
        const label = at === 3 ? 'above 95 %' : `${100 * bands[at]!}–${100 * bands[at + 1]!} %`;
        return [label, apart === 0 ? '' : `${percent(one.kept, one.said)} of ${one.said} (said ${percent(one.promised, one.said)})`];
      }));
      return { people, 'SD': apart, 'surveys that name anybody': percent(Math.round(1000 * result.speaking), 1000), 'cells named': percent(result.named, result.cells), ...inBand };
    }),
  );
  console.table(rows);
}
