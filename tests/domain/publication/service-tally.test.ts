import { describe, expect, test } from 'vitest';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import { of, ratings, released, times } from '#tests/support/service-ballots.ts';

const [it, legal, north, south, ops] = [0, 1, 2, 3, 4];

const ratersOf = (release: Release, id: string) => {
  const item = release.items[`ISQ-01@${id}`];
  return item ? Object.values(item.cells).reduce((sum, cell) => sum + cell.reduce((a, b) => a + b, 0), 0) : 0;
};

describe('what is published of providers', () => {
  test('a provider is shown where at least eight rated it, and a smaller group of customers with its neighbour', () => {
    const release = released([...times(12, of(north!, ['p1'], ratings('p1', 4))), ...times(5, of(south!, ['p1', 'p3'], { ...ratings('p1', 3), ...ratings('p3', 2) })), ...times(9, of(ops!, [], {}))]);
    const cells = release.items['ISQ-01@p1']!.cells;
    expect(Object.values(cells).map((cell) => cell.reduce((a, b) => a + b, 0))).toEqual([17]);
    expect(release.items['ISQ-01@p3']).toBeUndefined();
    expect(release.dimensions['service@p3']).toBeUndefined();
    expect(release.dimensions['service@p1']?.items).toHaveLength(8);
  });

  test('all that is said of one provider has one roll-up, unless an item was left out by many', () => {
    const some = serviceItems.filter((item) => item !== 'ISQ-05');
    const release = released([...times(12, of(north!, ['p1'], ratings('p1', 4))), ...times(3, of(south!, ['p1'], ratings('p1', 4))), ...times(9, of(south!, ['p1'], ratings('p1', 5, some))), ...times(9, of(ops!, [], {}))]);
    const keys = new Set(serviceItems.filter((item) => item !== 'ISQ-05').map((item) => release.items[`${item}@p1`]?.partition));
    expect([...keys]).toEqual(['8:provider:p1']);
    expect(release.items['ISQ-05@p1']?.partition).toBe('8:ISQ-05@p1');
    expect(release.partitions['8:provider:p1']!.atoms.length).toBeGreaterThan(release.partitions['8:ISQ-05@p1']!.atoms.length);
  });

  test('whom somebody chose is published nowhere, nor how many chose: every group tells its ballots alone', () => {
    const release = released([...times(12, of(north!, ['p1'], ratings('p1', 4))), ...times(8, of(north!, [], {})), ...times(12, of(south!, ['p1'], ratings('p1', 2)))]);
    expect(release.items[dependedId]).toBeUndefined();
    const base = new Map(release.partitions['5']!.atoms.flatMap(({ departments: all, answered }) => all.map((id) => [id, answered])));
    for (const atom of release.partitions['8:provider:p1']!.atoms) expect(atom.answered).toBe([...new Set(release.partitions['5']!.atoms)].filter(({ departments: all }) => all.every((id) => atom.departments.includes(id))).reduce((sum, { answered }) => sum + answered, 0));
    expect(base.size).toBeGreaterThan(0);
  });

  test('nothing tells how what one person said of two providers goes together', () => {
    const release = released(times(60, of(north!, ['p1', 'p2'], { ...ratings('p1', 4), ...ratings('p2', 2) })));
    expect(release.correlations).toBeNull();
    expect(Object.keys(release.dimensions).sort()).toEqual(['service@p1', 'service@p2']);
  });
});

describe('a tampered ballot', () => {
  const honest = times(9, of(north!, ['p1'], ratings('p1', 4)));

  test('counts no rating of a provider it did not choose', () => {
    expect(ratersOf(released([...honest, ...times(9, of(south!, ['p2'], { ...ratings('p1', 1), ...ratings('p2', 3) }))]), 'p1')).toBe(9);
  });

  test('counts none at all where it chose more than three', () => {
    const four = ['p1', 'p2', 'p3', 'p4'];
    const all = Object.assign({}, ...four.map((id) => ratings(id, 1))) as Answers;
    expect(ratersOf(released([...honest, ...times(9, of(north!, four, all))]), 'p1')).toBe(9);
    for (const chosen of [['p1', 'p1'], ['p1', 'p9'], 'p1' as unknown as string[]]) expect(ratersOf(released([...honest, ...times(9, of(north!, chosen, all))]), 'p1')).toBe(9);
  });

  test('counts none of its own department, and no estimate of a provider it does not work for', () => {
    const release = released([...honest, ...times(9, of(it!, ['p1'], { ...ratings('p1', 5), 'own@p1': 5 })), ...times(9, of(legal!, [], { 'own@p1': 1 }))]);
    expect(ratersOf(release, 'p1')).toBe(9);
    expect(Object.values(release.items['own@p1']!.cells).flat()).toEqual([0, 0, 0, 0, 9]);
  });
});
