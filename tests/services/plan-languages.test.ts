// One plan, read by people of three languages: wherever it is told, each reads it as its owner gave it, and a fallback is named.
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { noticeBoard } from '#app/services/notifications/notice-board.server.ts';
import { tellNews } from '#app/services/notifications/tell-news.server.ts';
import { boardPage, calendarFile, commitPlan, dailyPlanLetters, editPage, editPlan, feedFor, planPage, plansFile, plansSaid, reportBlocker, startPlan, teamPage } from '#app/services/plans.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { action as make, loader as fresh } from '#app/routes/plans.new.tsx';
import { loader as promises } from '#app/routes/plans.promises.tsx';
import { textOf } from '#app/text/text.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, hr, later, wished } from '#tests/support/planning.ts';
import { cookieOf, visit } from '#tests/support/visit.ts';

const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};
/** Those written since it was asked last. */
const outbox = async (app: TestApp) => app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2199-01-01T00:00:00.000Z', limit: 1000 });

const chinese = { title: '一次少做一点', own: ['一份清单'], counted: '停下的任务', promise: '', steps: ['列出事项'] };
const asked = wished({ written: 'en', said: { 'zh-Hans': chinese }, own: { text: 'One list', kind: 'substantive' } });

/** North 2 reads Simplified Chinese, North 3 Traditional. */
async function told(): Promise<{ app: TestApp; planId: string }> {
  const app = await aPlanningApp();
  for (const [id, language] of [['north-2', 'zh-Hans'], ['north-3', 'zh-Hant']] as const) await app.data.people.saveAll([{ ...(await app.data.people.get(id))!, language }]);
  const { planId } = value(await startPlan(app, await head(app), asked));
  value(await commitPlan(app, await head(app), planId));
  return { app, planId };
}

