import { describe, expect, test } from 'vitest';
import { serviceLines } from '#app/domain/analysis/serving/service-movement.ts';
import type { ServiceWave } from '#app/domain/analysis/serving/provider-effect.ts';
import { waveOf } from '#app/domain/analysis/wave.ts';
import { day } from '#app/domain/kernel/day.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { releaseOf, type Cell } from '#tests/support/service-tables.ts';

interface Serving {
  readonly of: readonly string[];
  readonly for: readonly string[];
  readonly cells: readonly Cell[];
}

const tree = [['all', null], ['it', 'all'], ['legal', 'all'], ['sales', 'all'], ['north', 'sales'], ['south', 'sales'], ['ops', 'all']] as const;

/** A survey of providers by their ids in it; `moved`: departments that hang elsewhere. */
function survey(closed: string, given: Readonly<Record<string, Serving>>, moved: Readonly<Record<string, string>> = {}): ServiceWave {
  const departments = tree.map(([id, parentId]) => ({ id, parentId: moved[id] ?? parentId, name: id }));
  const made = releaseOf(Object.fromEntries(Object.entries(given).map(([id, { cells }]) => [id, cells])));
  const people = { atoms: [{ id: 'b', departments: departments.map(({ id }) => id), invited: 90, answered: 80 }], departments: [] };
  const release = { ...made, survey: { id: closed, title: inAll(closed), closed: day(closed) }, partitions: { ...made.partitions, '5': people } };
  const providers = Object.entries(given).map(([id, one]) => ({ id, departments: one.of, customers: one.for, name: inAll(id) }));
  return { wave: waveOf(release, departments, []), providers };
}

const cells = (north: number, south: number, n = 30): readonly Cell[] => [['north', n, north], ['south', n, south]];
const both = (it: readonly Cell[], legal: readonly Cell[], [first, second] = ['p1', 'p2']) => ({ [first!]: { of: ['it'], for: ['sales'], cells: it }, [second!]: { of: ['legal'], for: ['sales'], cells: legal } });
const lineOf = (surveys: readonly ServiceWave[], id: string) => serviceLines(surveys).find((one) => one.id === id)!;

describe('how a provider moved over the service surveys', () => {
  const before = survey('2026-03-01', both(cells(40, 50), cells(60, 70)));

  test('is found by its departments, whatever number it has in a survey', () => {
    const { points, change } = lineOf([before, survey('2026-09-01', both(cells(70, 80), cells(60, 70), ['p2', 'p1']))], 'p2');
    expect(points.map(({ level, broken }) => [level.index, broken])).toEqual([[45, 'first-wave'], [75, null]]);
    expect(change).toMatchObject({ points: 30, arrow: 'up' });
  });

  test('a small change is no clear one, and says what would have been', () => {
    expect(lineOf([before, survey('2026-09-01', both(cells(43, 52), cells(60, 70)))], 'p1').change).toMatchObject({ arrow: null, detectable: expect.any(Number) as number });
  });

  test('all providers are one family: among more of them the same change is less sure', () => {
    const qOf = (others: number) => {
      const given = (it: readonly Cell[]) => ({ p0: { of: ['it'], for: ['all'], cells: it }, ...Object.fromEntries(Array.from({ length: others }, (_, at) => [`o${at}`, { of: [`d${at}`], for: ['all'], cells: cells(60, 60) }])) });
      return lineOf([survey('2026-03-01', given(cells(40, 50))), survey('2026-09-01', given(cells(50, 60)))], 'p0').change!.q;
    };
    expect(qOf(8)).toBeCloseTo(9 * qOf(0), 6);
  });

  const others = [
    ['another customer', survey('2026-09-01', { ...both(cells(70, 80), cells(60, 70)), p1: { of: ['it'], for: ['sales', 'ops'], cells: cells(70, 80) } })],
    ['merged with a neighbour', survey('2026-09-01', { p1: { of: ['it', 'legal'], for: ['sales'], cells: cells(70, 80) } })],
    ['a department that came to its customers', survey('2026-09-01', both(cells(70, 80), cells(60, 70)), { ops: 'sales' })],
    ['a department that came to it', survey('2026-09-01', both(cells(70, 80), cells(60, 70)), { ops: 'it' })],
  ] as const;

  test.each(others)('begins anew with %s', (_what, now) => {
    const { points, change } = lineOf([before, now], 'p1');
    expect([points.at(-1)!.broken, change]).toEqual(['composition', null]);
  });

  test('goes on from the last survey in which enough rated it', () => {
    const without = survey('2026-06-01', { p1: { of: ['legal'], for: ['sales'], cells: cells(60, 70) } });
    const { points, change } = lineOf([before, without, survey('2026-09-01', both(cells(70, 80), cells(60, 70)))], 'p1');
    expect([points.map(({ closed }) => closed), change?.points]).toEqual([['2026-03-01', '2026-09-01'], 30]);
  });

  test('the adjusted figure goes on only where the whole table is the same', () => {
    const now = survey('2026-09-01', both(cells(70, 80), cells(60, 70)));
    expect(lineOf([before, now], 'p1').points.at(-1)).toMatchObject({ adjusted: expect.any(Number) as number, adjustedGoesOn: true });
    const more = survey('2026-09-01', { ...both(cells(70, 80), cells(60, 70)), p3: { of: ['ops'], for: ['sales'], cells: cells(50, 50) } });
    expect(lineOf([before, more], 'p1')).toMatchObject({ change: { points: 30 }, points: [{}, { broken: null, adjustedGoesOn: false }] });
    const other = survey('2026-09-01', { ...both(cells(70, 80), cells(60, 70)), p2: { of: ['legal'], for: ['all'], cells: cells(60, 70) } });
    expect(lineOf([before, other], 'p1').points.at(-1)).toMatchObject({ broken: null, adjustedGoesOn: false });
  });
});
