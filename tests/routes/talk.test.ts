import { describe, expect, test } from 'vitest';
import { action as ofRegister, loader as register } from '#app/routes/plans.inquiries.tsx';
import { action as keepTalk, loader as talk } from '#app/routes/plans.talk.tsx';
import { action as bring, loader as secondary } from '#app/routes/plans.secondary.tsx';
import { action as ofFile } from '#app/routes/plans.secondary_.file.tsx';
import { loader as feed } from '#app/routes/feed.tsx';
import { loader as plan } from '#app/routes/plans.$id.tsx';
import { loader as newPlan } from '#app/routes/plans.new.tsx';
import { loader as team } from '#app/routes/team.tsx';
import { loader as full } from '#app/routes/results.$id.full.tsx';
import { offeredSupports, restPlanOn, startPlan, type BesideScores, type InquiryRegister, type SecondaryPage, type TalkPage } from '#app/services/plans.server.ts';
import type { PlanPage } from '#app/domain/plans/plan-page.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';

const talkOf = async (app: TestApp, as: string, query = '?department=north') => {
  const shown = await visit(app, talk, `/plans/talk${query}`, { as });
  return shown instanceof Response ? shown.status : (shown as { talk: TalkPage }).talk;
};
const held = { request: 'r-1', department: 'north', day: '2026-11-23', participants: '9', points: 'Rush orders come on Fridays.\nSales closes its week then.' };
const keep = (app: TestApp, form: Record<string, string> = {}, as = 'north-1') => visit(app, keepTalk, '/plans/talk', { as, form: { ...held, ...form } }) as Promise<Response>;
const recordAs = (app: TestApp, as: string, form: Record<string, string> = {}) =>
  visit(app, ofRegister, '/plans/inquiries', { as, form: { intent: 'record', kind: 'focus-group', topic: 'Rush orders', moderator: as, ...held, ...form } }) as Promise<Response>;
const told = async (app: TestApp, as: string) => ((await visit(app, feed, '/feed', { as })) as { told: InquiryRegister['told'] }).told.map(({ inquiry }) => [inquiry.kind, inquiry.participants]);
const because = async (answer: Promise<Response>) => {
  const { status, ...rest } = await answer.then(async (one) => ({ status: one.status, ...((await one.json()) as { errors: object; words: Record<string, string> }) }));
  return [status, rest.errors];
};

describe('the talk about the results', () => {
  test('has a sheet for each department its reader leads, and none for others', async () => {
    const app = await aPlanningApp();
    const own = (await talkOf(app, 'north-1')) as TalkPage;
    expect(own.sheet?.short.length).toBeGreaterThan(0);
    expect([own.department.name, own.present, own.held]).toEqual(['North', { least: 3, most: 12 }, []]);
    expect(((await talkOf(app, 'hr', '?department=operations')) as TalkPage).department.id).toBe('operations');
    expect(await talkOf(app, 'north-1', '?department=operations')).toBe(403);
    expect(await talkOf(app, 'north-2')).toBe(403);
    expect(((await talkOf(app, 'hr', '?department=key-accounts')) as TalkPage).sheet?.group.with.length).toBeGreaterThan(0);
  });

  test('is kept once however often it is sent, and its department reads it; nobody sideways does', async () => {
    const app = await aPlanningApp();
    const kept = await keep(app);
    expect([kept.status, kept.headers.get('location')]).toEqual([302, '/plans/talk?department=north&saved']);
    await keep(app);
    expect(((await talkOf(app, 'north-1')) as TalkPage).held).toMatchObject([{ participants: 9, day: '2026-11-23', surveyId: expect.any(String) as string }]);
    expect(await told(app, 'north-2')).toEqual([['talk', 9]]);
    expect(await told(app, 'operations-1')).toEqual([]);
    const shown = (await visit(app, team, '/team?department=north', { as: 'north-1' })) as { beside: BesideScores };
    expect(shown.beside).toMatchObject({ talks: [{ participants: 9 }], talkedOver: null });
  });

  test('is refused with the field and what would be right, and what was typed comes back', async () => {
    const app = await aPlanningApp();
    expect(await because(keep(app, { participants: '2' }))).toEqual([422, { participants: 'talk-too-few' }]);
    expect(await because(keep(app, { participants: '13' }))).toEqual([422, { participants: 'more-than-department' }]);
    expect(await because(keep(app, { participants: 'nine' }))).toEqual([422, { participants: 'whole-people' }]);
    expect(await because(keep(app, { day: '2026-12-01' }))).toEqual([422, { day: 'inquiry-day-ahead' }]);
    expect(await because(keep(app, { points: 'Person north-3 said so' }))).toEqual([422, { points: 'names-somebody' }]);
    expect((await keep(app, {}, 'south-1')).status).toBe(302);
    expect((await keep(app, { department: 'operations' })).status).toBe(403);
    const typed = (await (await keep(app, { participants: '2' })).json()) as { values: object; words: Record<string, string> };
    expect(typed).toMatchObject({ values: { points: held.points }, words: { participants: '2 people are too few: at least 3, so that nobody can tell who said what' } });
  });
});

