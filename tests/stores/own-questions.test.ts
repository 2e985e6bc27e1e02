import { describe, expect, test } from 'vitest';
import { databases, dataOf } from '#tests/support/databases.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';

describe.each(databases)('own questions on $name', (database) => {
  const data = dataOf(database);

  test('every version is kept, the same one is written over, and numbers go on', async () => {
    const { ownQuestions } = data();
    expect(await ownQuestions.nextNumber()).toBe(1);
    const [first, second] = [anOwnQuestion(1), anOwnQuestion(2, { kind: 'choice' })];
    for (const own of [second, first, { ...first, version: 2 }, { ...first, standing: 'retired' as const }]) await ownQuestions.save(own);
    expect(await ownQuestions.all()).toEqual([{ ...first, standing: 'retired' }, { ...first, version: 2 }, second]);
    expect(await ownQuestions.nextNumber()).toBe(3);
    const [background, choice] = [anOwnQuestion(3, { kind: 'background', text: { en: 'Which canteen do you use?' } }), anOwnQuestion(4, { kind: 'choice', describes: true })];
    for (const own of [background, choice]) await ownQuestions.save(own);
    expect((await ownQuestions.all()).slice(3)).toEqual([background, choice]);
  });
});
