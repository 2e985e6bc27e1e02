// The whole demonstration company, every page that shows a dimension or a question of a department: one thing has one number.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whole } from '#app/domain/kernel/rounding.ts';
import { departmentOf } from '#app/domain/reports/department-page.ts';
import { ownPageOf } from '#app/domain/reports/own-page.ts';
import { mapOf, resultsOf, subjectsOf } from '#app/domain/reports/results-page.ts';
import { questionsPageOf } from '#app/domain/reports/questions-page.ts';
import { closedSurveys, readResults } from '#app/services/reports/read-results.server.ts';
import { foundLantern, guide, guides } from '#app/services/installation/found-demo.server.ts';
import { evidenceFrom } from '#app/services/plans/evidence.server.ts';
import { releasedWaves, type ReleasedWave } from '#app/services/plans/waves.server.ts';
import { writePages } from '#tests/support/stand-in-pages.ts';
import { testApp } from '#tests/support/app.ts';

/** Numbers by thing, with where each was read. */
class Numbers {
  readonly #read = new Map<string, Map<number, string[]>>();

  add(thing: string, page: string, index: number | null | undefined): void {
    if (index === null || index === undefined) return;
    const numbers = this.#read.get(thing) ?? new Map<number, string[]>();
    numbers.set(index, [...(numbers.get(index) ?? []), page]);
    this.#read.set(thing, numbers);
  }

  get things(): number {
    return this.#read.size;
  }

  /** How many pages the thing was read on that was read most often. */
  get mostPages(): number {
    return Math.max(...[...this.#read.values()].map((numbers) => [...numbers.values()].flat().length));
  }

  get several(): string[] {
    return [...this.#read].filter(([, numbers]) => numbers.size > 1).map(([thing, numbers]) => `${thing}: ${[...numbers].map(([index, pages]) => `${index} (${pages.join(', ')})`).join(' but ')}`);
  }
}

function readAll(waves: readonly ReleasedWave[], numbers: Numbers): void {
  const line = waves.map(({ wave }) => wave);
  const last = waves.at(-1)!;
  const { wave } = last;
  const map = mapOf(wave, line.at(-2));
  const id = wave.release.survey.id;
  const lookAt = (department: string) => resultsOf(line, map, { language: 'en', compared: 'rest', department });
  for (const { id: department } of lookAt(wave.root).departments) {
    const of = (subject: string) => `${id} ${department} ${subject}`;
    const results = lookAt(department);
    for (const one of results.dimensions) numbers.add(of(one.id), 'levels', one.level.index);
    for (const one of results.priorities) numbers.add(of(one.id), 'priorities', one.index);
    for (const trend of results.trends) if (trend.question === null) numbers.add(of(trend.id), 'line', trend.points.at(-1)?.index);
    for (const row of results.heat?.rows.filter((one) => one.id === department) ?? []) row.cells.forEach((cell, at) => numbers.add(of(results.heat!.columns[at]!.id), 'map', cell?.index));
    numbers.add(of('OUT-01'), 'tile', results.overall?.level.index);
    const asked = questionsPageOf(line, map, { department, language: 'en' });
    for (const one of asked.dimensions) {
      numbers.add(of(one.id), 'questions', one.level.index);
      for (const question of one.questions) numbers.add(of(question.id), 'question', question.level.index);
      for (const trend of results.trends) if (trend.id === one.id && trend.question !== null) numbers.add(of(one.questions.find(({ text }) => text === trend.question)!.id), 'line of a question', trend.points.at(-1)?.index);
    }
    const planks = departmentOf(line, map, department, 'en');
    for (const one of [...planks.short, ...planks.strengths]) numbers.add(of(one.id), 'planks', one.level.index);
    numbers.add(of('OUT-01'), 'team line', planks.trend?.points.at(-1)?.index);
    const own = ownPageOf(line, map, department, 'en');
    for (const row of own.rows) {
      numbers.add(of(row.id), 'own', row.own?.level.index);
      numbers.add(`${id} ${wave.root} ${row.id}`, 'company of own', row.company.level.index);
    }
    numbers.add(of('OUT-01'), 'own tile', own.own?.overall?.level.index);
    for (const { id: dimension } of subjectsOf(wave)) {
      const evidence = evidenceFrom(last, department, dimension);
      if (evidence.ok) numbers.add(of(dimension), 'evidence', whole(evidence.value.index));
    }
    // A change that is printed is the difference of the figures that are printed, where the line is one of the same people.
    for (const one of results.dimensions) {
      if (one.change.points === null || one.changeOf !== null || one.change.points === 0) continue;
      const points = results.trends.find((trend) => trend.id === one.id && trend.question === null)?.points;
      const before = points?.at(-1)?.broken === null ? points.at(-2)?.index : null;
      if (before !== null && before !== undefined && before !== one.level.index) expect(one.level.index - one.change.points, of(one.id)).toBe(before);
    }
  }
}

test('the demonstration says one number for one thing, on every page, in every survey', { timeout: 900_000 }, async () => {
  const made = await testApp();
  const app = { ...made, config: { ...made.config, buildFolder: join(made.config.dataFolder, 'build') } };
  writePages(app.config.buildFolder);
  await foundLantern(app, () => undefined);
  const waves = await releasedWaves(app);
  const numbers = new Numbers();
  waves.forEach((_, at) => readAll(waves.slice(0, at + 1), numbers));
  const last = waves.at(-1)!.wave;
  const issues = await app.data.issues.all();
  for (const { evidence } of issues) if (evidence) numbers.add(`${evidence.survey.id} ${evidence.group.departmentId} ${evidence.dimension}`, 'feed', whole(evidence.index));
  for (const survey of await closedSurveys(app, 'en')) numbers.add(`${survey.id} ${waves.find(({ wave }) => wave.release.survey.id === survey.id)!.wave.root} OUT-01`, 'list', survey.index);
  const hr = await guide(app, guides.hr);
  const page = await readResults(app, hr, { surveyId: last.release.survey.id, department: null, compared: 'rest', language: 'en' });
  if (page.ok) for (const one of page.value.dimensions) numbers.add(`${last.release.survey.id} ${last.root} ${one.id}`, 'page', one.level.index);
  expect(issues.length).toBeGreaterThan(3);
  expect(numbers.things).toBeGreaterThan(200);
  expect(numbers.mostPages).toBeGreaterThan(6);
  expect(numbers.several).toEqual([]);
});