describe('the register', () => {
  test('refuses a focus group of five with the reason and what would be right', async () => {
    const app = await aPlanningApp();
    const refused = (await (await recordAs(app, 'north-1', { participants: '5' })).json()) as { errors: object; words: Record<string, string> };
    expect(refused).toMatchObject({ errors: { participants: 'focus-group-size' }, words: { participants: 'A focus group is 8 to 12 people with one moderator, and 5 were given. With fewer, note down interviews or depth talks; with more, make two groups of it' } });
    expect(await because(recordAs(app, 'north-1', { department: 'moon' }))).toEqual([422, { department: 'no-such-department' }]);
    expect(await because(recordAs(app, 'north-1', { moderator: 'nobody' }))).toEqual([422, { moderator: 'no-such-person' }]);
    expect((await recordAs(app, 'north-1', { department: 'south' })).status).toBe(403);
  });

  test('shows a head the own departments and HR all; what two people said is not in the feed', async () => {
    const app = await aPlanningApp();
    await recordAs(app, 'north-1', { moderator: 'outside' });
    await recordAs(app, 'north-1', { request: 'r-2', kind: 'depth-talk', participants: '2' });
    await recordAs(app, 'hr', { request: 'r-3', department: 'operations' });
    const seen = async (as: string) => ((await visit(app, register, '/plans/inquiries', { as })) as { register: InquiryRegister }).register.told.map(({ inquiry }) => inquiry.id).sort();
    expect([await seen('north-1'), await seen('hr'), await seen('south-1')]).toEqual([['r-1', 'r-2'], ['r-1', 'r-2', 'r-3'], ['r-1', 'r-2']]);
    expect(await told(app, 'north-2')).toEqual([['focus-group', 9]]);
  });

  test('lets go of a record, out of plans too, for who wrote it down and for HR', async () => {
    const app = await aPlanningApp();
    await recordAs(app, 'north-1');
    const planId = await aPlan(app);
    const remove = (as: string) => visit(app, ofRegister, '/plans/inquiries', { as, form: { intent: 'remove', inquiry: 'r-1' } }) as Promise<Response>;
    expect((await remove('south-1')).status).toBe(403);
    expect((await remove('hr')).headers.get('location')).toBe('/plans/inquiries?removed');
    expect(await app.data.planSupports.ofPlan(planId)).toEqual([]);
    expect((await remove('hr')).status).toBe(404);
  });
});

/** Of North, resting on everything there is. */
async function aPlan(app: TestApp): Promise<string> {
  const started = await startPlan(app, await head(app), wished());
  if (!started.ok) throw new Error(started.because);
  const { offered } = await offeredSupports(app, 'north', null);
  await restPlanOn(app, await head(app), started.value.planId, offered.map(({ ref }) => ref));
  return started.value.planId;
}

describe('a plan', () => {
  test('is offered what was found out in its department, keeps it as it was, and shows members no more than they may read', async () => {
    const app = await aPlanningApp();
    await keep(app);
    await recordAs(app, 'north-1', { request: 'r-2', kind: 'depth-talk', participants: '2' });
    await visit(app, bring, '/plans/secondary', { as: 'hr', form: { revision: '0', lines: 'North; Overtime; 12.5; 2026-Q3; Time records' } });
    const offer = (await visit(app, newPlan, '/plans/new?department=north&dimension=workload', { as: 'north-1' })) as { supports: { offered: readonly { readonly ref: string }[] } };
    expect(offer.supports.offered.map(({ ref }) => ref).sort()).toEqual(['figure-north-overtime-2026-Q3', 'inquiry-r-1', 'inquiry-r-2']);
    const planId = await aPlan(app);
    const rests = async (as: string) => {
      const shown = (await visit(app, plan, `/plans/${planId}`, { as, params: { id: planId } })) as { view: PlanPage };
      return [shown.view.rests.supports.length, shown.view.rests.kept];
    };
    expect(await rests('north-1')).toEqual([3, 0]);
    const written = (await app.data.plans.get(planId))!;
    await app.data.plans.replace({ ...written, state: 'consulted', revision: written.revision + 1, days: { ...written.days, consulted: app.today() } }, written.revision);
    expect(await rests('north-2')).toEqual([1, 2]);
    await visit(app, bring, '/plans/secondary', { as: 'hr', form: { revision: '1', lines: '' } });
    expect(await rests('hr')).toEqual([3, 0]);
    await restPlanOn(app, await head(app), planId, ['inquiry-r-1', 'inquiry-of-nobody']);
    expect(await rests('hr')).toEqual([1, 0]);
  });
});

