// What the planning of declared cuts costs by size. Run with `npx tsx tests/bench/auditor.ts [repetitions]`.
import { admitCuts } from '#app/domain/publication/cuts/admit-cuts.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { skewedCompany } from '#tests/support/skewed-company.ts';

export interface PlanningTime {
  readonly size: string;
  readonly seconds: number;
  /** Of the processor alone: what it takes where nothing else runs. */
  readonly processor: number;
  readonly published: number;
  readonly declared: number;
  readonly shown: string;
  readonly minimumSupport: number;
  readonly steps: number;
}

const sizes = [
  { people: 250, divisions: 3, cuts: 8, k: 5, items: 25 },
  { people: 1_000, divisions: 4, cuts: 19, k: 5, items: 25 },
  { people: 5_000, divisions: 6, cuts: 33, k: 5, items: 25 },
  { people: 5_000, divisions: 6, cuts: 33, k: 8, items: 25 },
  { people: 20_000, divisions: 8, cuts: 33, k: 5, items: 25 },
];

/** Medians over `repetitions` companies of each size. */
export function auditorTimes(repetitions: number): PlanningTime[] {
  return sizes.map((size) => {
    const runs = Array.from({ length: repetitions }, (_, seed) => run(size, seed)).sort((a, b) => a.seconds - b.seconds);
    return runs[Math.floor(runs.length / 2)]!;
  });
}

function run(size: (typeof sizes)[number], seed: number): PlanningTime {
  const input = skewedCompany(size, chanceFrom(seed + 1));
  const [start, used] = [performance.now(), process.cpuUsage()];
  const plan = admitCuts(input);
  const { user, system } = process.cpuUsage(used);
  const rounded = (seconds: number): number => Math.round(seconds * 100) / 100;
  const shown = plan.admitted.reduce((sum, cut) => sum + cut.items.length, 0);
  return {
    size: `${size.people} people, ${size.cuts} cuts, k = ${size.k}`,
    seconds: rounded((performance.now() - start) / 1000),
    processor: rounded((user + system) / 1e6),
    published: plan.admitted.length,
    declared: size.cuts,
    shown: `${Math.round((100 * shown) / (size.cuts * size.items))} % of items × cuts, ${plan.admitted.reduce((sum, cut) => sum + cut.labels.length, 0)} bands`,
    minimumSupport: plan.minimumSupport,
    steps: plan.steps,
  };
}

if (process.argv[1]?.endsWith('bench/auditor.ts')) console.table(auditorTimes(Number(process.argv[2] ?? 3)));
