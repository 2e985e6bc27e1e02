// Extras of a pulse: at most two places for anybody, who waited longest first, each block asked as a whole.
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { noticedQuestion, remedyQuestion, talkedQuestion } from '#app/domain/surveys/questions/extra-questions.ts';
import { extrasInTurn } from '#app/domain/surveys/programme/extras-in-turn.ts';
import { blocksOf, ration, ratedAmong, withExtras, type Extra } from '#app/domain/surveys/questions/extras.ts';
import { isRouted, routesOf } from '#app/domain/surveys/asking/routes.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { seeded } from '#tests/support/tallies.ts';

const core = questionsOf(template('pulse-core')!, { k: 5 });
const blocks = [{ departments: ['north'], invited: 12 }, { departments: ['south', 'keys'], invited: 12 }, { departments: ['lab'], invited: 8 }];
const noticed = (dimension: string, since: string, of: readonly string[] | null): Extra => ({ kind: 'noticed', questions: [noticedQuestion(dimension, 5)], since: day(since), of, plans: [dimension] });
const inTurn = (others: Parameters<typeof extrasInTurn>[0]['others'] = [], opens = '2026-12-01') => extrasInTurn({ opens: day(opens), k: 5, questions: core, others });
const kinds = (list: readonly Pick<Extra, 'kind' | 'plans'>[]) => list.map(({ kind, plans }) => [kind, ...plans].join(' '));

describe('rationing', () => {
  test('two places, to whom has waited longest; the rest is left for later, whatever the order in which it is told', () => {
    const waiting = [noticed('pay', '2026-10-03', null), noticed('tools', '2026-10-01', null), noticed('growth', '2026-10-02', null)];
    for (const order of [waiting, [...waiting].reverse()]) {
      const { taken, later } = ration(order, { questions: core, blocks });
      expect(kinds(taken)).toEqual(['noticed tools', 'noticed growth']);
      expect(later).toMatchObject([{ plans: ['pay'], because: 'in-turn' }]);
    }
  });

  test('places are counted for each block: what others are asked takes none of them', () => {
    const waiting = [noticed('pay', '2026-10-01', ['north']), noticed('tools', '2026-10-02', ['north']), noticed('growth', '2026-10-03', ['north']), noticed('culture', '2026-10-04', ['keys'])];
    const { taken, later } = ration(waiting, { questions: core, blocks });
    expect([kinds(taken), kinds(later)]).toEqual([['noticed pay', 'noticed tools', 'noticed culture'], ['noticed growth']]);
  });

  test('what takes both places waits for both, and comes first the next time', () => {
    const trust = inTurn().find(({ kind }) => kind === 'trust')!;
    const { taken, later } = ration([{ ...trust, since: day('2026-10-02') }, noticed('pay', '2026-10-01', null)], { questions: core, blocks });
    expect([kinds(taken), kinds(later)]).toEqual([['noticed pay'], ['trust']]);
    expect(kinds(ration([{ ...trust, since: day('2026-10-02') }, noticed('tools', '2026-11-01', null)], { questions: core, blocks }).taken)).toEqual(['trust']);
  });

  test('nobody is asked what could never be shown', () => {
    const remedy: Extra = { kind: 'remedy', questions: [remedyQuestion('pay', [], 5)], since: day('2026-10-01'), of: ['lab'], plans: [] };
    expect(ration([remedy], { questions: core, blocks }).later).toMatchObject([{ kind: 'remedy', because: 'too-few' }]);
    expect(ration([{ ...remedy, of: ['lab', 'north'] }], { questions: core, blocks }).taken).toHaveLength(1);
  });

  test('a pulse that is full already takes none', () => {
    const full = questionsOf(template('pulse-core')!, { k: 5, further: ['TOL-01', 'MGR-01', 'GRW-01', 'REC-01'] });
    expect(ratedAmong(full)).toBe(10);
    expect(ration([noticed('pay', '2026-10-01', null)], { questions: full, blocks }).taken).toEqual([]);
  });

  test('a block is asked whole as soon as one of its departments is concerned', () => {
    expect([blocksOf({ of: ['keys'] }, blocks), blocksOf({ of: null }, blocks), blocksOf({ of: ['nowhere'] }, blocks)]).toEqual([[1], [0, 1, 2], []]);
  });

  test('rated questions stay together, and own words come last', () => {
    const asked = withExtras(core, [noticed('pay', '2026-10-01', null), { kind: 'remedy', questions: [remedyQuestion('tools', [], 5)], since: day('2026-10-01'), of: null, plans: [] }]);
    expect(asked.map(({ id }) => id)).toEqual(['OUT-01', 'PAY-01', 'BEN-01', 'WKL-01', 'WKL-02', 'COM-04', 'noticed-pay', 'importance-pick3', 'remedy-tools', 'OPN-01']);
  });
});

