import { expect, test } from 'vitest';
import { turnstile } from '#app/http/turnstile.server.ts';

const passed = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('as many as there is room for are inside, the others in their order, and whoever comes to a full line is told', async () => {
  const { enter } = turnstile({ atOnce: 2, waiting: 3, longest: 60_000 });
  const order: number[] = [];
  const leaves: (() => void)[] = [];
  const come = (number: number) => void enter().then((leave) => (leave ? (order.push(number), leaves.push(leave)) : order.push(-number)));
  for (let number = 1; number <= 6; number += 1) come(number);
  await passed();
  expect(order).toEqual([1, 2, -6]);
  for (let count = 0; count < 5; count += 1) {
    leaves.shift()?.();
    leaves[0]?.();
    await passed();
  }
  expect(order).toEqual([1, 2, -6, 3, 4, 5]);
  come(7);
  await passed();
  expect(order.at(-1)).toBe(7);
});

test('between two pages there is room for something else', async () => {
  const { enter } = turnstile({ atOnce: 1, waiting: 10, longest: 60_000 });
  const seen: string[] = [];
  const page = async () => {
    const leave = await enter();
    seen.push('page');
    leave?.();
  };
  const pages = [page(), page(), page()];
  setImmediate(() => seen.push('ballot'));
  await Promise.all(pages);
  expect(seen.indexOf('ballot')).toBeLessThan(2);
});

test('who stays too long keeps nobody else out', async () => {
  const { enter } = turnstile({ atOnce: 1, waiting: 10, longest: 20 });
  await enter();
  expect(await enter()).not.toBeNull();
});
