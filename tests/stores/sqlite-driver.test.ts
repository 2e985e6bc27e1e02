import { expect, test } from 'vitest';
import Database, { driverFor } from '#db/dialects/sqlite-driver.ts';

test.each([
  ['20.19.0', 'better-sqlite3-for-node-20'],
  ['20.20.2', 'better-sqlite3-for-node-20'],
  ['22.11.0', 'better-sqlite3'],
  ['24.21.0', 'better-sqlite3'],
  ['26.10.0', 'better-sqlite3'],
])('Node %s runs the driver %s', (node, driver) => {
  expect(driverFor(node)).toBe(driver);
});

// With the older driver Node 24.19 and later abort here.
test('statements that nobody holds any more are collected without harm', async () => {
  const db = new Database(':memory:');
  for (let number = 0; number < 20_000; number += 1) db.prepare(`select ${number}`).get();
  await new Promise((resolve) => setTimeout(resolve, 50));
  db.close();
  expect(db.open).toBe(false);
});
