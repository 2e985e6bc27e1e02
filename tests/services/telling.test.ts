// Whoever was asked is told: that the results are there, what will be done and what not, whether it helped, and thanks. Once each, never
// before publication, and at most once a fortnight where nothing is asked.
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { restedSince } from '#app/domain/notifications/news.ts';
import { dailyPlanLetters, answerIssue, commitPlan, giveUp, startPlan } from '#app/services/plans.server.ts';
import { oweResults } from '#app/services/notifications/owe-results.server.ts';
import { tellWhatIsLate } from '#app/services/notifications/tell-late.server.ts';
import { tellNews } from '#app/services/notifications/tell-news.server.ts';
import { writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { offersReport, reportedDepartments } from '#app/services/reports/gather-report.server.ts';
import { aPlanningApp, head, hr, later, wished } from '#tests/support/planning.ts';

const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const outbox = async (app: TestApp) => app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 1000 });
const seen = new WeakMap<TestApp, Set<string>>();

/** Letters that were not seen before. */
async function fresh(app: TestApp) {
  const before = seen.get(app) ?? new Set<string>();
  const letters = (await outbox(app)).filter(({ id }) => !before.has(id));
  seen.set(app, new Set([...before, ...letters.map(({ id }) => id)]));
  return letters;
}

async function agreed(app: TestApp, more: Parameters<typeof wished>[0] = {}): Promise<string> {
  const { planId } = value(await startPlan(app, await head(app), wished(more)));
  value(await commitPlan(app, await head(app), planId));
  return planId;
}

const news = async (app: TestApp) => (await fresh(app)).filter(({ subject }) => subject === 'What came of what you said');

describe('the results are there', () => {
  const pulse = aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-11-27') });

  async function closed(at: string): Promise<TestApp> {
    const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
    await sealed(app, pulse);
    for (const personId of (await everybody(app)).slice(0, 40)) await castBallot(app, 'pulse', { personId, answers: { 'PAY-01': 4 } as never });
    app.setNow(at);
    value(await closeSurvey(app, 'pulse'));
    return app;
  }

  test('everybody who was asked hears of it once, in working hours, and not before publication', async () => {
    const app = await closed('2026-11-28T00:00:20Z');
    // A Saturday night: owed, and not written.
    expect([await writeOwedLetters(app), (await outbox(app)).length]).toEqual([0, 0]);
    app.setNow('2026-11-30T09:00:00Z');
    expect(await writeOwedLetters(app)).toBe(44);
    expect(await writeOwedLetters(app)).toBe(0);
    const letters = await outbox(app);
    expect(new Set(letters.map(({ to }) => to)).size).toBe(44);
    const { text } = letters.find(({ to }) => to === 'north-2@amber.example')!;
    expect(text).toContain('“Pulse” closed on 27 November 2026; 40 of 44 answered. The results are there.');
    expect(text).toContain('/results/pulse');
    expect(text).not.toContain('closed early');
  }, 60_000);

  test('also where it is closed early, and says so', async () => {
    const app = await closed('2026-11-25T10:00:00Z');
    await writeOwedLetters(app);
    expect((await outbox(app))[0]!.text).toContain('It was closed early: it was to stay open until 27 November 2026.');
  }, 60_000);

  test('who has left gets none, and somebody without an address holds up nobody', async () => {
    const app = await closed('2026-11-28T00:00:20Z');
    await app.data.people.save({ ...(await app.data.people.get('north-2'))!, leftOn: app.today() });
    await app.data.people.save({ ...(await app.data.people.get('north-3'))!, email: null });
    app.setNow('2026-11-30T09:00:00Z');
    await writeOwedLetters(app);
    const to = (await outbox(app)).map((letter) => letter.to);
    expect(to).toHaveLength(42);
    expect(to).not.toContain('north-2@amber.example');
  }, 60_000);

  test('where too few answered, that is said and no figure', async () => {
    const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
    await sealed(app, pulse);
    for (const personId of (await everybody(app)).slice(0, 2)) await castBallot(app, 'pulse', { personId, answers: { 'PAY-01': 4 } as never });
    app.setNow('2026-11-30T09:00:00Z');
    value(await closeSurvey(app, 'pulse'));
    await writeOwedLetters(app);
    const letters = await outbox(app);
    expect(letters).toHaveLength(44);
    expect(letters[0]!.text).toContain('Too few people answered for anything to be shown');
    expect(letters[0]!.text).not.toMatch(/of 100|2 of 44/);
  }, 60_000);
});

