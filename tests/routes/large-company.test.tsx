// Pages of a company of four thousand departments stay small, and every department is found on them without a script.
import type { ComponentType } from 'react';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import { sealedManifest } from '#app/domain/surveys/sealed/sealed-manifest.ts';
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import { placeOf } from '#app/text/places.server.ts';
import PeoplePage, { loader as people } from '#app/routes/people._index.tsx';
import DepartmentsPage, { loader as departments } from '#app/routes/people.departments.tsx';
import SurveyPage, { loader as survey } from '#app/routes/surveys.$id._index/route.tsx';
import EditPage, { loader as edit } from '#app/routes/surveys.$id.edit.tsx';
import { action as create } from '#app/routes/surveys.new.tsx';
import SealPage, { loader as seal } from '#app/routes/surveys.$id.seal.tsx';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { mostOwnBackgrounds } from '#app/domain/surveys/own/own-kind.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { drawnPage } from '#tests/support/document-bytes.tsx';
import { aDraft, ballotApp, writePages } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

const most = 120_000;
const divisions = 40;
const teams = 4_000;
const id = (what: string, at: number) => `${what}-${String(at).padStart(16, '0')}`;
const named = (at: number) => `Customer operations and field service, region ${at}`;

const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-large-'));
const place = { dataFolder, database: join(dataFolder, 'murmur.sqlite'), buildFolder: join(dataFolder, 'build') };
let app: TestApp;

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

beforeEach(async () => {
  app = await testApp(place);
});

beforeAll(async () => {
  writePages(place.buildFolder);
  app = await ballotApp(place);
  await app.data.departments.saveAll([
    ...Array.from({ length: divisions }, (_, at) => aDepartment(id('division', at), { parentId: 'amber', name: `Division of industrial solutions ${at}`, position: 10 + at })),
    ...Array.from({ length: teams }, (_, at) => aDepartment(id('team', at), { parentId: id('division', at % divisions), name: named(at), position: at })),
  ]);
  await app.data.people.saveAll(Array.from({ length: teams * 8 }, (_, at) => aPerson(id('person', at), { departmentId: id('team', at % teams) })));
  await app.data.surveys.add(aDraft('pulse'));
  for (let number = 1; number <= mostOwnBackgrounds; number += 1) await app.data.ownQuestions.save(anOwnQuestion(number, { kind: 'background' }));
  const tree = (await app.data.departments.open()).map(({ id: own, parentId, name }) => ({ id: own, parentId, name }));
  const blocks = Array.from({ length: teams }, (_, at) => ({ departments: [id('team', at)], place: id('team', at), invited: 8, names: 'n'.repeat(43), key: 'k'.repeat(43) }));
  const open = aDraft('open', { opens: app.today(), closes: addDays(app.today(), 7) });
  const text = canonical(sealedManifest(open, { departments: tree, blocks, box: 'b', pages: forEachLanguage(() => 'p'), timeZone: 'UTC', place: placeOf('UTC') }));
  const hash = hashOfText(text);
  await app.data.surveys.add(open);
  await app.data.manifests.add({ hash, surveyId: 'open', text });
  await app.data.surveys.replace({ ...open, state: 'sealed', manifestHash: hash }, 'draft');
  const told = Object.fromEntries(Array.from({ length: divisions }, (_, at) => [id('division', at), 40]));
  await app.data.participation.keep({ surveyId: 'open', day: app.today(), company: 40, step: 5, departments: { ...told, ...Object.fromEntries(Array.from({ length: teams }, (_, at) => [id('team', at), 40])) } });
}, 60_000);

const page = async (loader: never, Page: ComponentType, path: string, params: Record<string, string> = {}) => {
  const data = await visit(app, loader as typeof people, path, { as: 'hr', params });
  if (data instanceof Response) throw new Error(`${path}: ${data.status}`);
  return drawnPage(Page, data, path);
};

type Page = readonly [string, unknown, ComponentType, string, Record<string, string>?];

const pages: readonly Page[] = [
  ['people', people, PeoplePage, '/people'],
  ['people of one division', people, PeoplePage, `/people?department=${id('division', 3)}`],
  ['departments', departments, DepartmentsPage, '/people/departments'],
  ['a part of the tree', departments, DepartmentsPage, `/people/departments?within=${id('division', 3)}`],
  ['departments that were searched for', departments, DepartmentsPage, '/people/departments?search=region'],
  ['a draft', survey, SurveyPage, '/surveys/pulse', { id: 'pulse' }],
  ['the form of a draft', edit, EditPage, '/surveys/pulse/edit', { id: 'pulse' }],
  ['sealing', seal, SealPage, '/surveys/pulse/seal', { id: 'pulse' }],
  ['an open survey', survey, SurveyPage, '/surveys/open', { id: 'open' }],
];

test.each(pages)('the document of %s weighs far less than 200 kB', async (_name, loader, Page, path, params = {}) => {
  const { bytes } = await page(loader as never, Page as ComponentType, path as string, params as Record<string, string>);
  expect(bytes).toBeLessThan(most);
});

describe('every department is found', () => {
  test('by going down the tree, with a way back up', async () => {
    const { html } = await page(departments as never, DepartmentsPage, '/people/departments');
    expect(html).toContain(`within=${id('division', 39)}`);
    const below = await page(departments as never, DepartmentsPage, `/people/departments?within=${id('division', 39)}`);
    expect(below.html).toContain(named(3_999));
    expect(below.html).toContain('href="/people/departments"');
  });

  test('by a part of its name, in any case and width', async () => {
    const { html } = await page(departments as never, DepartmentsPage, `/people/departments?search=${encodeURIComponent('ＲＥＧＩＯＮ 3999')}`);
    expect(html).toContain(`Division of industrial solutions 39 / ${named(3_999)}`);
  });

  test('on the page of people, narrower with each choice', async () => {
    const { html } = await page(people as never, PeoplePage, `/people?department=${id('division', 39)}`);
    expect(html).toContain(`<option value="${id('team', 3_999)}">`);
  });

  test.each(['pulse', 'open'])('among the groups of %s, by a name or page after page', async (of) => {
    const { html } = await page(survey as never, SurveyPage, `/surveys/${of}?find=region%203999`, { id: of });
    expect(html).toContain(named(3_999));
    expect(html).not.toContain(named(7));
    const second = await page(survey as never, SurveyPage, `/surveys/${of}?page=2`, { id: of });
    expect(second.html).toContain('rel="prev"');
    expect(second.html).toContain('page=3#counted');
  });
});

test('any of four thousand parts is found in the form of a draft, and the answer is small', async () => {
  const fields = { template: 'pulse-core', 'title-en': 'Pulse', 'purpose-en': 'To learn', opens: app.today(), closes: addDays(app.today(), 7), audience: 'parts', looking: 'parts', 'find-parts': 'solutions 7 region 3447' };
  const answer = (await visit(app, create, '/surveys/new', { as: 'hr', form: fields })) as Response;
  const body = await answer.text();
  expect(answer.status).toBe(200);
  expect((JSON.parse(body) as { offered: { parts: { id: string }[] } }).offered.parts.map((one) => one.id)).toEqual([id('team', 3447)]);
  expect(Buffer.byteLength(body)).toBeLessThan(10_000);
});
