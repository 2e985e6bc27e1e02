import { beforeAll, describe, expect, test } from 'vitest';
import type { CommentsPage } from '#app/domain/reports/comments-page.ts';
import type { MethodPage } from '#app/domain/reports/method-page.ts';
import type { OwnPage } from '#app/domain/reports/own-page.ts';
import type { QuestionsPage } from '#app/domain/reports/questions-page.ts';
import type { ResultsPage } from '#app/domain/reports/results-page.ts';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import { loader as own } from '#app/routes/results.$id._index.tsx';
import { loader as comments } from '#app/routes/results.$id.comments.tsx';
import { loader as full } from '#app/routes/results.$id.full.tsx';
import { loader as method } from '#app/routes/results.$id.method.tsx';
import { loader as questions } from '#app/routes/results.$id.questions.tsx';
import { loader as list } from '#app/routes/results._index.tsx';
import { prepareResults, readDepartment } from '#app/services/reports/read-results.server.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey, type Closed, type WaveSketch } from '#tests/support/waves.ts';

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Key accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
  { id: 'finance', parentId: 'amber', name: 'Finance' },
];
const people = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 };
const declared: Pick<WaveSketch, 'backgrounds' | 'cuts'> = {
  backgrounds: { tenure: ['new', 'long'], place: ['office', 'home'] },
  cuts: [{ question: 'tenure', scope: 'company' }, { question: 'place', scope: 'company' }],
};
let waves: readonly Closed[];

beforeAll(() => {
  waves = [1, 2].map((seed) => aClosedSurvey({ id: `pulse-${seed}`, closed: `2026-0${seed}-20`, tree, people, seed, commentEvery: 2, further: ['MGR-01'], ...declared }));
});

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, waves);
  return app;
}

const params = { id: 'pulse-2' };

describe('the list', () => {
  test('shows the latest first to everybody, and full results to HR alone', async () => {
    const app = await company();
    const [employee, hr] = (await Promise.all(['operations-1', 'hr'].map((as) => visit(app, list, '/results', { as })))) as { surveys: readonly ClosedSurvey[]; mayReadAll: boolean }[];
    expect(employee?.surveys.map(({ id }) => id)).toEqual(['pulse-2', 'pulse-1']);
    expect([employee?.mayReadAll, hr?.mayReadAll]).toEqual([false, true]);
  });

  test('is empty before the first survey closes', async () => {
    const app = await testApp();
    await aSmallCompany(app);
    expect(await visit(app, list, '/results', { as: 'hr' })).toMatchObject({ surveys: [] });
  });
});

