// From a service survey to the plan of a provider, and back to those who said it: by the clock of a company, through what each may see.
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import type { ServicePage } from '#app/domain/reports/service-page.ts';
import { loader as feed } from '#app/routes/feed.tsx';
import { loader as planRoute } from '#app/routes/plans.$id.tsx';
import { loader as newPlan } from '#app/routes/plans.new.tsx';
import { loader as services } from '#app/routes/results.$id.services.tsx';
import { noticeBoard } from '#app/services/notifications/notice-board.server.ts';
import { tellNews } from '#app/services/notifications/tell-news.server.ts';
import { bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { answerIssue, closePlan, commitPlan, finishPlan, reviewPlans, setStepStatus, startPlan } from '#app/services/plans.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { wished } from '#tests/support/planning.ts';
import { aServiceWave, depends, given } from '#tests/support/service-waves.ts';
import { visit } from '#tests/support/visit.ts';

/** Two departments serve sales; the people of sales alone are asked about them. */
async function company(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-03-02T10:00:00Z' });
  await app.data.departments.saveAll([{ ...(await app.data.departments.get('operations'))!, headId: 'operations-1' }]);
  given(await bringServiceMap(app, 'en', { revision: 0, lines: 'Operations; Sales; Transport\nFinance; Sales; Bills' }));
  return app;
}

const isCustomer = (personId: string) => /^(north|south|key)/.test(personId);

/** The people of sales give both providers a score; `raters` of them answer. */
const rated = (app: TestApp, operations: number, { raters = 99 } = {}) => {
  let left = raters;
  return aServiceWave(app, (personId, at, idOf) => (isCustomer(personId) && left-- > 0 ? depends({ [idOf('operations')]: operations - (at % 2), [idOf('finance')]: 3 + (at % 2) }) : null));
};

async function agreedPlan(app: TestApp, provided: string): Promise<string> {
  const head = await actorFor(app, 'operations-1');
  const steps = [{ title: 'Say each evening what will be late', ownerId: 'operations-2', due: addDays(app.today(), 3) }];
  const { planId } = given(await startPlan(app, head, wished({ departmentId: 'operations', dimension: 'service', provided, title: 'Nobody waits without knowing', measures: [], own: { text: 'A list of what is late', kind: 'substantive' }, leading: { name: 'evenings with a list', start: 0, goal: 20 }, target: { index: 60, by: day('2026-12-01') }, steps })));
  given(await commitPlan(app, head, planId));
  const [step] = (await app.data.plans.get(planId))!.steps;
  given(await setStepStatus(app, await actorFor(app, 'operations-2'), { planId, stepId: step!.id, seen: step!.revision, status: 'done' }));
  given(await finishPlan(app, head, planId));
  return planId;
}

const outbox = async (app: TestApp) => app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 1000 });
const told = async (app: TestApp, about: string) => (await outbox(app)).filter(({ subject, text }) => subject === 'What came of what you said' && text.includes(about)).map(({ to }) => to.split('@')[0]!).sort();
const feedOf = async (app: TestApp, as: string) => ((await visit(app, feed, '/feed', { as })) as { feed: { entries: readonly { kind: string; plan?: { id: string } }[] } }).feed.entries.flatMap((one) => one.plan?.id ?? []);
const pageAs = async (app: TestApp, as: string, planId: string) => visit(app, planRoute, `/plans/${planId}`, { as, params: { id: planId } });

describe('a plan is no second door to what customers said', () => {
  const newPlanAs = (app: TestApp, as: string, provided: string) => visit(app, newPlan, `/plans/new?department=finance&dimension=service&provided=${provided}`, { as });
  const readAs = (app: TestApp, as: string, id: string) => visit(app, services, `/results/${id}/services`, { as, params: { id } });

  test('whoever came to lead a provider from above after it was sealed reads its figure neither on the page nor by a plan', async () => {
    const app = await company();
    const id = await rated(app, 3);
    await app.data.departments.saveAll([{ ...(await app.data.departments.get('sales'))!, headId: 'north-1' }, { ...(await app.data.departments.get('finance'))!, parentId: 'sales', headId: 'finance-1' }]);
    const above = await actorFor(app, 'north-1');
    for (const door of [readAs, newPlanAs]) expect(((await door(app, 'north-1', id)) as Response).status).toBe(403);
    const about = { departmentId: 'finance', dimension: 'service', provided: id };
    expect(await startPlan(app, above, wished({ ...about, measures: [], own: { text: 'A list', kind: 'substantive' } }))).toMatchObject({ ok: false, because: 'forbidden' });
    expect(await answerIssue(app, above, { ...about, issueId: null, how: 'declined', reason: 'Not ours', wouldChange: 'More people' })).toMatchObject({ ok: false, because: 'forbidden' });
    expect(await app.data.issues.all()).toEqual([]);
    // Its own head and HR read it through both.
    for (const as of ['finance-1', 'hr']) for (const door of [readAs, newPlanAs]) expect(await door(app, as, id)).not.toBeInstanceOf(Response);
  });
});

