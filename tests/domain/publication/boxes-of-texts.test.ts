import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import { canonical } from '#app/domain/publication/release/canonical.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { longestComment, questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { times } from '#tests/support/repetitions.ts';
import { seeded, tallyOf } from '#tests/support/tallies.ts';

const questions = questionsOf(template('pulse-core')!, { k: 5 });
const scales = questions.flatMap((question) => (question.kind === 'scale' ? [question] : []));

interface Writer {
  readonly scores: readonly number[];
  readonly texts: readonly string[];
  /** Where each of two worlds begins to fill the boxes that are there. */
  readonly from: readonly [number, number];
}

/** The boxes a person with these scores is offered: the open one, and one under each low score. */
function boxesOf({ scores }: Writer): string[] {
  const low = scales.filter(({ low: box, reverse, points }, at) => box !== null && (reverse ? points + 1 - scores[at]! : scores[at]!) <= 2);
  return ['OPN-01', ...low.map(({ id }) => `${id}:text`)];
}

function answersOf(writer: Writer, world: 0 | 1): Answers {
  const boxes = boxesOf(writer);
  const texts = writer.texts.slice(0, boxes.length).map((text, at) => [boxes[(at + writer.from[world]) % boxes.length]!, text]);
  return Object.fromEntries([...scales.map(({ id }, at) => [id, writer.scores[at]!]), ...texts]) as Answers;
}

function released(given: readonly Answers[], asked: readonly Question[] = questions, seed = 1): Release {
  const columns = ballotColumns({ questions: asked, cuts: [] }, given.length);
  given.forEach((answers, row) => columns.add(row % 2, answers));
  const half = (of: number) => Array<'skip'>(Math.ceil((given.length - of) / 2)).fill('skip');
  const sketch = tallyOf({ tree: 'top\n  a\n  b', answers: { a: { any: half(0) }, b: { any: half(1) } } });
  const published = publish({ ...sketch, ...columns.table(), chance: seeded(seed) });
  if (!published.ok) throw new Error(published.because);
  return published.value;
}

const point = fc.constantFrom(1, 1, 1, 2, 3, 5);
const writer = fc.record({
  scores: fc.array(point, { minLength: scales.length, maxLength: scales.length }),
  texts: fc.array(fc.constantFrom('The rota.', '工资太低', 'More light', 'The rota.  '), { maxLength: 4 }),
  from: fc.tuple(fc.nat(6), fc.nat(6)),
});

describe('which box a text was written in', () => {
  test('two surveys that differ only in the boxes of their texts are published as the same bytes', () => {
    let [withTexts, moved] = [0, 0];
    fc.assert(
      fc.property(fc.array(writer, { minLength: 20, maxLength: 40 }), fc.nat(), (people, seed) => {
        const [one, other] = ([0, 1] as const).map((world) => released(people.map((person) => answersOf(person, world)), questions, seed));
        expect(canonical(one)).toBe(canonical(other));
        expect(verifyRelease(one).problems).toEqual([]);
        if (one!.comments.length > 0) withTexts += 1;
        if (one!.comments.length < people.flatMap((person) => person.texts.slice(0, boxesOf(person).length)).length) moved += 1;
      }),
      { numRuns: times(60, 3000) },
    );
    expect([withTexts, moved].every((count) => count > 0)).toBe(true);
  });

  test('one text and one low answer of ten do not prove each other: text and low answer are published as if of two people', () => {
    const calm = { 'OUT-01': 4 };
    const nine = Array.from({ length: 19 }, () => calm);
    const told = released([{ 'OUT-01': 1, 'OUT-01:text': 'Nobody listens.' }, ...nine]);
    expect(told.comments.map(({ text }) => text)).toEqual(['Nobody listens.']);
    expect(canonical(told)).toBe(canonical(released([{ 'OUT-01': 1, 'OPN-01': 'Nobody listens.' }, ...nine])));
    expect(Object.keys(told.comments[0]!).sort()).toEqual(['atoms', 'partition', 'text']);
  });

  test('a group has no more texts than the open boxes alone could hold', () => {
    const low = { 'OUT-01': 1, 'OUT-01:text': 'one', 'PAY-01': 2, 'PAY-01:text': 'two', 'OPN-01': 'three' };
    const given = [...Array.from({ length: 10 }, () => low), ...Array.from({ length: 14 }, () => ({ 'OUT-01': 4, 'PAY-01': 4 }))];
    const many = released(given);
    for (const [atom, { answered }] of many.partitions['10']!.atoms.entries()) {
      expect(many.comments.filter(({ atoms }) => atoms[0] === `a${atom + 1}`).length).toBeLessThanOrEqual(answered);
    }
    expect(many.comments.length).toBe(24);
    expect(released(given, questions.filter(({ kind }) => kind !== 'open')).comments).toEqual([]);
  });

  test('every box of every question takes equally much', () => {
    const boxes = ['pulse-core', 'pulse-pay-benefits', 'pulse-workload', 'annual'].flatMap((id) => questionsOf(template(id)!, { k: 5 }));
    const limits = boxes.flatMap((question) => (question.kind === 'open' ? [question.longest] : 'low' in question && question.low ? [question.low.longest] : []));
    expect(limits.length).toBeGreaterThan(20);
    expect(new Set(limits)).toEqual(new Set([longestComment]));
  });

  test('a release of before keeps its bytes and stays valid, and names a topic', () => {
    const now = released([...Array.from({ length: 24 }, (_, row) => ({ 'OUT-01': 4, 'OPN-01': `text ${row}` }))]);
    const before = { ...now, comments: now.comments.map((comment) => ({ ...comment, dimension: 'outcome', question: null })) };
    expect(verifyRelease(before).problems).toEqual([]);
  });
});
