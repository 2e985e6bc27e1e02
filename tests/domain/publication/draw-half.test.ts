// A random half that anybody can repeat who holds the list of people, and that nobody picks.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawn, drawnByOf, halved } from '#app/domain/publication/groups/draw-half.ts';

const seed = '5f'.repeat(32);
const people = Array.from({ length: 61 }, (_, at) => ({ personId: `p${at}`, drawnBy: `E${1000 + at}` }));

test('sixty people and more are halved, an odd one more is asked, and fewer are asked in full', () => {
  const group = (invited: number) => ({ departments: ['a'], place: 'a', invited });
  expect(halved([group(59), group(60), group(61)]).map(({ invited, people: all }) => [invited, all])).toEqual([[59, undefined], [30, 60], [31, 61]]);
});

test('the draw is what docs/random-half.md describes: the first half by SHA-256 of seed and number', () => {
  const described = [...people].sort((one, other) => (hash(one.drawnBy) < hash(other.drawnBy) ? -1 : 1)).slice(0, 31).map(({ personId }) => personId);
  expect(drawn(seed, people, 31).map(({ personId }) => personId).sort()).toEqual(described.sort());
});

const hash = (number: string) => createHash('sha256').update(`${seed}\n${number}`).digest('hex');

test('neither the order of the list nor who else stands on it decides about two people', () => {
  const first = new Set(drawn(seed, people, 31).map(({ personId }) => personId));
  expect(new Set(drawn(seed, [...people].reverse(), 31).map(({ personId }) => personId))).toEqual(first);
  const without = drawn(seed, people.slice(10), 31).map(({ personId }) => personId);
  expect(people.slice(10).filter(({ personId }) => first.has(personId) && !without.includes(personId))).toEqual([]);
});

test('over many seeds everybody is drawn about as often as everybody else', () => {
  const times = new Map<string, number>();
  for (let at = 0; at < 400; at += 1) for (const { personId } of drawn(createHash('sha256').update(String(at)).digest('hex'), people, 31)) times.set(personId, (times.get(personId) ?? 0) + 1);
  const counts = people.map(({ personId }) => times.get(personId) ?? 0);
  // 400 × 31/61 = 203, with a standard deviation of 10.
  expect(Math.min(...counts)).toBeGreaterThan(160);
  expect(Math.max(...counts)).toBeLessThan(250);
});

test('somebody is drawn by the own number, else the address, else the name', () => {
  expect(drawnByOf({ employeeId: 'E7', email: 'Ann@x.example', name: 'Ann' })).toBe('E7');
  expect(drawnByOf({ employeeId: null, email: 'Ann@x.example', name: 'Ann' })).toBe('ann@x.example');
  expect(drawnByOf({ employeeId: null, email: null, name: 'Ann' })).toBe('Ann');
});
