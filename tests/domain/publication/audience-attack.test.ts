// Somebody holds the releases of two surveys of one year that asked different people, and takes everybody to have said the same in both:
// then figures of both are equations about the same people, and no combination of them may rest on fewer than k.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import { besideEarlier, divideGroups } from '#app/domain/publication/groups/audience-groups.ts';
import { formBlocks, type EarlierGroup, type FormedBlock } from '#app/domain/publication/groups/blocks.ts';
import { earlierGroupsOf } from '#app/domain/publication/groups/earlier-groups.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { drawn } from '#app/domain/publication/groups/draw-half.ts';
import { hashOfText } from '#app/domain/publication/release/canonical.ts';
import { smallestSupport } from '#tests/support/attacker.ts';
import { companies } from '#tests/support/companies.ts';
import { times } from '#tests/support/repetitions.ts';
import { seeded, tallyOf } from '#tests/support/tallies.ts';

type People = ReadonlyMap<string, number>;

/** Everybody who was asked answers one question. */
function released(departments: readonly Department[], { asked, beside }: { asked: readonly FormedBlock[]; beside: readonly FormedBlock[] }): Release | null {
  const base = tallyOf({ tree: 'company', answers: { company: { pay: [1] } } });
  const leafOf = Int32Array.from(asked.flatMap(({ invited }, leaf) => new Array<number>(invited).fill(leaf)));
  const published = publish({
    ...base,
    departments,
    leaves: asked.map((block, at) => ({ id: `b${at}`, ...block, reissued: 0 })),
    beside: beside.flatMap((block) => block.departments),
    leafOf,
    items: [{ ...base.items[0]!, column: { kind: 'scale', values: Int16Array.from(leafOf, (_, row) => row % 5) } }],
    counts: { invited: leafOf.length, papers: leafOf.length, reissued: 0 },
    chance: seeded(1),
  });
  return published.ok ? published.value : null;
}

/** Fewest people of whom a combination of all these figures tells something; k where none rests on fewer. */
function fewestTold(departments: readonly Department[], people: People, releases: readonly Release[]): number {
  const rows = releases.flatMap((release) => {
    const { atoms } = release.partitions[release.items['pay']!.partition]!;
    return atoms.map((atom) => departments.map(({ id }) => (atom.departments.includes(id) ? 1 : 0)));
  });
  return smallestSupport(rows, departments.map(({ id }, at) => ({ columns: [at], people: people.get(id) ?? 0 })), 5);
}

interface Year {
  readonly groups: EarlierGroup[];
  readonly asked: { asked: readonly string[]; beside: readonly string[] }[];
  readonly releases: Release[];
}

const idsOf = (groups: readonly FormedBlock[]) => groups.flatMap((group) => group.departments);

/** One survey more, if the rules let it be sealed. `sticking`: whether groups of the year are kept. */
function ask(year: Year, { departments, people, chosen, sticking }: { departments: readonly Department[]; people: People; chosen: readonly string[]; sticking: boolean }): void {
  if (!sticking) {
    // What a portal does that looks at the size of an audience alone: groups are formed among those who are asked this time.
    const inside = divideGroups(departments, [...people].filter(([, count]) => count > 0).map(([id, invited]) => ({ departments: [id], place: id, invited })), chosen);
    const formed = inside.ok ? formBlocks({ departments, headcounts: new Map(inside.value.asked.map(({ place, invited }) => [place, invited])), k: 5 }) : null;
    const release = formed?.ok ? released(departments, { asked: formed.value, beside: [] }) : null;
    if (release) year.releases.push(release);
    return;
  }
  const formed = formBlocks({ departments, headcounts: people, k: 5, earlier: year.groups });
  const divided = formed.ok ? divideGroups(departments, formed.value, chosen) : null;
  if (!formed.ok || !divided?.ok) return;
  const now = { asked: idsOf(divided.value.asked), beside: idsOf(divided.value.beside) };
  if (!besideEarlier(year.asked.map((one) => ({ ...one, title: '', uncounted: false })), { ...now, headcounts: people, k: 5 }).ok) return;
  const release = released(departments, divided.value);
  if (!release) return;
  year.releases.push(release);
  year.asked.push(now);
  year.groups.push(...formed.value, ...earlierGroupsOf(release));
}

const years = fc.tuple(companies, fc.array(fc.array(fc.nat(23), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }));

function fewestOfYear([company, wishes]: readonly [{ departments: readonly Department[]; headcounts: People }, readonly (readonly number[])[]], sticking: boolean): { fewest: number; releases: number } {
  const { departments, headcounts } = company;
  const year: Year = { groups: [], asked: [], releases: [] };
  for (const wish of wishes) ask(year, { departments, people: headcounts, chosen: wish.map((at) => `d${at % departments.length}`), sticking });
  return { fewest: fewestTold(departments, headcounts, year.releases), releases: year.releases.length };
}

test('two and more audiences of a year: no combination of what was published rests on fewer than k people', () => {
  let several = 0;
  fc.assert(
    fc.property(years, (sketch) => {
      const { fewest, releases } = fewestOfYear(sketch, true);
      expect(fewest).toBeGreaterThanOrEqual(5);
      several += releases > 1 ? 1 : 0;
    }),
    { numRuns: times(200, 2_000), seed: 15 },
  );
  expect(several).toBeGreaterThan(20);
});

test('the same attack succeeds where groups do not stick, so it is alive', () => {
  const found = fc.sample(years, { numRuns: 200, seed: 15 }).filter((sketch) => fewestOfYear(sketch, false).fewest < 5);
  expect(found.length).toBeGreaterThan(20);
});

test.each([60, 61, 90])('halves of a group of %i, drawn by different seeds, and everybody of it: no combination rests on fewer than k', (size) => {
  const people = Array.from({ length: size }, (_, at) => ({ personId: `p${at}`, drawnBy: `N${at}` }));
  for (let year = 0; year < times(10, 60); year += 1) {
    const halves = [0, 1, 2].map((wave) => new Set(drawn(hashOfText(`${year}.${wave}`), people, Math.ceil(size / 2)).map(({ personId }) => personId)));
    const surveys = [...halves, new Set(people.map(({ personId }) => personId))];
    const classes = new Map<string, number>();
    for (const { personId } of people) {
      const key = surveys.map((asked) => (asked.has(personId) ? '1' : '0')).join('');
      classes.set(key, (classes.get(key) ?? 0) + 1);
    }
    const keys = [...classes.keys()];
    const rows = surveys.map((_, survey) => keys.map((key) => Number(key[survey])));
    expect(smallestSupport(rows, keys.map((key, at) => ({ columns: [at], people: classes.get(key)! })), 5)).toBeGreaterThanOrEqual(5);
  }
});
