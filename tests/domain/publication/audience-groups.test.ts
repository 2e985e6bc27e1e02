// Who may be asked: whole groups of the year. Two audiences differ by nobody or by enough people to hide among.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { besideEarlier, divideGroups, type EarlierAudience } from '#app/domain/publication/groups/audience-groups.ts';
import { formBlocks, smallestBlock, type EarlierGroup, type FormedBlock } from '#app/domain/publication/groups/blocks.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { publish } from '#app/domain/publication/publish.ts';
import { companies, departmentsFrom } from '#tests/support/companies.ts';
import { times } from '#tests/support/repetitions.ts';
import { tallyOf } from '#tests/support/tallies.ts';

const departments = departmentsFrom('company\n  sales\n    north\n    south\n  legal\n  finance\n  plant');
const headcounts = new Map(Object.entries({ company: 2, north: 12, south: 9, legal: 3, finance: 11, plant: 40 }));

function groupsOf(tree: readonly Department[], people: ReadonlyMap<string, number>, earlier: readonly EarlierGroup[] = []): FormedBlock[] {
  const formed = formBlocks({ departments: tree, headcounts: people, k: 5, earlier });
  if (!formed.ok) throw new Error(formed.because);
  return formed.value;
}

const idsOf = (groups: readonly FormedBlock[]) => groups.flatMap((group) => group.departments);

describe('parts of the tree', () => {
  const groups = groupsOf(departments, headcounts);

  test('a department is asked with everybody below it, and the others are beside', () => {
    const divided = divideGroups(departments, groups, ['sales']);
    expect(divided).toMatchObject({ ok: true, value: { asked: [{ departments: ['north'] }, { departments: ['south'] }] } });
    if (divided.ok) expect(idsOf(divided.value.beside).sort()).toEqual(['company', 'finance', 'legal', 'plant']);
  });

  test('whoever is counted together with a chosen department is asked with it: a group is never asked in part', () => {
    const group = groups.find((one) => one.departments.includes('legal'))!;
    expect(group.departments.length).toBeGreaterThan(1);
    const divided = divideGroups(departments, groups, ['legal']);
    expect(divided).toMatchObject({ ok: true, value: { asked: [group] } });
  });

  test.each([
    ['nothing', [], 'part-empty'],
    ['a department that is gone', ['sales', 'gone'], 'part-gone'],
    ['a department nobody works in', ['sales', 'empty'], 'part-empty'],
  ])('%s cannot be asked', (_, chosen, because) => {
    const tree = [...departments, { id: 'empty', parentId: 'company', name: 'Empty' }];
    expect(divideGroups(tree, groupsOf(tree, headcounts), chosen)).toMatchObject({ ok: false, because });
  });
});

test('the release shows no department that was asked in part, and every one that was asked as a whole', () => {
  const twelve = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2];
  const shownWith = (beside: readonly string[]) => {
    const published = publish(tallyOf({ tree: 'company\n  sales\n    north\n    south\n  plant', answers: { north: { pay: twelve }, south: { pay: twelve } }, rest: { beside } }));
    return published.ok ? published.value.partitions['5']!.departments.map(({ id }) => id) : null;
  };
  expect(shownWith(['plant'])).toEqual(['sales', 'north', 'south']);
  expect(shownWith(['sales', 'plant'])).toEqual(['north', 'south']);
});

describe('two audiences of a year', () => {
  const now = { asked: ['north', 'south'], beside: ['plant', 'finance'], headcounts, k: 5 };
  const before = { title: 'Spring', uncounted: false };

  test('differ by nobody or by whole groups', () => {
    expect(besideEarlier([{ ...before, asked: ['north', 'south'], beside: ['plant', 'finance'] }], now)).toMatchObject({ ok: true });
    expect(besideEarlier([{ ...before, asked: ['north'], beside: ['south', 'plant', 'finance'] }], now)).toMatchObject({ ok: true });
  });

  test.each([
    ['left out then and asked now', { asked: ['north'], beside: ['south', 'plant', 'finance'] }],
    ['asked then and left out now', { asked: ['north', 'south', 'finance'], beside: ['plant'] }],
  ])('that differ by four people of today, %s, are refused with whose they are', (_, earlier) => {
    const shrunk = new Map([...headcounts, ['south', 4], ['finance', 4]]);
    expect(besideEarlier([{ ...before, ...earlier }], { ...now, headcounts: shrunk })).toMatchObject({ because: 'audience-differs-by-few', details: { survey: 'Spring', people: 4 } });
  });

  test('while one is uncounted another part with some of its people waits, the same one and a separate one do not', () => {
    const uncounted = (asked: string[], beside: string[]): EarlierAudience => ({ title: 'Spring', asked, beside, uncounted: true });
    expect(besideEarlier([uncounted(['north', 'plant'], ['south', 'finance'])], now)).toMatchObject({ because: 'audience-meanwhile', details: { survey: 'Spring' } });
    expect(besideEarlier([uncounted(['plant', 'finance'], ['north', 'south'])], now)).toMatchObject({ ok: true });
    expect(besideEarlier([uncounted(['north', 'south'], ['plant', 'finance'])], now)).toMatchObject({ ok: true });
  });

  test('a department that is new since is no difference', () => {
    expect(besideEarlier([{ ...before, asked: ['north', 'south'], beside: ['plant'] }], { ...now, headcounts: new Map([...headcounts, ['finance', 2]]) })).toMatchObject({ ok: true });
  });

  test('in any company and with any choices of a year, what is asked differs by 0 or at least k people of today', () => {
    const choices = fc.array(fc.array(fc.nat(23), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 });
    const moves = fc.array(fc.tuple(fc.nat(23), fc.integer({ min: 0, max: 12 })), { maxLength: 3 });
    const sketch = fc.tuple(companies, choices, fc.array(moves, { minLength: 5, maxLength: 5 }));
    fc.assert(
      fc.property(sketch, ([company, chosen, moved]) => {
        let people: ReadonlyMap<string, number> = company.headcounts;
        const sealed: { asked: readonly string[]; beside: readonly string[]; groups: readonly FormedBlock[]; people: ReadonlyMap<string, number> }[] = [];
        chosen.forEach((wish, at) => {
          if (at > 0) people = new Map([...people, ...(moved[at] ?? []).map(([place, count]) => [`d${place % company.departments.length}`, count] as const)]);
          const formed = formBlocks({ departments: company.departments, headcounts: people, k: 5, earlier: sealed.flatMap(({ groups }) => groups) });
          if (!formed.ok) return;
          const divided = divideGroups(company.departments, formed.value, wish.map((place) => `d${place % company.departments.length}`));
          if (!divided.ok) return;
          const now = { asked: idsOf(divided.value.asked), beside: idsOf(divided.value.beside) };
          const allowed = besideEarlier(sealed.map((one) => ({ ...one, title: '', uncounted: false })), { ...now, headcounts: people, k: 5 });
          if (allowed.ok) sealed.push({ ...now, groups: formed.value, people });
        });
        for (const [at, later] of sealed.entries()) {
          for (const { invited } of later.groups) expect(invited).toBeGreaterThanOrEqual(smallestBlock(5));
          for (const earlier of sealed.slice(0, at)) {
            for (const [then, today] of [[earlier.asked, later.beside], [earlier.beside, later.asked]] as const) {
              const differing = then.filter((id) => today.includes(id)).reduce((sum, id) => sum + (later.people.get(id) ?? 0), 0);
              expect(differing === 0 || differing >= 5).toBe(true);
            }
          }
        }
      }),
      { numRuns: times(300, 5_000) },
    );
  });
});
