import { describe, expect, test } from 'vitest';
import type { Language } from '#app/domain/kernel/language.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { backgroundsFor } from '#app/domain/surveys/backgrounds/background.ts';
import { backgroundOf } from '#db/seed/backgrounds.ts';
import { teams } from '#db/seed/company.ts';
import { employeeOf } from '#db/seed/directory-file.ts';
import { comments } from '#db/seed/comments.ts';
import { opinionsOf, type Unsaid } from '#db/seed/opinions.ts';
import { plans } from '#db/seed/plans.ts';
import { waves } from '#db/seed/waves.ts';

const everybody = teams.flatMap((team, index) => Array.from({ length: team.people }, (_, seat) => ({ employeeId: employeeOf(index, seat), team, years: (seat * 7) % 13 })));
const asked = [...new Set(waves.flatMap(({ tables }) => tables.map(({ question }) => question)))];

describe('Lantern', () => {
  test('declares tables by questions of the library, for itself and for departments that are there', () => {
    const departments = new Set(teams.flatMap(({ path }) => path));
    for (const { question, of } of waves.flatMap(({ tables }) => tables)) {
      expect(backgroundsFor([]).map(({ id }) => id)).toContain(question);
      expect(of === null || departments.has(of), String(of)).toBe(true);
    }
  });

  test.each(asked)('answers «%s» the same every time, with every option of the question, and some prefer not to say', (question) => {
    const given = everybody.map((about) => backgroundOf(about, question));
    expect(everybody.map((about) => backgroundOf(about, question))).toEqual(given);
    const options = backgroundsFor([]).find(({ id }) => id === question)!.options.map(({ id }) => id);
    expect([...new Set(given)].filter((option) => option !== null).sort()).toEqual([...options].sort());
    const silent = given.filter((option) => option === null).length / given.length;
    expect(silent).toBeGreaterThan(0.03);
    expect(silent).toBeLessThan(0.12);
  });

  test('answers with the years that somebody has been there', () => {
    const said = (years: number) => new Set(everybody.map((about) => backgroundOf({ ...about, years }, 'tenure')));
    expect([0.9, 1, 2.9, 3, 6, 10.9, 11].map((years) => [...said(years)].filter((option) => option !== null))).toEqual([['0'], ['1'], ['1'], ['3'], ['6'], ['6'], ['11']]);
  });
});

describe('what is written in Lantern', () => {
  const questions = questionsOf(template('pulse-core')!, { k: 5, further: [...new Set(waves.flatMap(({ further }) => further))] });
  const voter = (language: Language) => ({ path: ['Lantern'], language, years: 3, background: () => null });
  const chance = seededChance('2b'.repeat(32));
  const unsaid: Unsaid = new Map();
  const written = everybody.flatMap(({ team }) => Object.entries(opinionsOf(voter(team.language), { questions, wave: 0, unsaid }, chance)).flatMap(([key, answer]) => (typeof answer === 'string' && /:text$|^OPN/.test(key) ? [{ key, answer }] : [])));

  test('does not repeat, and stands under what it speaks of', () => {
    expect(written.length).toBeGreaterThan(30);
    expect(new Set(written.map(({ answer }) => answer)).size).toBe(written.length);
    for (const { key, answer } of written.filter((one) => one.key.endsWith(':text'))) {
      const id = key.replace(':text', '');
      const about = comments[id] ?? comments[questions.find((one) => one.id === id)?.dimension ?? ''];
      expect(Object.values(about ?? {}).flat(), key).toContain(answer);
    }
  });

  test('counts run the way the plan wants to go', () => {
    const falling = plans.filter(({ leading }) => leading.goal < leading.start).map(({ leading }) => leading.name);
    expect(falling).toEqual(['连续夜班最多几周（每月最多的一人）', '下班後的工作訊息（每週）']);
    for (const { leading, counted } of plans) if (counted !== undefined) expect(Math.abs(leading.goal - counted), leading.name).toBeLessThan(Math.abs(leading.goal - leading.start));
  });
});
