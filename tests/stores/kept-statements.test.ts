// A statement that is used again sees the schema and the rows as they are then, and never another's half-read rows.
import { expect, test } from 'vitest';
import Database from '#db/dialects/sqlite-driver.ts';
import { keepStatements } from '#db/dialects/kept-statements.ts';

function opened() {
  const raw = new Database(':memory:');
  raw.exec('create table flock (name text)');
  return { raw, kept: keepStatements(raw) };
}

test('the same words are the same statement, with new values', () => {
  const { kept } = opened();
  const enter = kept.prepare('insert into flock (name) values (?)');
  enter.run(['starling']);
  expect(kept.prepare('insert into flock (name) values (?)')).toBe(enter);
  enter.run(['plover']);
  expect(kept.prepare('select name from flock order by name').all([])).toEqual([{ name: 'plover' }, { name: 'starling' }]);
});

test('after a change of the schema rows have the new columns', () => {
  const { kept } = opened();
  kept.prepare('insert into flock (name) values (?)').run(['starling']);
  expect(kept.prepare('select * from flock').all([])).toEqual([{ name: 'starling' }]);
  kept.prepare('alter table flock add column size integer default 3').run([]);
  expect(kept.prepare('select * from flock').all([])).toEqual([{ name: 'starling', size: 3 }]);
  kept.prepare('drop table flock').run([]);
  expect(() => kept.prepare('select * from flock')).toThrow('no such table');
});

test('rows that are being read one by one are not disturbed by the same question', () => {
  const { kept } = opened();
  for (const name of ['dunlin', 'knot', 'starling']) kept.prepare('insert into flock (name) values (?)').run([name]);
  const names: unknown[] = [];
  for (const row of kept.prepare('select name from flock order by name').iterate([])) {
    names.push(row, ...kept.prepare('select name from flock order by name').all([]).slice(0, 1));
  }
  expect(names).toHaveLength(6);
});

test('it does not keep everything that was ever asked', () => {
  const { kept } = opened();
  const first = kept.prepare('select 0 from flock');
  for (let number = 1; number <= 1_000; number += 1) kept.prepare(`select ${number} from flock`);
  expect(kept.prepare('select 0 from flock')).not.toBe(first);
  const long = `select '${'a'.repeat(5_000)}' from flock`;
  expect(kept.prepare(long)).not.toBe(kept.prepare(long));
});
