import { expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import { formBlocks } from '#app/domain/publication/groups/blocks.ts';
import { forecastCuts, type CutForecast, type ForecastGround } from '#app/domain/publication/cuts/cut-preview.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import { backgroundQuestion, backgroundsFor } from '#app/domain/surveys/backgrounds/background.ts';
import type { DeclaredCut } from '#app/domain/surveys/sealed/manifest.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { satisfaction, said } from '#tests/support/drafts.ts';

const backgrounds = backgroundsFor([]).map((background) => backgroundQuestion(background, 5));
const sensitive: Question = { ...satisfaction, id: 'MGR-01', k: 8 };
const questions: readonly Question[] = [satisfaction, sensitive, ...backgrounds];
const chance = () => seededChance('ab'.repeat(32));
const table = (question: string, scope = 'company', items: readonly string[] = ['PAY-01']): DeclaredCut => ({ question, scope, items });

/** A company of divisions `d0`, `d1` …, each with teams of these sizes. */
function ground(divisions: readonly (readonly number[])[], cuts: readonly DeclaredCut[], more: Partial<ForecastGround> = {}): ForecastGround {
  const headcounts = new Map<string, number>();
  const departments: Department[] = [{ id: 'root', parentId: null, name: 'Root' }];
  divisions.forEach((teams, division) => {
    departments.push({ id: `d${division}`, parentId: 'root', name: `Division ${division}` });
    teams.forEach((people, team) => {
      const id = `d${division}t${team}`;
      departments.push({ id, parentId: `d${division}`, name: id });
      headcounts.set(id, people);
    });
  });
  const blocks = formBlocks({ departments, headcounts, k: 5, earlier: [] });
  if (!blocks.ok) throw new Error(blocks.because);
  return { k: 5, departments, blocks: blocks.value, questions, cuts, participation: 0.7, chance: chance(), ...more };
}

function forecast(of: ForecastGround): readonly CutForecast[] {
  const outcome = forecastCuts(of);
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

const large = [[40, 35, 30], [45, 30, 30], [12, 10]];

test('every table is told of, in the order in which it was declared, with each answer in exactly one group', () => {
  const cuts = [table('place', 'd0'), table('tenure'), table('place')];
  const told = forecast(ground(large, cuts));
  expect(told.map(({ question, scope }) => `${question} ${scope}`)).toEqual(['place d0', 'tenure company', 'place company']);
  for (const { question, bands, why } of told) {
    expect(why).toBeNull();
    const labels = backgrounds.find(({ id }) => id === question)!.options.map(({ id }) => id);
    expect(bands!.flat().sort()).toEqual(['', ...labels].sort());
  }
});

test('a division in which fewer than thirty would answer gets no table, and the same table of the company does', () => {
  const [small, whole] = forecast(ground(large, [table('place', 'd2'), table('place')]));
  expect([small!.why, small!.bands]).toEqual(['too-few', null]);
  expect(whole!.why).toBeNull();
});

test('who takes part decides: with fewer answers the groups of a table become fewer, never more', () => {
  const groups = (participation: number) => forecast(ground(large, [table('tenure')], { participation }))[0]!.bands?.length ?? 0;
  const counts = [0.1, 0.2, 0.4, 0.95].map(groups);
  expect(counts).toEqual([...counts].sort((one, other) => one - other));
  expect(counts[0]).toBeLessThan(counts.at(-1)!);
});

test('a sensitive question raises the group size of its whole table', () => {
  const groups = (items: readonly string[]) =>
    [0.3, 0.4, 0.5, 0.6].map((participation) => forecast(ground([[16, 15, 14], [15, 14]], [table('tenure', 'company', items)], { participation }))[0]!.bands?.length ?? 0);
  const usual = groups(['PAY-01']);
  const raised = groups(['PAY-01', 'MGR-01']);
  expect(raised.every((count, index) => count <= usual[index]!)).toBe(true);
  expect(raised).not.toEqual(usual);
});

test('many tables of few people cannot all be published', () => {
  const cuts = ['tenure', 'level', 'place'].map((question) => table(question));
  const told = forecast(ground([[9, 9]], cuts, { participation: 0.9 }));
  expect(told.some(({ why, bands }) => why !== null || bands!.length < 3)).toBe(true);
});

test('the same plan and the same chance give the same forecast', () => {
  const cuts = [table('tenure'), table('level', 'd1'), table('place')];
  expect(forecast(ground(large, cuts))).toEqual(forecast(ground(large, cuts)));
});

test('where too few would answer for any result it says so', () => {
  expect(forecastCuts(ground([[9]], [table('tenure')], { participation: 0.1 }))).toMatchObject({ ok: false, because: 'too-few' });
});

test('labels of a forecast are ids of answers, in whatever language they are said', () => {
  const site = { ...backgrounds[0]!, id: 'site', options: ['北京', 'Łódź', 'São Paulo'].map((name) => ({ id: name, label: said(name) })) };
  const [one] = forecast(ground(large, [table('site')], { questions: [satisfaction, site] }));
  expect(one!.bands!.flat().sort()).toEqual(['', '北京', 'Łódź', 'São Paulo'].sort());
});
