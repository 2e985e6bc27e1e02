// Two waves of a programme with declared tables, and somebody who combines everything that was published of both.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutsWith } from '#app/domain/publication/cuts/cuts.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release, ReleasedCut } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { smallestSupport } from '#tests/support/attacker.ts';
import { attackWaves, respondentsOf, type Seen } from '#tests/support/attacker-of-waves.ts';
import { fewestPeople } from '#tests/support/brute-force-audit.ts';
import { tallyWithCuts, type Group } from '#tests/support/cut-tallies.ts';
import { times } from '#tests/support/repetitions.ts';
import { all, seeded } from '#tests/support/tallies.ts';

type Person = readonly [team: number, tenure: number, site: number, pay: number, tools: number, stays: number];

const person = fc.noBias(
  fc.tuple(
    fc.integer({ min: 0, max: 3 }), fc.integer({ min: -1, max: 2 }), fc.integer({ min: 0, max: 1 }),
    fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 9 }),
  ),
);
const programmes = fc.record({ people: fc.array(person, { minLength: 16, maxLength: 44 }), seed: fc.nat() });

const teams = ['a', 'b', 'c', 'd'];

/** One wave; in the second one in ten is new, one in ten is gone, and everybody may say something else. */
function waveOf(people: readonly Person[], wave: number, seed: number): { input: TallyInput; persons: number[] } {
  const chance = seeded(seed + wave);
  const here = [...people.keys()].filter((at) => people[at]![5] !== 8 + wave).sort((one, other) => people[one]![0] - people[other]![0]);
  const leaves = teams.map((id) => ({ id, departments: [id], place: id, invited: people.filter(([team]) => teams[team] === id).length, reissued: 0 }));
  const said = (value: number) => (value < 0 ? -1 : wave === 0 || chance(3) > 0 ? value : chance(5));
  const column = (of: (one: Person) => number) => Int16Array.from(here, (at) => of(people[at]!));
  const scale = (id: string, at: 3 | 4, k: number) => ({
    id, dimension: 'pay', kind: 'scale' as const, points: 5, reverse: false, k, column: { kind: 'scale' as const, values: column((one) => said(one[at])) },
  });
  const cut = (question: string, scope: string, at: 1 | 2) => ({ question, scope, items: ['pay', 'tools'], labels: ['x', 'y', 'z'], values: column((one) => one[at]) });
  const base = tallyWithCuts({ tree: 'company\n  north\n    a\n    b\n  c\n  d', groups: [{ in: 'a', is: [0], said: [3] }], cuts: ['tenure'] });
  const input: TallyInput = {
    ...base,
    leaves,
    leafOf: column(([team]) => team) as unknown as Int32Array,
    items: [scale('pay', 3, 5), scale('tools', 4, 5)],
    cuts: [cut('tenure', 'company', 1), cut('site', 'company', 2), cut('tenure', 'north', 1)],
    chance,
  };
  return { input: { ...input, leafOf: Int32Array.from(input.leafOf) }, persons: here };
}

function seenOf({ input, persons }: { input: TallyInput; persons: number[] }, change: (release: Release) => Release = (release) => release): Seen[] {
  const published = publish(input, { admitCuts: cutsWith() });
  return published.ok ? [{ release: change(published.value), respondents: respondentsOf(input, persons) }] : [];
}

/** What a product publishes that hides small groups and checks nothing else. */
const hidingSmallGroups = (input: TallyInput) => (release: Release): Release => {
  const cuts = input.cuts.filter(({ scope }) => scope === 'company').map(({ question, labels, values, items }): ReleasedCut => ({
    question,
    scope: 'company',
    bands: labels.flatMap((label, at) => {
      const answered = values.reduce((sum, value) => sum + (value === at ? 1 : 0), 0);
      return answered < 5 ? [] : [{ labels: [label], answered, favourable: Object.fromEntries(items.filter((id) => release.items[id]).map((id) => [id, [2, answered]])) }];
    }),
  }));
  return { ...release, cuts };
};

describe('an attacker with all releases of a programme', () => {
  test('finds no combination of the figures of two waves that rests on fewer than k people', () => {
    const seen = { programmes: 0, questions: 0, cuts: 0 };
    fc.assert(
      fc.property(programmes, ({ people, seed }) => {
        const waves = [0, 1].flatMap((wave) => seenOf(waveOf(people, wave, seed)));
        for (const { about, people: fewest, k } of attackWaves(waves)) {
          seen.questions += 1;
          expect(fewest, about).toBeGreaterThanOrEqual(k);
        }
        seen.programmes += 1;
        seen.cuts += waves.reduce((sum, { release }) => sum + release.cuts.length, 0);
      }),
      { numRuns: times(200, 4_000) },
    );
    expect(seen.cuts).toBeGreaterThan(50);
    process.stdout.write(`attacker: ${seen.programmes} programmes of two waves, ${seen.cuts} tables, ${seen.questions} linear systems; combinations below k: 0\n`);
  }, times(60_000, 600_000));

  test('finds them where small groups are hidden and nothing is proved', () => {
    let found = 0;
    const programmesTried = fc.sample(programmes, { numRuns: 20, seed: 5 });
    for (const { people, seed } of programmesTried) {
      const wave = waveOf(people, 0, seed);
      found += attackWaves(seenOf(wave, hidingSmallGroups(wave.input))).some(({ people: fewest, k }) => fewest < k) ? 1 : 0;
    }
    expect(found).toBeGreaterThan(10);
  });

  test('is an attacker to be reckoned with: finds what trying every set of people finds', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 })), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(rows, (people) => {
        const tables = [0, 1, 2].map((at) => ({ bandOf: Int32Array.from(people, (one) => one[at]!), bands: 3 }));
        const sums = tables.flatMap(({ bandOf, bands }) => Array.from({ length: bands }, (_, band) => Array.from(bandOf, (own) => (own === band ? 1 : 0))));
        expect(smallestSupport(sums, people.map((_, at) => ({ columns: [at], people: 1 })))).toBe(fewestPeople(tables));
      }),
      { numRuns: times(200, 3_000) },
    );
  });

  test('attack 8: finds the three people whom tables isolate that were compared in pairs, and not in what is published', () => {
    const cell = (department: string, tenure: number, site: number): Group => ({ in: department, is: [tenure, site], said: all(3, 4) });
    const input = tallyWithCuts({ tree: 'company\n  a\n  b', groups: [cell('a', 0, 0), cell('a', 1, 1), cell('b', 0, 1), cell('b', 1, 0)], cuts: ['tenure', 'site'] });
    const wave = { input, persons: [...input.leafOf.keys()] };
    const fewest = (seen: Seen[]) => Math.min(...attackWaves(seen).map(({ people }) => people));
    expect(fewest(seenOf(wave, hidingSmallGroups(input)))).toBe(3);
    expect(fewest(seenOf(wave))).toBe(5);
  });
});
