import { expect, test } from 'vitest';
import { answering, ballotsFirst } from '#app/platform/ballots-first.server.ts';
import { giveWay } from '#app/platform/slices.server.ts';

function held(): { answered: Promise<void>; answer: (error?: Error) => void } {
  let answer!: (error?: Error) => void;
  const answered = new Promise<void>((resolve, reject) => (answer = (error) => (error ? reject(error) : resolve())));
  return { answered, answer };
}

const long = 60_000;
const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('whoever waits goes on when the last ballot is answered, also one that failed', async () => {
  const [one, other] = [held(), held()];
  answering(one.answered);
  answering(other.answered);
  let gone = false;
  const waiting = ballotsFirst(long).then(() => (gone = true));
  one.answer();
  await turns(3);
  expect(gone).toBe(false);
  other.answer(new Error('the disk'));
  await waiting;
  expect(gone).toBe(true);
  await ballotsFirst(long);
});

test('ballots that never stop coming keep nobody out, and those who come later do not wait again', async () => {
  const { answered, answer } = held();
  answering(answered);
  const begun = performance.now();
  await ballotsFirst(1);
  // A timer may ring a little before its time.
  while (performance.now() - begun < 1) await turns(1);
  let gone = false;
  void ballotsFirst(1).then(() => (gone = true));
  await Promise.resolve();
  expect(gone).toBe(true);
  answer();
  await turns(1);
  // Another one, after a moment without any: now it is waited for.
  const later = held();
  answering(later.answered);
  let waited = true;
  const waiting = ballotsFirst(long).then(() => (waited = false));
  await turns(3);
  expect(waited).toBe(true);
  later.answer();
  await waiting;
});

test('long work stands still while a ballot is under way', async () => {
  const { answered, answer } = held();
  const seen: string[] = [];
  answering(answered);
  const work = giveWay().then(() => seen.push('work'));
  await turns(5);
  seen.push('ballot');
  answer();
  await work;
  expect(seen).toEqual(['ballot', 'work']);
});

test('of those who give way together one goes on in each turn of the loop', async () => {
  const perTurn: number[] = [0];
  let working = true;
  const look = () => {
    perTurn.push(0);
    if (working) setImmediate(look);
  };
  setImmediate(look);
  await Promise.all(Array.from({ length: 5 }, async () => {
    await giveWay();
    perTurn[perTurn.length - 1]! += 1;
  }));
  working = false;
  expect(Math.max(...perTurn)).toBe(1);
});
