// A wave of the programme that cannot go ahead: which one and why stands on HR's home and on its page, one letter says it, and it goes
// away when it is mended, or stays as left out when its time has passed.
import { afterEach, describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { languages } from '#app/domain/kernel/language.ts';
import type { HeldView } from '#app/domain/surveys/programme/held-view.ts';
import type { ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { tellOfProgramme } from '#app/services/notifications/tell-programme.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { setAside } from '#app/services/publication/set-aside.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { removeDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftNextWave } from '#app/services/surveys/draft-wave.server.ts';
import { heldOnPage } from '#app/services/surveys/held-views.server.ts';
import { mendings, mends } from '#app/services/surveys/mend-wave.server.ts';
import { setProgramme } from '#app/services/surveys/set-programme.server.ts';
import { watchWaves } from '#app/services/surveys/watch-waves.server.ts';
import { textOf } from '#app/text/text.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aPerson } from '#tests/support/directory.ts';
import { openMailbox, type Taken } from '#tests/support/mailbox.ts';
import { aDraft, ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { ruleOf } from '#tests/support/programmes.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const rule = ruleOf({ from: day('2027-01-12') });

interface Company {
  readonly app: TestApp;
  /** One day of the clock: what is drafted, watched and told. */
  on(at: string): Promise<readonly Taken[]>;
}

async function company(changes: Partial<ProgrammeRule> = {}): Promise<Company> {
  const box = await openMailbox();
  const made = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  const app: TestApp = { ...made, config: { ...made.config, smtp: box.address } };
  const mailer = openMailer(app.config)!;
  ends.push(() => (mailer.close(), box.close()));
  const set = await setProgramme(app, await actorFor(app, 'hr'), { rule: { ...rule, ...changes }, language: 'en' });
  if (!set.ok) throw new Error(JSON.stringify(set));
  const on = async (at: string) => {
    app.setNow(`${at}T10:00:00Z`);
    await draftNextWave(app);
    await watchWaves(app);
    await tellOfProgramme(app);
    await writeOwedLetters(app);
    await sendLetters(app, mailer);
    return box.taken();
  };
  return { app, on };
}

const onHome = async (app: TestApp): Promise<readonly HeldView[]> => (await homeOf(app, await actorFor(app, 'hr'))).hr!.held;
const onPage = (app: TestApp) => heldOnPage(app, textOf('en'));
const draftIn = async (app: TestApp): Promise<Survey> => (await app.data.surveys.all()).find(({ state, definition }) => state === 'draft' && definition.wave)!;
const replaced = async (app: TestApp, change: (draft: Survey) => Survey) => app.data.surveys.replace(change(await draftIn(app)), 'draft');
const shrink = async (app: TestApp) => {
  for (const person of (await app.data.people.current()).filter(({ id }) => id !== 'hr').slice(3)) await app.data.people.save({ ...person, leftOn: day('2026-12-20') });
};
const subjects = (letters: readonly Taken[]) => letters.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);
const stuck = 'hr: The programme cannot go on as it stands';

type Scene = readonly [what: string, breaks: (app: TestApp) => Promise<unknown>, said: string, to: string | null];

/** Before its draft is there, and after. */
const planned: readonly Scene[] = [
  ['a company under k', shrink, '4 more are needed, because results of so few would give single people away.', '/people'],
  ['another survey in its days', (app) => app.data.surveys.add(aDraft('beside', { opens: day('2027-01-18'), closes: day('2027-01-20') })), '“Pulse” is open from 18 January 2027 to 20 January 2027', '/surveys'],
  ['no room among the questions people may be asked', async (app) => {
    const wide = aDraft('wide', { opens: day('2027-01-04'), closes: day('2027-01-06') });
    const [scale] = wide.definition.questions;
    await app.data.surveys.add({ ...wide, definition: { ...wide.definition, template: 'pulse-workload', questions: Array.from({ length: 36 }, (_, at) => ({ ...scale!, id: `q${at}` })) } });
  }, 'people have room for 4 more rated questions in 90 days', '/surveys/programme/rule'],
  ['a blackout over the whole window', async (app) => {
    const kept = (await app.data.programme.get())!;
    await app.data.programme.save({ ...kept.programme, rule: { ...kept.programme.rule, blackouts: [{ from: day('2027-01-01'), to: day('2027-12-31') }] } }, kept.revision);
  }, 'The survey due on 12 January 2027 finds no day up to 5 April 2027', '/surveys/programme/rule'],
];

test.each(planned)('%s: nothing is drafted, HR reads which wave, why and where it is mended, and gets one letter', async (_what, breaks, said, to) => {
  const { app, on } = await company();
  await breaks(app);
  const letters = [...(await on('2026-12-29')), ...(await on('2026-12-30')), ...(await on('2026-12-31'))];
  expect(await draftIn(app)).toBeUndefined();
  for (const held of [await onHome(app), await onPage(app)]) {
    expect(held).toMatchObject([{ number: 0, title: null, due: '2027-01-12', leftOut: null, reasons: [{ to }] }]);
    expect(held[0]!.reasons[0]!.said).toContain(said);
  }
  expect(subjects(letters)).toEqual([stuck]);
  expect(letters[0]!.text).toContain('due on 12 January 2027');
  expect(letters[0]!.text.replace(/\s+/g, ' ')).toContain(said);
  expect(letters[0]!.text).toContain(`${app.config.publicUrl}${to}`);
});

const drafted: readonly Scene[] = [
  ['a name that one language lacks', (app) => replaced(app, (draft) => ({ ...draft, title: { ...draft.title, 'zh-Hans': '' } })), 'The name is missing in one language', 'edit'],
  ['two surveys in its days', async (app) => app.data.surveys.add({ ...aDraft('beside', { opens: (await draftIn(app)).opens, closes: (await draftIn(app)).closes }) }).then(() => sealSurvey(app, 'beside')), '“Pulse”', '/surveys'],
  ['somebody without an address', (app) => app.data.people.save(aPerson('new-1', { departmentId: 'north', email: null })), 'slip', 'slips'],
  ['a company under k', shrink, '', '/people'],
  ['keys that could not be made', async (app) => app.data.surveyJobs.save({ surveyId: (await draftIn(app)).id, kind: 'seal', state: 'failed', failure: 'full' }), 'The disk is full.', null],
];

test.each(drafted)('%s: the draft cannot be sealed, HR reads why once it is noted, and it goes away with the reason', async (_what, breaks, said, to) => {
  const { app, on } = await company();
  expect(subjects(await on('2026-12-29'))).toEqual(['hr: “Core pulse, January 2027” is drafted: please look at it']);
  expect(await onHome(app)).toEqual([]);
  await breaks(app);
  const { id } = await draftIn(app);
  const letters = [...(await on('2026-12-30')), ...(await on('2026-12-31'))];
  expect(subjects(letters)).toEqual([stuck]);
  const place = to === null || to.startsWith('/') ? to : `/surveys/${id}/${to}`;
  for (const held of [await onHome(app), await onPage(app)]) {
    expect(held).toMatchObject([{ number: 0, title: 'Core pulse, January 2027', due: '2027-01-12', leftOut: null }]);
    expect(held[0]!.reasons.some((reason) => reason.to === place && reason.said.includes(said))).toBe(true);
  }
  await removeDraft(app, id);
  expect((await onHome(app)).filter(({ number }) => number === 0)).toEqual([]);
});

test('every reason is said at once, each with where it is mended', async () => {
  const { app, on } = await company();
  await on('2026-12-29');
  await replaced(app, (draft) => ({ ...draft, title: { ...draft.title, 'zh-Hant': '' } }));
  await app.data.people.save(aPerson('new-1', { departmentId: 'north', email: null }));
  const bare: TestApp = { ...app, config: { ...app.config, smtp: null, publicUrl: 'http://murmur.company.example' } };
  const [held] = await onPage(bare);
  expect(held!.reasons.map(({ mend }) => mend)).toEqual(['draft', 'operator', 'slips', 'operator']);
  expect(held!.reasons.at(-1)!.said).toContain('No mail server is set');
});

test('a survey of the programme that is set aside is said with where it is decided', async () => {
  const { app, on } = await company();
  await on('2026-12-29');
  const { id } = await draftIn(app);
  expect((await sealSurvey(app, id)).ok).toBe(true);
  await setAside(app, id, 'missing');
  await on('2026-12-30');
  expect(await onHome(app)).toMatchObject([{ number: 0, title: 'Core pulse, January 2027', reasons: [{ to: '/kept' }] }]);
});

test('what its time has passed is said to be left out, with what was in its way, until a later one is sealed', async () => {
  const { app, on } = await company();
  await app.data.surveys.add(aDraft('beside', { opens: day('2027-01-18'), closes: day('2027-01-20') }));
  await on('2026-12-29');
  // Its day is over, and the draft beside it was never sealed: that counts no more, and the wave can be asked.
  await app.data.surveys.replace({ ...aDraft('beside', { opens: day('2027-04-06'), closes: day('2027-04-08') }) }, 'draft');
  const kept = (await app.data.programme.get())!;
  const blackouts = [{ from: day('2027-01-01'), to: day('2027-04-05') }];
  await app.data.programme.save({ ...kept.programme, rule: { ...kept.programme.rule, blackouts } }, kept.revision);
  await on('2027-03-01');
  expect(await onHome(app)).toMatchObject([{ number: 0, leftOut: null }]);
  await app.data.surveys.removeDraft('beside');
  await on('2027-04-06');
  expect(await onHome(app)).toMatchObject([{ number: 0, due: '2027-01-12', leftOut: '2027-04-06', reasons: [{ to: null }] }]);
  await on('2027-04-07');
  const next = await draftIn(app);
  expect(next.definition.wave!.number).toBe(1);
  expect((await sealSurvey(app, next.id)).ok).toBe(true);
  await on('2027-04-08');
  expect(await onHome(app)).toEqual([]);
});

test('a letter is in the language of whoever reads it, and its subject tells nothing about people', async () => {
  const { app, on } = await company();
  const hr = (await app.data.people.byIds(['hr']))[0]!;
  await app.data.people.save({ ...hr, language: 'zh-Hans' });
  await shrink(app);
  const [letter] = await on('2026-12-29');
  expect(letter!.subject).toBe(textOf('zh-Hans')('programme-letter.stuck.subject'));
  expect(letter!.text).toContain('计划中应于2027年1月12日开始的下一次调查目前无法进行');
  expect(letter!.text).toContain('查看人员');
});

describe('every reason', () => {
  const values = { n: 2, missing: 3, least: 1, most: 4, k: 5, left: 1, people: 2, total: 9, days: 28, field: 'x', item: 'x', question: 'Q', language: 'Deutsch', department: 'North', title: 'Pulse', survey: 'Pulse', day: '2027-01-12', due: '2027-01-12', last: '2027-01-12', from: '2027-01-12', to: '2027-01-12', opens: '2027-01-12', until: '2027-01-12', division: 'x', problem: 'cycle', choices: '4', line: 1, found: 'x', seconds: 9, name: 'x', places: 2, fewest: 5, screener: 'Q', asked: 2, at: 1, background: 'x' };
  test.each(Object.keys(mends))('%s has its words in every language, and where it is mended', (because) => {
    for (const language of languages) {
      const text = textOf(language);
      const [said] = mendings({ text, today: day('2027-01-12') }, { surveyId: 'pulse', leftOut: null, reasons: [{ because, details: values }] });
      expect(said!.said).not.toMatch(/^error\.|[{}]|undefined|seal\.failed/);
      expect(said!.said.length).toBeGreaterThan(3);
      expect(said!.to === null).toBe(said!.mend === 'operator');
      expect(text(`programme.held.mend.${said!.mend}`)).not.toBe('');
    }
  });
});