describe('company records', () => {
  const shown = async (app: TestApp) => ((await visit(app, secondary, '/plans/secondary', { as: 'hr' })) as { secondary: SecondaryPage }).secondary;
  const save = (app: TestApp, lines: string, revision = '0') => visit(app, bring, '/plans/secondary', { as: 'hr', form: { revision, lines } }) as Promise<Response>;

  test('stand beside the scores for HR and the head, and come back as they were written', async () => {
    const app = await aPlanningApp();
    expect((await save(app, 'North; Overtime; 12,5; 2026-Q3; "Time; records"')).headers.get('location')).toBe('/plans/secondary?saved');
    const page = await shown(app);
    expect(page).toMatchObject({ revision: 1, values: 1, departments: 1, lines: 'North; Overtime; 12.5; 2026-Q3; "Time; records"' });
    const latest = (await app.data.releases.listed()).at(-1)!.surveyId;
    const beside = async (as: string) => ((await visit(app, full, `/results/${latest}/full?department=north`, { as, params: { id: latest } })) as { beside: BesideScores }).beside.figures;
    expect([await beside('hr'), await beside('north-1')]).toEqual(Array(2).fill([{ departmentId: 'north', kind: 'overtime', value: 12.5, period: '2026-Q3', source: 'Time; records', people: 12 }]));
    expect(((await visit(app, secondary, '/plans/secondary', { as: 'north-1' })) as Response).status).toBe(403);
  });

  test('of a group under k are refused, nothing is saved, and each wrong line is told', async () => {
    const app = await aPlanningApp();
    const refused = await save(app, 'Key accounts; Overtime; 30; 2026; T\nNrth; Overtime; 9; 2026; T');
    expect(refused.status).toBe(422);
    const said = (await refused.json()) as { errors: object; details: { problems: string } };
    expect(said.errors).toEqual({ lines: 'secondary-wrong' });
    expect(said.details.problems.split('\n')).toEqual([
      'Line 1: Key accounts has 3 people. A value of fewer than 5 would say something about single people: leave it out, or give one value for the department above',
      'Line 2: there is no department “Nrth”. Is it “North”?',
    ]);
    expect((await shown(app)).values).toBe(0);
  });

  test('of a file come into the field below those that are kept, with what is wrong, and nothing is saved', async () => {
    const app = await aPlanningApp();
    await save(app, 'North; Overtime; 8; 2025; T');
    const right = await uploadTo(app, ofFile, { as: 'hr', files: { file: '\uFEFFdepartment,kind,value,time,source\nNorth,加班,9,2026,T\n' } });
    expect([right.status, await right.json()]).toMatchObject([200, { errors: {}, values: { lines: 'North; Overtime; 8; 2025; T\nNorth; 加班; 9; 2026; T' } }]);
    const wrong = await uploadTo(app, ofFile, { as: 'hr', files: { file: 'Moon;Overtime;9;2026;T' } });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: { lines: 'secondary-wrong' }, details: { problems: 'Line 2: there is no department “Moon”. Write it as the list of departments does, for example “Amber”' } }]);
    const broken = await uploadTo(app, ofFile, { as: 'hr', files: { file: 'North;"Overtime;9;2026;T' } });
    expect([broken.status, ((await broken.json()) as { errors: object }).errors]).toEqual([422, { file: 'outside-unreadable' }]);
    expect((await shown(app)).values).toBe(1);
    expect(await because(save(app, 'North; Overtime; 8; 2025; T', '0'))).toEqual([422, { '': 'yardsticks-changed' }]);
  });

  test('of a department that is gone stay, and can be saved again', async () => {
    const app = await aPlanningApp();
    await save(app, 'South; Overtime; 8; 2025; T');
    const south = (await app.data.departments.get('south'))!;
    await app.data.departments.saveAll([{ ...south, closed: true }]);
    const { lines, revision } = await shown(app);
    expect((await save(app, lines, String(revision))).status).toBe(302);
  });
});
