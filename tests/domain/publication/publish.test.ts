import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { describe, expect, test } from 'vitest';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { all, tallyOf } from '#tests/support/tallies.ts';

export function releaseOf(input: TallyInput): Release {
  const published = publish(input);
  if (!published.ok) throw new Error(published.because);
  return published.value;
}

const two = 'company\n  north\n  south';

describe('a release', () => {
  test('counts people per point in each atom, first point first', () => {
    const release = releaseOf(tallyOf({ tree: two, answers: { north: { pay: [1, 3, 3, 4, 5, 5] }, south: { pay: [2, 2, 3, 4, 4, 5, 5] } } }));
    expect(release.items['pay']).toEqual({
      kind: 'scale',
      partition: '5',
      points: 5,
      cells: { a1: [1, 0, 2, 1, 2], a2: [0, 2, 1, 2, 2] },
    });
    expect(release.partitions['5']).toEqual({
      atoms: [
        { id: 'a1', departments: ['north'], invited: 6, answered: 6 },
        { id: 'a2', departments: ['south'], invited: 7, answered: 7 },
      ],
      departments: [
        { id: 'company', atoms: ['a1', 'a2'], with: [], invited: 13, answered: 13 },
        { id: 'north', atoms: ['a1'], with: [], invited: 6, answered: 6 },
        { id: 'south', atoms: ['a2'], with: [], invited: 7, answered: 7 },
      ],
    });
    expect(release.counts).toEqual({ invited: 13, papers: 13, reissued: 0, ballots: 13, moved: null });
    expect(release.audit).toEqual({ minimumSupport: 6, dropped: [], steps: 0 });
  });

  test('is refused for fewer ballots than k, with the number missing', () => {
    expect(publish(tallyOf({ tree: 'company', answers: { company: { pay: [1, 2, 3] } } }))).toEqual({
      ok: false,
      because: 'too-few',
      details: { missing: 2 },
    });
  });

  test('tells of every declared table that is missing, also where nobody was there to prove it', () => {
    const cuts = ['company', 'north'].map((scope) => ({ question: 'tenure', scope, items: ['pay'], labels: ['short'], values: new Int16Array(13) }));
    const release = releaseOf(tallyOf({ tree: two, answers: { north: { pay: all(6, 4) }, south: { pay: all(7, 4) } }, rest: { cuts } }));
    expect(release.cuts).toEqual([]);
    expect(release.audit.dropped).toEqual(cuts.map(({ question, scope }) => ({ question, scope, why: 'out-of-budget' })));
  });

  test('slips that were not handed out do not make a group', () => {
    const input = tallyOf({ tree: two, answers: { north: { pay: all(9, 4) }, south: { pay: all(7, 4) } } });
    const withBeyond = (beyond: number) => releaseOf({ ...input, leaves: input.leaves.map((leaf) => (leaf.id === 'north' ? { ...leaf, beyond } : leaf)) });
    expect(withBeyond(4).partitions['5']!.atoms.map(({ departments, beyond }) => [departments, beyond])).toEqual([[['north'], 4], [['south'], undefined]]);
    for (const release of [withBeyond(5), withBeyond(90)]) expect(release.partitions['5']!.atoms.map(({ departments }) => departments)).toEqual([['north', 'south']]);
    for (const release of [withBeyond(4), withBeyond(5), withBeyond(90)]) expect(verifyRelease(release).problems).toEqual([]);
  });

  test('does not count reissued papers as people', () => {
    const input = tallyOf({ tree: two, answers: { north: { pay: all(5, 4) }, south: { pay: all(7, 4) } } });
    const leaves = input.leaves.map((leaf) => (leaf.id === 'north' ? { ...leaf, reissued: 1 } : leaf));
    expect(releaseOf({ ...input, leaves }).partitions['5']!.atoms.map((atom) => atom.departments)).toEqual([['north', 'south']]);
  });
});
