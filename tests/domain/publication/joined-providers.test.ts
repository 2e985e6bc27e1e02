import { describe, expect, test } from 'vitest';
import { joinedProviders } from '#app/domain/publication/groups/joined-providers.ts';

const departments = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'it', parentId: 'amber', name: 'IT' },
  { id: 'desk', parentId: 'it', name: 'Service desk' },
  { id: 'hq', parentId: 'amber', name: 'Headquarters' },
  { id: 'legal', parentId: 'hq', name: 'Legal' },
  { id: 'finance', parentId: 'hq', name: 'Finance' },
  { id: 'kitchen', parentId: 'amber', name: 'Kitchen' },
];
const headcounts = new Map([['it', 1], ['desk', 7], ['legal', 3], ['finance', 9], ['kitchen', 2], ['hq', 40]]);
const joined = (providers: string[], k = 5) => joinedProviders(providers, { departments, headcounts, k });

describe('providers that are rated as one', () => {
  test('a provider of fewer than k people is rated with its neighbour in the tree, everybody below a provider counts', () => {
    expect(joined(['it', 'legal', 'finance'])).toEqual({ ok: true, value: [['it'], ['legal', 'finance']] });
  });

  test('where no neighbour is near, with the one it costs least', () => {
    expect(joined(['kitchen', 'it', 'finance'])).toEqual({ ok: true, value: [['kitchen', 'it'], ['finance']] });
  });

  test('no group has fewer than k people, whatever is on the map', () => {
    const all = ['it', 'legal', 'finance', 'kitchen'];
    const people = new Map([['it', 8], ['legal', 3], ['finance', 9], ['kitchen', 2]]);
    for (const k of [5, 8, 9, 12, 22]) {
      const groups = joined(all, k);
      if (!groups.ok) throw new Error('too few');
      expect(groups.value.flat().sort()).toEqual([...all].sort());
      for (const group of groups.value) expect(group.reduce((sum, id) => sum + people.get(id)!, 0)).toBeGreaterThanOrEqual(k);
    }
  });

  test('and where all of them are too few, none is rated', () => {
    expect(joined(['legal'])).toEqual({ ok: false, because: 'too-few', details: { missing: 2 } });
  });
});