describe('trust and expectation', () => {
  const pulse = (opens: string, ids: readonly string[]) => ({
    state: 'closed' as const,
    opens: day(opens),
    definition: { template: 'pulse-core', k: 5, languages: [], cuts: [], questions: ids.map((id) => ({ ...core[0]!, id })) },
  });

  test('neither is asked in two pulses in a row, and they change places', () => {
    const asked: string[][] = [];
    const past: ReturnType<typeof pulse>[] = [];
    for (const opens of ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']) {
      const { taken } = ration(inTurn(past, opens), { questions: core, blocks });
      asked.push(kinds(taken));
      past.push(pulse(opens, taken.flatMap(({ questions }) => questions.map(({ id }) => id))));
    }
    expect(asked).toEqual([['trust'], ['expectation'], ['trust'], ['expectation']]);
  });

  test('what HR chose for this pulse is not added once more', () => {
    const own = questionsOf(template('pulse-core')!, { k: 5, pair: 'pay' });
    expect(kinds(extrasInTurn({ opens: day('2026-12-01'), k: 5, questions: own, others: [] }))).toEqual(['trust']);
  });

  test('after a talk everybody is asked whether results were talked over', () => {
    const [talked] = extrasInTurn({ opens: day('2026-12-01'), k: 5, questions: core, others: [], talkedOn: day('2026-11-02') }).filter(({ kind }) => kind === 'talked');
    expect(talked).toMatchObject({ since: '2026-11-02', of: null, questions: [talkedQuestion(5)] });
    expect(talkedQuestion(5)).toMatchObject({ kind: 'scale', k: 8 });
  });
});

describe('routes', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const hashes = (chance: (below: number) => number) => Array.from({ length: 12 }, () => alphabet[chance(64)]!);

  test('whoever holds the hash of a block reads whether it is asked, and nothing else', () => {
    const chance = seeded(7);
    for (let time = 0; time < 200; time += 1) {
      const drawn = hashes(chance);
      const asked = new Set(drawn.flatMap((_, block) => (chance(3) === 0 ? [block] : [])));
      const routes = routesOf(asked, drawn, chance);
      expect(routes).toHaveLength(12);
      expect(drawn.flatMap((hash, block) => (isRouted(routes, block, hash) ? [block] : []))).toEqual([...asked]);
    }
  });

  test('without it every character is as likely where a block is asked as where it is not', () => {
    const chance = seeded(11);
    const [asked, others] = [new Map<string, number>(), new Map<string, number>()];
    for (let time = 0; time < 4_000; time += 1) {
      const routes = routesOf(new Set([0, 1, 2, 3, 4, 5]), hashes(chance), chance);
      [...routes].forEach((one, block) => (block < 6 ? asked : others).set(one, ((block < 6 ? asked : others).get(one) ?? 0) + 1));
    }
    // 24,000 draws of 64: 375 of each are expected, and five standard deviations are about 97.
    for (const one of alphabet) for (const side of [asked, others]) expect(Math.abs((side.get(one) ?? 0) - 375)).toBeLessThan(97);
  });
});