describe('a plan in two languages', () => {
  test('is read in the reader’s on its page, in the feed, at home, in the table, in the calendar and on the notice board', async () => {
    const { app, planId } = await told();
    const reader = await actorFor(app, 'north-2');
    const page = value(await planPage(app, reader, planId, 'zh-Hans'));
    expect([page.plan.title, page.plan.steps[0]?.title, Object.values(page.words.measures)[1], Object.values(page.words.counted)[0], page.words.instead]).toEqual(['一次少做一点', '列出事项', '一份清单', '停下的任务', null]);
    const [entry] = (await feedFor(app, reader, 'zh-Hans')).entries;
    expect(entry).toMatchObject({ plan: { title: '一次少做一点' }, words: { instead: null } });
    const home = await homeOf(app, reader);
    expect([home.news[0], home.duties[0]]).toMatchObject([{ title: '一次少做一点' }, { title: '列出事项', planTitle: '一次少做一点' }]);
    expect(await calendarFile(app, reader, 'zh-Hans')).toContain('列出事项');
    expect(await plansFile(app, 'zh-Hans')).toContain('一次少做一点');
    expect(await plansFile(app, 'en')).toContain('Less at once');
    expect(JSON.stringify(value(await noticeBoard(app, await head(app), { language: 'zh-Hans', wanted: 'north' })).parts)).toContain('一次少做一点');
    expect(value(await teamPage(app, await head(app), 'zh-Hans', 'north')).plans[0]?.plan.title).toBe('一次少做一点');
    const report = async (language: 'en' | 'zh-Hans' | 'zh-Hant') => (await plansSaid(app, await head(app), { within: new Set(['north']), language })).map(({ title }) => title);
    expect([await report('zh-Hans'), await report('zh-Hant')]).toEqual([['一次少做一点'], [textOf('zh-Hant')('plan.instead.title', { title: '一次少做一点', language: '简体中文' })]]);
    await reportBlocker(app, await head(app), { planId, request: 'b1', kind: 'resource', text: 'Nobody is free' });
    expect((await boardPage(app, await hr(app), { wish: { stage: null, find: '', page: 1 }, language: 'zh-Hans' })).blockers[0]?.plan.title).toBe('一次少做一点');
  });

  test('is told in letters as each language has it; what is read in another is named', async () => {
    const { app, planId } = await told();
    const step = (await outbox(app)).find(({ to }) => to.startsWith('north-2'))!;
    expect([step.subject, step.text]).toEqual([expect.stringContaining('一次少做一点'), expect.stringContaining('列出事项')]);
    await tellNews(app);
    const news = await outbox(app);
    const newsOf = (person: string) => news.find(({ to }) => to.startsWith(`${person}@`))?.text;
    expect(newsOf('north-5')).toContain('Less at once');
    expect(newsOf('north-2')).toContain('一次少做一点');
    expect(newsOf('north-3')).toContain(textOf('zh-Hant')('plan.instead.title', { title: '一次少做一点', language: '简体中文' }));
    // It was written in English: what they read is another's translation, and not the original.
    expect(newsOf('north-3')).not.toContain('原文');
    expect(value(await planPage(app, await actorFor(app, 'north-3'), planId, 'zh-Hant')).words.instead).toBe('简体中文');
    app.setNow('2026-12-03');
    await dailyPlanLetters(app);
    expect((await outbox(app)).filter(({ id, to }) => id.startsWith('plans-') && to.startsWith('north-2')).map(({ text }) => text).join()).toContain('列出事项');
  });

  test('stands in the form as it was written, whoever opens it, and is changed there', async () => {
    const { app, planId } = await told();
    later(app, 1);
    const page = value(await editPage(app, await hr(app), planId, textOf('zh-Hans')));
    expect(page.terms.title).toBe('Less at once');
    expect(page.wishes).toMatchObject({ own: 'One list', written: 'en', elsewhere: { 'zh-Hans': chinese, 'zh-Hant': { title: '' } } });
    const { title } = page.terms;
    const { cause, measures } = page.wishes;
    const edit = { planId, seen: page.plan.revision, ownerId: 'north-1', title, cause, measures, own: { text: 'One list', kind: 'substantive' as const }, leading: null, valueFigure: '', promise: null, target: asked.target! };
    value(await editPlan(app, await hr(app), { ...edit, written: 'en', said: { 'zh-Hans': { ...chinese, title: '少做' } } }));
    expect(value(await planPage(app, await hr(app), planId, 'zh-Hans')).plan.title).toBe('少做');
    const again = (await app.data.plans.get(planId))!.revision;
    expect(await editPlan(app, await hr(app), { ...edit, seen: again, written: 'en', said: { 'zh-Hans': { ...chinese, steps: ['一', '二'] } } })).toMatchObject({ because: 'as-many-lines' });
  });

  test('is read in the language that was chosen in this browser, also where that is not the person’s own', async () => {
    const app = await aPlanningApp();
    const promise = { text: 'The plan of the week by Thursday', due: addDays(app.today(), 14) };
    const { planId } = value(await startPlan(app, await head(app), { ...asked, cause: 'expectation', promise, said: { 'zh-Hans': { ...chinese, promise: '周四前公布周计划' } } }));
    value(await commitPlan(app, await head(app), planId));
    const seen = async (loader: typeof promises | typeof fresh, path: string) => JSON.stringify(await visit(app, loader, path, { headers: { cookie: `${await cookieOf(app, 'north-1')}; murmur_language=zh-Hans` } }));
    expect(await seen(promises, '/plans/promises')).toContain('周四前公布周计划');
    expect(await seen(fresh, '/plans/new?department=north&dimension=workload')).toContain('一次少做一点');
  });

  test('may quote a comment in none of its languages', async () => {
    const app = await aPlanningApp();
    expect(await startPlan(app, await head(app), { ...asked, said: { 'zh-Hans': { ...chinese, title: 'They said: Thank you for the training day' } } })).toMatchObject({ because: 'quotes-a-comment' });
  });
});

