import { expect, test } from 'vitest';
import { called, meant } from '#app/domain/plans/colleague.ts';

const people = called([
  { id: 'a', name: 'Ada Li', department: 'North' },
  { id: 'b', name: 'Ada Li', department: 'North' },
  { id: 'c', name: '王芳', department: '销售' },
  { id: 'd', name: 'Bo', department: '' },
]);

test('no two are called alike', () => {
  expect(people.map((one) => one.called)).toEqual(['Ada Li · North', 'Ada Li · North (2)', '王芳 · 销售', 'Bo']);
});

test('somebody is meant by an id, by what they are called, and by a name only one bears', () => {
  expect(meant(people, 'b')?.id).toBe('b');
  expect(meant(people, '  ada li ·  north (2)')?.id).toBe('b');
  expect(meant(people, '王芳')?.id).toBe('c');
  expect(meant(people, 'bo')?.id).toBe('d');
  expect(meant(people, 'Ada Li')).toBeNull();
  expect(meant(people, '')).toBeNull();
});
