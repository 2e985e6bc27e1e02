import { expect, test } from 'vitest';
import Database, { driverFor, sentenceOf } from '#db/dialects/sqlite-driver.ts';

test.each([
  ['20.19.0', 'better-sqlite3-for-node-20'],
  ['20.20.2', 'better-sqlite3-for-node-20'],
  ['22.11.0', 'better-sqlite3'],
  ['24.21.0', 'better-sqlite3'],
  ['26.10.0', 'better-sqlite3'],
])('Node %s runs the driver %s', (node, driver) => {
  expect(driverFor(node)).toBe(driver);
});

test('a driver that npm could not build in silence is said in one sentence, with what to do on this Node', () => {
  expect(sentenceOf('20.20.2', 'Cannot find module')).toBe('the database driver for Node 20.20.2 is not installed here: install python3, make and g++ and run npm ci again, or run Node 22 or newer (Cannot find module)');
  expect(sentenceOf('24.21.0', 'other version')).toBe('the database driver for Node 24.21.0 is not installed here: run npm ci again with this Node (other version)');
});

// With the older driver Node 24.19 and later abort here.
test('statements that nobody holds any more are collected without harm', async () => {
  const db = new Database(':memory:');
  for (let number = 0; number < 20_000; number += 1) db.prepare(`select ${number}`).get();
  await new Promise((resolve) => setTimeout(resolve, 50));
  db.close();
  expect(db.open).toBe(false);
});