describe('the form', () => {
  const filled = { request: 'form-1', issue: '', department: 'north', dimension: 'workload', cause: 'value', title: 'Less at once', measures: 'M-WKL-1', own: '', leadingName: 'tasks stopped', leadingStart: '0', leadingGoal: '3', target: '60', by: '2027-03-31', stepTitle: 'List what we do', stepOwner: 'north-2', stepDue: '2026-12-04' };

  test('takes every language of the product, leaves out the one its own words are in, and says which field is wrong', async () => {
    const app = await aPlanningApp();
    const wrong = (await visit(app, make, '/plans/new', { as: 'north-1', form: { ...filled, written: 'en', 'title-zh-Hant': '一次少做一點', 'steps-zh-Hant': '甲\n乙' } })) as Response;
    expect([wrong.status, ((await wrong.json()) as { errors: object }).errors]).toEqual([422, { 'steps-zh-Hant': 'as-many-lines' }]);
    await visit(app, make, '/plans/new', { as: 'north-1', form: { ...filled, title: '一次少做一点', written: 'zh-Hans', 'title-zh-Hans': '没有人读', 'title-en': 'Less at once', 'title-zh-Hant': '一次少做一點' } });
    const [plan] = await app.data.plans.all();
    expect(plan).toMatchObject({ title: '一次少做一点', written: 'zh-Hans', translations: { en: { title: 'Less at once' }, 'zh-Hant': { title: '一次少做一點' } } });
    expect(plan!.translations['zh-Hans']).toBeUndefined();
  });

  test('sent as it stands speaks every language', async () => {
    const app = await aPlanningApp();
    const text = textOf('en');
    const untouched = { ...filled, title: 'Workload in North', stepTitle: text('plan.new.first.initial'), written: 'en' };
    await visit(app, make, '/plans/new', { as: 'north-1', form: untouched });
    const [plan] = await app.data.plans.all();
    expect(value(await planPage(app, await head(app), plan!.id, 'zh-Hant'))).toMatchObject({ plan: { title: textOf('zh-Hant')('plan.new.name.initial', { dimension: '工作負荷', department: 'North' }), steps: [{ title: textOf('zh-Hant')('plan.new.first.initial') }] }, words: { instead: null } });
  });

  test('takes as many steps as a plan may have, and says where the words of one field are too many', async () => {
    const app = await aPlanningApp();
    const errorsOf = async (more: Record<string, string>) => ((await ((await visit(app, make, '/plans/new', { as: 'north-1', form: { ...filled, written: 'en', 'title-zh-Hans': '少做', ...more } })) as Response).json()) as { errors: object }).errors;
    const lines = Array.from({ length: 20 }, () => 'One of the steps of this plan, written as it stands'.repeat(2)).join('\r\n');
    expect(await errorsOf({ 'steps-zh-Hans': lines })).toEqual({ 'steps-zh-Hans': 'as-many-lines' });
    expect(await errorsOf({ 'title-zh-Hans': '少'.repeat(121) })).toEqual({ 'title-zh-Hans': 'too-long' });
  });

  test('left as it was suggested keeps what was typed in another language', async () => {
    const app = await aPlanningApp();
    const text = textOf('en');
    const suggested = { ...filled, title: 'Workload in North', stepTitle: text('plan.new.first.initial'), written: 'en' };
    const reply = (await visit(app, make, '/plans/new', { as: 'north-1', form: { ...suggested, 'steps-zh-Hans': '列出事项' } })) as Response;
    expect([reply.status, ((await reply.json()) as { errors: object }).errors]).toEqual([422, { 'title-zh-Hans': 'needs-title-too' }]);
    await visit(app, make, '/plans/new', { as: 'north-1', form: { ...suggested, 'title-zh-Hans': '少做', 'steps-zh-Hans': '列出事项' } });
    const [plan] = await app.data.plans.all();
    expect(plan!.translations).toMatchObject({ 'zh-Hans': { title: '少做' }, 'zh-Hant': { title: expect.any(String) as string } });
  });
});
