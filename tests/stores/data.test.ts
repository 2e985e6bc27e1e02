import { describe, expect, test } from 'vitest';
import { databases, dataOf } from '#tests/support/databases.ts';

const company = { name: 'Amber', languages: ['en'] as const, language: 'en' as const, k: 5, created: '2026-11-01T08:00:00.000Z', timeZone: null };

describe.each(databases)('the door to the data on $name', (database) => {
  const data = dataOf(database);

  test('an open database is ready', async () => {
    expect(await data().ready()).toBe(true);
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const failing = data().transaction(async (stores) => {
      await stores.organisation.save(company);
      throw new Error('after the write');
    });
    await expect(failing).rejects.toThrow('after the write');
    expect(await data().organisation.get()).toBeNull();
  });

  test('a transaction that ends well stays', async () => {
    await data().transaction((stores) => stores.organisation.save(company));
    expect(await data().organisation.get()).toEqual(company);
  });

  test('the outer stores throw inside a transaction instead of waiting for ever', async () => {
    await expect(data().transaction(() => data().organisation.get())).rejects.toThrow('only its own stores');
  });

  test('a transaction inside a transaction throws', async () => {
    await expect(data().transaction(() => data().transaction(async () => 1))).rejects.toThrow('a transaction inside');
  });
});