test('owed by mistake before publication, nothing is written', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-11-27') }));
  await app.data.transaction((stores) => oweResults(app, stores, { surveyId: 'pulse', people: ['north-2'] }));
  await writeOwedLetters(app);
  expect(await outbox(app)).toEqual([]);
});

describe('results of a survey that was read', () => {
  const toldOf = async (app: TestApp, ids: readonly string[]) => {
    await app.data.transaction((stores) => oweResults(app, stores, { surveyId: 'autumn', people: ids }));
    await writeOwedLetters(app);
    return fresh(app);
  };

  test('three findings of the company at most, one of the department, and no other department by name', async () => {
    const app = await aPlanningApp();
    const letters = await toldOf(app, ['north-2', 'operations-2', 'key-accounts-1']);
    const textTo = (to: string) => letters.find((letter) => letter.to.startsWith(to))!.text;
    expect(textTo('north-2')).toMatch(/In your department, North:\n– North \(n\s=\s12\): \d+ points below the rest of the company on Workload\./);
    expect(textTo('operations-2')).not.toMatch(/North|Sales|Finance/);
    expect(textTo('key-accounts-1')).toMatch(/Key accounts with /);
    for (const { text } of letters) expect(text.split('What stands out in the company:\n')[1]!.split('\n\n')[0]!.split('\n– ').length).toBeLessThanOrEqual(3);
  });

  test('told twice, by two servers at once, it is told once', async () => {
    const app = await aPlanningApp();
    await toldOf(app, ['north-2']);
    expect(await toldOf(app, ['north-2'])).toEqual([]);
  });

  test('a head reads what is due by which day and a sentence for the team, in the one letter; HR reads how many', async () => {
    const app = await aPlanningApp();
    const letters = await toldOf(app, ['north-1', 'hr', 'north-2']);
    const textTo = (to: string) => letters.filter((letter) => letter.to.startsWith(to)).map(({ text }) => text);
    expect(textTo('north-1')).toHaveLength(1);
    expect(textTo('north-1')[0]).toContain('You lead North. These answers are due from you by 11 December 2026:\n– Workload, North');
    expect(textTo('north-1')[0]).toContain('For your team, ready to paste:\nThe results of “');
    expect(textTo('hr')[0]).toMatch(/For HR: the survey took answers until 20 November 2026.* due by 11 December 2026/);
    expect(textTo('north-2')[0]).not.toMatch(/You lead|For HR/);
  });
});

describe('the way to the report', () => {
  test('stands in the letter of a head for each department with a number of its own, in nobody else’s, and nothing is attached', async () => {
    const app = await aPlanningApp();
    await app.data.departments.saveAll((await app.data.departments.open()).map((one) => (one.id === 'key-accounts' ? { ...one, headId: 'north-1' } : one)));
    const reported = await reportedDepartments(app, 'autumn');
    expect([reported.has('north'), reported.has('amber')]).toEqual([true, true]);
    await app.data.transaction((stores) => oweResults(app, stores, { surveyId: 'autumn', people: ['north-1', 'north-2', 'hr'] }));
    await writeOwedLetters(app);
    const letters = await fresh(app);
    const textTo = (to: string) => letters.find((letter) => letter.to.startsWith(to))!.text;
    expect(textTo('north-1')).toMatch(/The report to take to a meeting \(after sign-in\):\n– North: http\S+\/results\/autumn\/report\?department=north\n/);
    for (const id of ['north', 'key-accounts']) {
      const offered = await offersReport(app, await actorFor(app, 'north-1'), { surveyId: 'autumn', department: id });
      expect(textTo('north-1').includes(`/report?department=${id}\n`), id).toBe(offered);
    }
    for (const other of ['north-2', 'hr']) expect(textTo(other)).not.toContain('/report?');
  });
});

