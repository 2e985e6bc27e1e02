// Questions that are asked of some blocks only: their tables hold whole groups of those who were asked, and nothing else tells of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { noticedQuestion, remedyQuestion } from '#app/domain/surveys/questions/extra-questions.ts';
import { attack } from '#tests/support/attacker.ts';
import { companies } from '#tests/support/companies.ts';
import { all, seeded, tallyOf } from '#tests/support/tallies.ts';

function releaseOf(input: TallyInput): Release {
  const published = publish(input);
  if (!published.ok) throw new Error(published.because);
  expect(verifyRelease(published.value).problems).toEqual([]);
  for (const finding of attack(published.value)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
  return published.value;
}

const label = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
const noticed = { k: 8 };
const remedy = { kind: 'several', points: 3, options: ['one', 'two', 'other'], k: 10, isComplaint: true } as const;

/** By department how many are there; `asked` say so many points, or choose so many options. */
function company(tree: string, people: Record<string, number>, { asked, item, said }: { asked: readonly string[]; item: 'noticed-pay' | 'remedy-pay'; said: number }): TallyInput {
  const names = Object.keys(people);
  const ofSome = new Set(asked.map((name) => names.indexOf(name)));
  const answers = Object.fromEntries(names.map((name) => [name, { pay: all(people[name]!, 3), [item]: all<number | 'not-asked'>(people[name]!, asked.includes(name) ? said : 'not-asked') }]));
  return tallyOf({ tree, answers, items: { [item]: { ...(item === 'noticed-pay' ? noticed : remedy), ofSome } } });
}

const tree = 'top\n  a\n  b\n  c\n    c1\n    c2';
const people = { a: 12, b: 20, c1: 11, c2: 14 };

describe('blocks that are not asked', () => {
  test('stay outside: neither they nor anything that holds them is shown', () => {
    const release = releaseOf(company(tree, people, { asked: ['a', 'c1'], item: 'noticed-pay', said: 4 }));
    const { partition } = release.items['noticed-pay']!;
    expect(release.partitions[partition]!.atoms.map(({ departments, answered }) => [departments.join(' '), answered])).toEqual([['a', 12], ['c1', 11]]);
    expect(release.partitions[partition]!.departments.map(({ id }) => id)).toEqual(['a', 'c1']);
  });

  test('what they sent all the same is no answer', () => {
    const question = { ...noticedQuestion('pay', 5), routes: 'AB' };
    const columns = ballotColumns({ questions: [question], cuts: [] }, 4, new Map([['noticed-pay', new Set([1])]]));
    columns.add(0, { 'noticed-pay': 1 });
    columns.add(1, { 'noticed-pay': 2 });
    columns.add(1, null);
    expect([...columns.table().items[0]!.column.values]).toEqual([-2, 1, -1]);
  });

  test('what others sent to a question that HR asks of some is neither an answer nor a text', () => {
    const rated = { ...noticedQuestion('pay', 5), id: 'OWN-1', offered: '01' };
    const written = { kind: 'open', id: 'OWN-2', text: label('Why?'), dimension: null, k: 5, longest: 500, offered: '01' } as const;
    const columns = ballotColumns({ questions: [rated, written], cuts: [] }, 4);
    columns.add(0, { 'OWN-1': 1, 'OWN-2': 'from elsewhere' });
    columns.add(1, { 'OWN-1': 2, 'OWN-2': 'from here' });
    const { items, texts, openBoxes } = columns.table();
    expect([...items[0]!.column.values]).toEqual([-2, 1]);
    expect([texts, openBoxes]).toEqual([[{ row: 1, text: 'from here', ofSome: new Set([1]) }], 0]);
  });

  test('a group that was asked in part is left out, so that no table tells how many of that part took part', () => {
    const release = releaseOf(company('top\n  a\n  x\n  y', { a: 12, x: 3, y: 4 }, { asked: ['a', 'x'], item: 'noticed-pay', said: 4 }));
    expect(release.partitions[release.items['noticed-pay']!.partition]!.atoms).toMatchObject([{ departments: ['a'], answered: 12 }]);
    expect(Object.values(release.items['noticed-pay']!.cells)).toEqual([[0, 0, 0, 12, 0]]);
  });

  test('too few who were asked are nothing at all', () => {
    expect(releaseOf(company(tree, { ...people, a: 7 }, { asked: ['a'], item: 'noticed-pay', said: 4 })).items['noticed-pay']).toBeUndefined();
  });

  test('a question of everybody that leaves a department out is not believed', () => {
    const release = releaseOf(company(tree, people, { asked: ['a', 'c1'], item: 'noticed-pay', said: 4 }));
    const renamed = JSON.parse(JSON.stringify(release).replaceAll('noticed-pay', 'usual-pay')) as Release;
    expect(verifyRelease(renamed).problems.map(({ code }) => code)).toContain('departments-differ');
  });

  test('what HR asks of some says so in the name of its groups, and is not believed under another', () => {
    const answers = { a: { pay: all(12, 3), 'OWN-1': all(12, 4) }, b: { pay: all(20, 3), 'OWN-1': all<number | 'not-asked'>(20, 'not-asked') } };
    const release = releaseOf(tallyOf({ tree: 'top\n  a\n  b', answers, items: { 'OWN-1': { k: 5, ofSome: new Set([0]) } } }));
    expect(release.items['OWN-1']!.partition).toBe('5:some:OWN-1');
    const renamed = JSON.parse(JSON.stringify(release).replaceAll('5:some:OWN-1', '5:OWN-1')) as Release;
    expect(verifyRelease(renamed).problems.map(({ code }) => code)).toContain('departments-differ');
  });

  test('reasons leave out the same groups: beside the answers they would tell how many of a part took part', () => {
    const of = new Set([0, 1]);
    const asked = (n: number) => ({ pay: all(n, 3), 'OWN-1': all(n, 2), 'OWN-1:reasons': all(n, 1) });
    const answers = { a: asked(12), x: asked(3), y: { pay: all(4, 3), 'OWN-1': all<number | 'not-asked'>(4, 'not-asked'), 'OWN-1:reasons': all<number | 'not-asked'>(4, 'not-asked') } };
    const reasons = { kind: 'several', points: 2, options: ['one', 'two'], k: 10, reasonsOf: 'OWN-1', ofSome: of } as const;
    const release = releaseOf(tallyOf({ tree: 'top\n  a\n  x\n  y', answers, items: { 'OWN-1': { k: 5, ofSome: of }, 'OWN-1:reasons': reasons } }));
    const held = (id: string) => release.partitions[release.items[id]!.partition]!.atoms.map(({ departments, answered }) => [departments.join(' '), answered]);
    expect([held('OWN-1'), held('OWN-1:reasons')]).toEqual([[['a', 12]], [['a', 12]]]);
  });

  test('words that only some could write are read where ten ballots of those are in the group: whoever was not asked hides nobody', () => {
    const wordsIn = (asked: number) => {
      const answers = { a: { pay: all(asked, 3) }, x: { pay: all(4, 3) }, c: { pay: all(30, 3) } };
      const texts = [{ row: 0, text: 'the night shift', ofSome: new Set([0]) }, { row: 1, text: 'more light' }];
      return releaseOf(tallyOf({ tree: 'top\n  a\n  x\n  c', answers, rest: { texts } })).comments.map(({ text }) => text);
    };
    expect(wordsIn(8)).toEqual(['more light']);
    expect(wordsIn(10)).toEqual(expect.arrayContaining(['the night shift', 'more light']));
  });

  test('what some were asked joins no other question', () => {
    const release = releaseOf(company(tree, { a: 60, b: 60, c1: 60, c2: 60 }, { asked: ['a'], item: 'noticed-pay', said: 4 }));
    expect(release.correlations?.items ?? []).not.toContain('noticed-pay');
  });
});

describe('doubt', () => {
  test('where everybody noticed that it got worse, two did not', () => {
    const release = releaseOf(company(tree, people, { asked: ['a', 'c1'], item: 'noticed-pay', said: 1 }));
    expect(Object.values(release.items['noticed-pay']!.cells)).toEqual([[10, 0, 2, 0, 0], [9, 0, 2, 0, 0]]);
  });

  test('where everybody chooses a remedy, two in every group choose none', () => {
    const release = releaseOf(company(tree, people, { asked: ['a', 'c1'], item: 'remedy-pay', said: 1 }));
    expect(Object.values(release.items['remedy-pay']!.cells)).toEqual([[10, 0, 0, 12], [9, 0, 0, 11]]);
  });

  test('a remedy is counted on ballots, from ten', () => {
    expect(remedyQuestion('pay', [], 5).k).toBe(10);
    const release = releaseOf(company(tree, { ...people, a: 9 }, { asked: ['a', 'c1', 'c2'], item: 'remedy-pay', said: 3 }));
    const { partition } = release.items['remedy-pay']!;
    expect(release.partitions[partition]!.atoms.map(({ answered }) => answered).every((answered) => answered >= 10)).toBe(true);
  });

  test('a release in which everybody chose it is not believed', () => {
    const release = releaseOf(company(tree, people, { asked: ['a'], item: 'remedy-pay', said: 1 }));
    const certain = { ...release, items: { ...release.items, 'remedy-pay': { ...release.items['remedy-pay']!, cells: { a1: [12, 0, 0, 12] } } } };
    expect(verifyRelease(certain).problems.map(({ code }) => code)).toContain('no-doubt');
  });
});

test('in random companies with random routes nothing rests on fewer than it should, and what people said changes no group', () => {
  fc.assert(
    fc.property(companies, fc.nat(), fc.constantFrom('noticed-pay' as const, 'remedy-pay' as const, 'OWN-1' as const), ({ departments, headcounts }, seed, item) => {
      const chance = seeded(seed);
      const there = departments.filter(({ id }) => headcounts.get(id)! > 0).map(({ id }) => id);
      const ofSome = new Set(there.flatMap((_, at) => (chance(2) === 0 ? [at] : [])));
      const drawn = (of: (below: number) => number) =>
        Object.fromEntries(there.map((id, at) => [id, {
          pay: all(headcounts.get(id)!, 0).map(() => 1 + of(5)),
          [item]: all<number | 'not-asked' | 'skip'>(headcounts.get(id)!, 'not-asked').map(() => (ofSome.has(at) ? (item === 'remedy-pay' ? of(8) : 1 + of(5)) : 'not-asked')),
        }]));
      const inputOf = (of: (below: number) => number) => ({ ...tallyOf({ tree: 'top', answers: {} }), ...tallyFor(drawn(of)) });
      const tallyFor = (answers: ReturnType<typeof drawn>): TallyInput => {
        const outline = tallyOf({ tree: there.length === 0 ? 'top' : ['top', ...there.map((id) => `  ${id}-x`)].join('\n'), answers: Object.fromEntries(Object.entries(answers).map(([id, one]) => [`${id}-x`, one])), items: { [item]: { ...(item === 'remedy-pay' ? remedy : noticed), ofSome } } });
        return { ...outline, departments, leaves: outline.leaves.map((leaf) => ({ ...leaf, id: leaf.id.slice(0, -2), departments: [leaf.id.slice(0, -2)], place: leaf.id.slice(0, -2) })) };
      };
      const [one, other] = [publish(inputOf(seeded(seed + 1))), publish(inputOf(seeded(seed + 2)))];
      expect(one.ok).toBe(other.ok);
      if (!one.ok || !other.ok) return;
      expect(verifyRelease(one.value).problems).toEqual([]);
      for (const finding of attack(one.value)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
      expect(other.value.partitions).toEqual(one.value.partitions);
      const asked = new Set([...ofSome].map((at) => there[at]));
      const partition = one.value.items[item] && one.value.partitions[one.value.items[item].partition];
      for (const id of partition?.atoms.flatMap((atom) => atom.departments) ?? []) expect(asked.has(id)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the sentence says which measures can be chosen, and that something else can', () => {
  const question = remedyQuestion('pay', [{ id: 'M-PAY-1', label: label('Compare') }], 5);
  expect(question.options.map(({ id }) => id)).toEqual(['M-PAY-1', 'other']);
  expect(question.text.en).toBe('Pay: what would help most?');
});