describe('full results', () => {
  test('show HR the company with its heat map, findings and the survey before', async () => {
    const { results } = (await visit(await company(), full, '/results/pulse-2/full', { as: 'hr', params })) as { results: ResultsPage };
    expect(results.survey).toMatchObject({ id: 'pulse-2', k: 5, previous: { id: 'pulse-1' } });
    expect(results.findings).toHaveLength(3);
    expect(results.heat?.rows[0]?.group.names).toEqual([{ name: 'Amber', direct: false }]);
    expect(results.trends.every((trend) => trend.points.length === 2)).toBe(true);
  });

  test('count a department of three with its neighbour and say so', async () => {
    const app = await company();
    const { results } = (await visit(app, full, '/results/pulse-2/full?department=key-accounts', { as: 'hr', params })) as { results: ResultsPage };
    expect(results.group.answered).toBeGreaterThanOrEqual(5);
    expect(results.group.with.length).toBeGreaterThan(0);
  });

  test('speak the language of the reader', async () => {
    const app = await company();
    const person = await app.data.people.get('hr');
    if (person) await app.data.people.save({ ...person, language: 'zh-Hant' });
    const { results } = (await visit(app, full, '/results/pulse-2/full', { as: 'hr', params })) as { results: ResultsPage };
    expect(results.heat?.columns.map(({ label }) => label)).toContain('薪資待遇');
    expect(results.survey.title).toBe('脈搏 pulse-2');
  });

  test('know no survey and no department that is not in a release', async () => {
    const app = await company();
    for (const [path, id] of [['/results/nothing/full', 'nothing'], ['/results/pulse-2/full?department=elsewhere', 'pulse-2']] as const) {
      expect(((await visit(app, full, path, { as: 'hr', params: { id } })) as Response).status).toBe(404);
    }
  });

  test('carry no figure about fewer than five people', async () => {
    const app = await company();
    for (const { id } of tree) {
      const { results } = (await visit(app, full, `/results/pulse-2/full?department=${id}`, { as: 'hr', params })) as { results: ResultsPage };
      const ns = [...JSON.stringify(results).matchAll(/"(?:n|answered)":(\d+)/g)].map((found) => Number(found[1]));
      expect(Math.min(...ns), id).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('tables by background', () => {
  test('are chosen by the address, one at a time', async () => {
    const app = await company();
    for (const [query, chosen] of [['', 'tenure'], ['?cut=place', 'place'], ['?cut=tenure&cut=place', 'tenure'], ['?cut=nothing', 'tenure']] as const) {
      const { results } = (await visit(app, full, `/results/pulse-2/full${query}`, { as: 'hr', params })) as { results: ResultsPage };
      expect(results.cuts.chosen?.question, query).toBe(chosen);
      expect(results.cuts.tables.map(({ question }) => question)).toEqual(['tenure', 'place']);
    }
  });

  test('of the company are no business of a head', async () => {
    const { results } = (await visit(await company(), full, '/results/pulse-2/full', { as: 'north-1', params })) as { results: ResultsPage };
    expect(results.cuts).toEqual({ tables: [], chosen: null, elsewhere: [] });
  });

  test('attack 18: no number of theirs is more precise than the release', async () => {
    const { results } = (await visit(await company(), full, '/results/pulse-2/full', { as: 'hr', params })) as { results: ResultsPage };
    const { cuts } = waves[1]!.release;
    const published = new Set(cuts.flatMap((cut) => cut.bands.flatMap(({ answered, favourable }) => [answered, ...Object.values(favourable).map(([, valid]) => valid)])));
    const counts = [...JSON.stringify(results.cuts).matchAll(/"(?:n|answered)":(\d+)/g)].map((found) => Number(found[1]));
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.filter((count) => !published.has(count))).toEqual([]);
    const numbers = [...JSON.stringify(results.cuts).matchAll(/:(-?[\d.]+)/g)].map((found) => Number(found[1]));
    expect(numbers.filter((number) => !Number.isInteger(number))).toEqual([]);
  });

  test('are explained to everybody, with what became of each', async () => {
    const { method: note } = (await visit(await company(), method, '/results/pulse-2/method', { as: 'operations-1', params })) as { method: MethodPage };
    expect(note.cuts.map(({ question }) => question)).toEqual(['Time with us', 'Place of work']);
    for (const cut of note.cuts) expect([cut.bands === null, cut.why === null]).toContain(false);
  });
});

test('results may be prepared before there are any and as often as one likes', async () => {
  const empty = await testApp();
  await expect(prepareResults(empty)).resolves.toBeUndefined();
  const app = await company();
  await prepareResults(app);
  await prepareResults(app);
  expect(await visit(app, full, '/results/pulse-2/full', { as: 'hr', params })).not.toBeInstanceOf(Response);
});

describe('questions', () => {
  test('show no distribution below eight answers and no single points below ten', async () => {
    const app = await company();
    for (const { id } of tree) {
      const page = ((await visit(app, questions, `/results/pulse-2/questions?department=${id}`, { as: 'hr', params })) as { questions: QuestionsPage }).questions;
      for (const question of page.dimensions.flatMap((dimension) => dimension.questions)) {
        if (question.level.n < 8) expect([question.shares, question.agreement], question.id).toEqual([null, null]);
        if (question.level.n < 10) expect(question.points, question.id).toBeNull();
        for (const reason of question.reasons) expect(reason.people).toBeGreaterThanOrEqual(5);
      }
    }
  });
});

describe('comments', () => {
  test('come from groups of ten, without anything beside the text', async () => {
    const answer = (await visit(await company(), comments, '/results/pulse-2/comments', { as: 'hr', params })) as { comments: CommentsPage };
    expect(answer.comments.group?.answered).toBeGreaterThanOrEqual(10);
    expect(answer.comments.total).toBeGreaterThan(0);
    for (const comment of answer.comments.comments) expect(typeof comment).toBe('string');
  });

  test('a page number that is none is the first page', async () => {
    const app = await company();
    for (const page of ['-3', 'x', '999']) {
      expect(await visit(app, comments, `/results/pulse-2/comments?page=${page}`, { as: 'hr', params })).toMatchObject({ comments: { pages: 1, page: 1 } });
    }
  });
});

describe('everybody', () => {
  test('sees the company and the own department by the same rules', async () => {
    const { page } = (await visit(await company(), own, '/results/pulse-2', { as: 'operations-1', params })) as { page: OwnPage };
    expect(page.company.group.names[0]?.name).toBe('Amber');
    expect(page.own?.group.names[0]?.name).toBe('Operations');
    expect(page.rows.find((row) => row.id === 'pay')?.own?.level.n).toBeGreaterThanOrEqual(5);
  });

  test('in a small department sees whom it is counted with', async () => {
    const { page } = (await visit(await company(), own, '/results/pulse-2', { as: 'finance-1', params })) as { page: OwnPage };
    expect(page.own?.group.answered).toBeGreaterThanOrEqual(5);
    expect(page.own?.group.with.length).toBeGreaterThan(0);
  });

  test('reads no comment and no other department', async () => {
    const page = await visit(await company(), own, '/results/pulse-2', { as: 'operations-1', params });
    const text = JSON.stringify(page);
    expect(text).not.toContain('printer');
    expect(text).not.toContain('South');
  });

  test('whose department a survey did not know still sees the company', async () => {
    const app = await company();
    const person = await app.data.people.get('operations-1');
    if (person) await app.data.people.save({ ...person, departmentId: null });
    expect(await visit(app, own, '/results/pulse-2', { as: 'operations-1', params })).toMatchObject({ page: { own: null } });
  });

  test('may read how the numbers were made', async () => {
    const app = await company();
    const answer = await visit(app, method, '/results/pulse-2/method', { as: 'operations-1', params });
    expect(answer).toMatchObject({ method: { survey: { k: 5 }, counts: { ballots: 42 }, previous: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(((await visit(app, method, '/results/nothing/method', { as: 'operations-1', params: { id: 'nothing' } })) as Response).status).toBe(404);
  });
});

describe('a head', () => {
  test('opens the full results at the own branch, without comments, and is refused beside it', async () => {
    const app = await company();
    for (const loader of [full, questions]) {
      const own = (await visit(app, loader, '/results/pulse-2/full', { as: 'north-1', params })) as { mayReadComments: boolean };
      expect(own).toMatchObject({ mayReadComments: false });
      expect(JSON.stringify(own)).not.toContain('printer');
      const beside = await visit(app, loader, '/results/pulse-2/full?department=operations', { as: 'north-1', params });
      expect((beside as Response).status).toBe(403);
    }
    const { results } = (await visit(app, full, '/results/pulse-2/full', { as: 'north-1', params })) as { results: ResultsPage };
    expect([results.department, results.departments.map(({ id }) => id)]).toEqual(['north', ['north']]);
    expect(JSON.stringify(results)).not.toContain('South');
  });

  test('the best department beside one is named to those who may read it', async () => {
    const app = await company();
    const bestOf = async (as: string, department: string) => {
      const { results } = (await visit(app, full, `/results/pulse-2/full?department=${department}`, { as, params })) as { results: ResultsPage };
      return Object.fromEntries(results.dimensions.map(({ id, best, level }) => [id, best && { ...best, above: best.index > level.index }]));
    };
    const named = Object.values(await bestOf('hr', 'operations')).filter((best) => best !== null);
    expect(named.length).toBeGreaterThan(0);
    expect(named.every(({ department, name, above }) => department === 'sales' && name === 'Sales' && above)).toBe(true);
    // Operations is shown together with Finance, so that it has no number of its own to stand beside another.
    expect(Object.values(await bestOf('hr', 'sales')).filter((best) => best !== null)).toEqual([]);
    expect(Object.values(await bestOf('hr', 'amber')).filter((best) => best !== null)).toEqual([]);
    await app.data.departments.saveAll((await app.data.departments.open()).map((one) => (one.id === 'operations' ? { ...one, headId: 'operations-1' } : one)));
    expect(Object.values(await bestOf('operations-1', 'operations')).filter((best) => best !== null)).toEqual([]);
  });

  test('finds the way there from what everybody sees; others do not', async () => {
    const app = await company();
    const offered = await Promise.all(['north-1', 'hr', 'operations-2'].map(async (as) => ((await visit(app, own, '/results/pulse-2', { as, params })) as { page: { mayReadMore: boolean } }).page.mayReadMore));
    expect(offered).toEqual([true, true, false]);
  });

  test('reads the own branch and nothing beside it', async () => {
    const app = await company();
    const head = await actorFor(app, 'south-1');
    const look = { surveyId: 'pulse-2', language: 'en' as const };
    for (const department of ['sales', 'north', 'key-accounts']) expect((await readDepartment(app, head, { ...look, department })).ok, department).toBe(true);
    for (const department of ['operations', 'amber', null]) {
      expect(await readDepartment(app, head, { ...look, department })).toMatchObject({ ok: false, because: 'forbidden' });
    }
  });

  test('gets strengths and short planks with their evidence', async () => {
    const app = await company();
    const read = await readDepartment(app, await actorFor(app, 'north-1'), { surveyId: 'pulse-2', department: 'north', language: 'zh-Hans' });
    expect(read).toMatchObject({ ok: true, value: { department: 'north' } });
    if (!read.ok) return;
    expect(read.value.short.length).toBeGreaterThan(0);
    for (const plank of [...read.value.strengths, ...read.value.short]) expect(plank.level.n).toBeGreaterThanOrEqual(5);
  });
});

test('own words are read by HR, and by no head, employee or administrator without that role', async () => {
  const app = await company();
  const read = await Promise.all(['hr', 'admin', 'north-1', 'operations-1'].map((as) => visit(app, comments, '/results/pulse-2/comments', { as, params })));
  expect(read.map((answer) => (answer instanceof Response ? answer.status : (answer as { comments: CommentsPage }).comments.total > 0))).toEqual([true, 403, 403, 403]);
});