describe('what came of it', () => {
  test('is told to the department and to nobody beside it, once', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    await fresh(app);
    expect(await tellNews(app)).toBe(12);
    const told = await news(app);
    expect(told).toHaveLength(12);
    expect(told.every(({ to }) => to.startsWith('north-'))).toBe(true);
    expect(told[0]!.text).toMatch(/What we will do\n– Workload, North: “Less at once”; Person north-1 sees to it; measured by 31 March 2027\n {2}http.*\/plans\/.*/);
    later(app, 30);
    expect([await tellNews(app), (await news(app)).length]).toEqual([0, 0]);
  });

  test('waits until a fortnight has passed, and nothing of it is lost', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    await tellNews(app);
    await fresh(app);
    const decline = { issueId: null, departmentId: 'north', dimension: 'pay', how: 'declined' as const, reason: 'Not this year.', wouldChange: 'A better spring.' };
    later(app, 1);
    value(await answerIssue(app, await head(app), decline));
    for (let days = 1; days < 13; days += 1) {
      later(app, 1);
      await tellNews(app);
    }
    expect(await news(app)).toEqual([]);
    later(app, 1);
    await tellNews(app);
    const told = await news(app);
    expect(told).toHaveLength(12);
    expect(told[0]!.text).toContain('What we will not do, and why\n– Pay, North: Not this year. What would change it: A better spring.');
  });

  test('waits a fortnight from the results, which are told at once', async () => {
    const app = await aPlanningApp();
    await app.data.transaction((stores) => oweResults(app, stores, { surveyId: 'autumn', people: ['north-2'] }));
    await agreed(app);
    await tellNews(app);
    expect((await news(app)).map(({ to }) => to)).not.toContain('north-2@amber.example');
    later(app, 14);
    await tellNews(app);
    expect((await news(app)).map(({ to }) => to)).toEqual(['north-2@amber.example']);
  });

  test('says how it stands now: what was given up meanwhile is not announced any more', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    value(await giveUp(app, await hr(app), planId, 'The money is gone'));
    await tellNews(app);
    const [letter] = await news(app);
    expect(letter!.text).toContain('What was given up, and why\n– Workload, North: “Less at once”. The money is gone');
    expect(letter!.text).not.toContain('What we will do');
  });

  test('of two servers that tell at the same moment one does', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    await fresh(app);
    const owed = await Promise.all([tellNews(app), tellNews(app)]);
    expect(owed.sort((one, other) => one - other)).toEqual([0, 12]);
    expect(await news(app)).toHaveLength(12);
  });

  test('of a department that is dissolved is told to nobody, and nothing fails', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    const all = await app.data.departments.open();
    await app.data.departments.saveAll(all.filter(({ id }) => id === 'north').map((one) => ({ ...one, closed: true })));
    expect(await tellNews(app)).toBe(0);
  });

  test('is told to nobody who came after it', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    await fresh(app);
    await app.data.people.save({ ...(await app.data.people.get('north-5'))!, joinedOn: addDays(app.today(), 1) });
    later(app, 2);
    await tellNews(app);
    expect((await news(app)).map(({ to }) => to)).not.toContain('north-5@amber.example');
  });

  test('leaves in working hours alone', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    for (const at of ['2026-11-24T08:59:00Z', '2026-11-24T18:00:00Z', '2026-11-28T12:00:00Z']) {
      app.setNow(at);
      expect(await tellNews(app)).toBe(0);
    }
    app.setNow('2026-11-30T09:00:00Z');
    expect(await tellNews(app)).toBe(12);
    expect(restedSince(app.today())).toBe('2026-11-16');
  });
});

describe('those who answer', () => {
  const due = 'An answer is due from you by 11 December 2026: Workload.';

  test('a head hears of what is due five working days before, and the next one above where the head has left', async () => {
    const app = await aPlanningApp();
    app.setNow('2026-12-04');
    await dailyPlanLetters(app);
    expect((await fresh(app)).filter(({ text }) => text.includes(due)).map(({ to }) => to)).toEqual(['north-1@amber.example']);
    const other = await aPlanningApp();
    await other.data.people.save({ ...(await other.data.people.get('north-1'))!, leftOn: other.today() });
    other.setNow('2026-12-04');
    await dailyPlanLetters(other);
    expect((await fresh(other)).filter(({ text }) => text.includes(due)).map(({ to }) => to)).toEqual(['south-1@amber.example']);
  });

  test('HR hears of what is late once a week, and not once it is answered', async () => {
    const app = await aPlanningApp();
    const late = async (on: string) => {
      app.setNow(on);
      await tellWhatIsLate(app);
      return (await fresh(app)).filter(({ subject }) => /late$/.test(subject));
    };
    expect(await late('2026-12-11')).toEqual([]);
    const [letter] = await late('2026-12-14');
    expect(letter).toMatchObject({ to: 'hr@amber.example' });
    expect(letter!.text).toContain('– Workload, North: an answer is owed by Person north-1 since 11 December 2026, 3 days.');
    expect([await late('2026-12-15'), await late('2026-12-18')]).toEqual([[], []]);
    expect(await late('2026-12-21')).toHaveLength(1);
  });
});
