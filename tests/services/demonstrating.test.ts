import { describe, expect, test } from 'vitest';
import { backgroundsFor } from '#app/domain/surveys/background.ts';
import { backgroundOf } from '#db/seed/backgrounds.ts';
import { teams } from '#db/seed/company.ts';
import { employeeOf } from '#db/seed/directory-file.ts';
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