describe('what customers say of a provider, over two service surveys', () => {
  test('leads to a plan that is read again, and told to those who rated and to nobody else', async () => {
    const app = await company();
    const first = await rated(app, 3);
    const planId = await agreedPlan(app, first);

    // Agreed: the people of sales, who were asked, read it and hear of it; finance was not asked about operations.
    expect(await feedOf(app, 'north-2')).toEqual([planId]);
    expect(await feedOf(app, 'finance-2')).toEqual([]);
    expect(await pageAs(app, 'finance-2', planId)).toBeInstanceOf(Response);
    app.setNow('2026-03-25T10:00:00Z');
    await tellNews(app);
    const heard = await told(app, 'Nobody waits without knowing');
    expect(heard).toEqual(expect.arrayContaining(['north-2', 'south-3', 'key-accounts-1', 'operations-3']));
    expect(heard.filter((id) => id.startsWith('finance') || id === 'hr')).toEqual([]);
    // The notice board of sales says it too, for those who have no mail.
    const board = given(await noticeBoard(app, await actorFor(app, 'hr'), { language: 'en', wanted: 'north' }));
    expect(JSON.stringify(board.parts)).toContain('Nobody waits without knowing');

    app.setNow('2026-09-01T10:00:00Z');
    const second = await rated(app, 5);
    expect(await reviewPlans(app)).toBe(1);
    expect(await app.data.plans.get(planId)).toMatchObject({ state: 'reviewed', review: { releaseHash: expect.any(String), early: true, verdict: 'no-clear-change', reached: 'clearly', effect: { beyond: null } } });

    // What came of it stands where a customer looks, with the figures of all customers together.
    const page = (await pageAs(app, 'north-2', planId)) as { view: { plan: { review: { effect: { from: { index: number; n: number }; to: { index: number; n: number } } } } } };
    const { from, to } = page.view.plan.review.effect;
    expect(to.index).toBe(from.index + 50);
    expect(Math.min(from.n, to.n)).toBeGreaterThanOrEqual(8);
    given(await closePlan(app, await actorFor(app, 'hr'), { planId, achieved: true, result: 'You wait half as often', next: 'We go on', lesson: '' }));
    app.setNow('2026-09-22T10:00:00Z');
    await tellNews(app);
    expect(await told(app, 'You wait half as often')).toEqual(heard);

    // And on the page of the second survey: how far it moved, beside the other that did not.
    const { service } = (await visit(app, services, `/results/${second}/services`, { as: 'hr', params: { id: second } })) as { service: ServicePage };
    const movedOf = (name: string) => service.providers.find((one) => one.name === name)!.moved!;
    expect(movedOf('Operations')).toMatchObject({ change: { arrow: 'up', points: 50, broken: null }, before: { index: from.index, closed: expect.stringMatching(/^2026-03/) } });
    expect(movedOf('Finance')).toMatchObject({ change: { arrow: null, points: 0, broken: null } });
    expect(movedOf('Operations').points).toHaveLength(2);
  }, 120_000);

  test('tells nothing of a second survey in which fewer than eight rated it', async () => {
    const app = await company();
    const planId = await agreedPlan(app, await rated(app, 3));
    app.setNow('2026-09-01T10:00:00Z');
    const second = await rated(app, 5, { raters: 7 });
    await reviewPlans(app);
    expect(await app.data.plans.get(planId)).toMatchObject({ review: { verdict: 'not-measurable', because: 'too-few', effect: null } });
    app.setNow('2026-09-22T10:00:00Z');
    await tellNews(app);
    const letters = (await outbox(app)).filter(({ text }) => text.includes('Nobody waits without knowing') && text.includes('Whether it helped'));
    expect(letters.length).toBeGreaterThan(0);
    for (const { text } of letters) expect(text).not.toMatch(/from \d+ to \d+|\d+ of 100/);
    expect(((await visit(app, services, `/results/${second}/services`, { as: 'hr', params: { id: second } })) as { service?: ServicePage }).service?.providers ?? []).toEqual([]);
  }, 120_000);
});
