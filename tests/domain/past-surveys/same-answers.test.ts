import { expect, test } from 'vitest';
import type { Release } from '#app/domain/publication/release/release.ts';
import { areSameAnswers } from '#app/domain/past-surveys/same-answers.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';

const chance = seededChance('5a'.repeat(32));
const items = ['PAY-01', 'OUT-01', 'WKL-01'];

/** What people of departments of twelve say, from 1 to 5, item by item. */
type Sheet = readonly (readonly number[])[];
const opinion = () => Math.min(4, chance(3) + chance(3));
const sheet = (people: number): Sheet => Array.from({ length: people }, () => items.map(opinion));

function release(people: Sheet): Release {
  const atoms = Array.from({ length: Math.ceil(people.length / 12) }, (_, index) => ({ id: `a${index}`, departments: [`d${index}`], invited: null, answered: 12 }));
  const cells = (item: number) =>
    Object.fromEntries(atoms.map(({ id }, atom) => [id, [0, 1, 2, 3, 4].map((point) => people.filter((answers, index) => Math.floor(index / 12) === atom && answers[item] === point).length)]));
  const asked = items.map((id, item) => [id, { kind: 'scale', partition: '5', points: 5, cells: cells(item) }] as const);
  return { k: 5, partitions: { 5: { atoms, departments: [] } }, items: Object.fromEntries(asked) } as unknown as Release;
}

test('two surveys of the same departments, half of whose people think as before, are two surveys', () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const before = sheet(72);
    const after = before.map((answers) => (chance(2) === 0 ? answers : items.map(opinion)));
    expect(areSameAnswers(release(before), release(after)), `turn ${turn}`).toBe(false);
  }
});

test('a file without up to two people of each department is the same survey', () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const before = sheet(72);
    const gone = 1 + chance(2);
    const after = before.map((answers, index) => (index % 12 < gone ? items.map(() => -1) : answers));
    expect(areSameAnswers(release(before), release(after)), `turn ${turn}`).toBe(true);
  }
});

test('surveys without a question in common are never the same', () => {
  const other = release(sheet(40));
  const renamed = { ...other, items: Object.fromEntries(Object.entries(other.items).map(([id, item]) => [`own-${id}`, item])) } as Release;
  expect(areSameAnswers(other, renamed)).toBe(false);
});
