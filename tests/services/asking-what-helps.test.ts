// From a weak point to the question of those concerned, and from a finished plan to whether they noticed: sealed, answered, published, shown.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { askOffer } from '#app/ballot/issuance.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { isRemedy, noticedId, remedyId } from '#app/domain/surveys/questions/extra-questions.ts';
import { isRouted, routeText } from '#app/domain/surveys/asking/routes.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { planPage, startPlan } from '#app/services/plans.server.ts';
import { closeSurvey, sealSurvey, type Sealed } from '#app/services/publication.server.ts';
import { offerPaper } from '#app/services/responses.server.ts';
import { openSurveysFor } from '#app/services/responses/show-invitations.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { aSurveyOfAmber, head, wished } from '#tests/support/planning.ts';
import { publishWaves } from '#tests/support/published.ts';

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

async function amber(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  // North alone is low, and not so low that the whole company would owe an answer.
  await publishWaves(app, [aSurveyOfAmber({ mood: (department, question) => (department === 'north' && question.startsWith('WKL') ? 2.8 : 4.4) })]);
  return app;
}

const aPlan = async (app: TestApp): Promise<string> => given(await startPlan(app, await head(app), wished())).planId;
const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

async function drafted(app: TestApp): Promise<string> {
  const wishes = { template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null };
  return given(await createDraft(app, await actorFor(app, 'hr'), wishes)).id;
}

async function sealedPulse(app: TestApp): Promise<{ id: string } & Sealed> {
  const id = await drafted(app);
  return { id, ...given(await sealSurvey(app, id)) };
}

/** As the ballot page asks. */
async function askedOf(app: TestApp, person: string, { id, manifest, hash }: { id: string } & Sealed): Promise<readonly string[]> {
  const offer = given(await offerPaper(app, person, id));
  const fetch = () => Promise.resolve(new Response(JSON.stringify(offer)));
  return given(await askOffer(fetch, { manifest, hash })).asked;
}

const hashOfRoute = (salt: string, question: string): string => createHash('sha256').update(routeText(salt, question)).digest('base64url');
const routesIn = ({ questions }: Manifest, id: string): string => questions.find((question) => question.id === id)?.routes ?? '';

test('what concerns one block is asked of it alone, and nobody else can read which block that is', async () => {
  const app = await amber();
  await implemented(app, await aPlan(app), '2026-11-24');
  app.setNow('2026-12-20T12:00:00Z');
  const pulse = await sealedPulse(app);
  const id = noticedId('workload');
  expect(await askedOf(app, 'north-2', pulse)).toContain(id);
  for (const person of ['south-2', 'operations-3', 'hr']) expect(await askedOf(app, person, pulse), person).not.toContain(id);
  const routes = routesIn(pulse.manifest, id);
  expect(routes).toHaveLength(pulse.manifest.blocks.length);
  // Whoever is elsewhere holds the salt of the own block, which opens no other character.
  const offer = given(await offerPaper(app, 'south-2', pulse.id));
  const north = pulse.manifest.blocks.findIndex(({ departments }) => departments.includes('north'));
  const guess = hashOfRoute(offer.salt, id);
  expect([isRouted(routes, offer.block, guess), offer.block === north]).toEqual([false, false]);
  expect(JSON.stringify(pulse.manifest)).not.toContain(offer.salt);
  expect(JSON.stringify(pulse.manifest.questions)).not.toContain('north');
});

test('what the block chose stands on the plan, which says whether it follows; what others sent to it counts nowhere', async () => {
  const app = await amber();
  const planId = await aPlan(app);
  const pulse = await sealedPulse(app);
  const id = remedyId('workload');
  const people = (await app.data.people.current()).map((person) => person.id);
  await rehearse(app, pulse.id, people.map((personId) => ({ personId, answers: { 'PAY-01': 4, [id]: personId.startsWith('north') ? ['M-WKL-1'] : ['M-WKL-2'] } })));
  app.setNow(addDays(app.today(), 7));
  given(await closeSurvey(app, pulse.id));
  const { chosen } = given(await planPage(app, await head(app), planId, 'en')).heard;
  expect(chosen).toMatchObject({ n: 12, followed: true });
  // Twelve chose it; of them two are said to have chosen nothing.
  expect(chosen!.options.map((one) => [one.id, one.people])[0]).toEqual(['M-WKL-1', 10]);
  expect(chosen!.options.slice(1).every(({ people: few }) => few === null)).toBe(true);
});

test('what would help is asked of those concerned: of a branch where it owes the answer, of a department where that does', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const low = { WKL: 2.8, PAY: 3.2 } as Readonly<Record<string, number>>;
  await publishWaves(app, [aSurveyOfAmber({ mood: (department, question) => (department === 'north' ? (low[question.slice(0, 3)] ?? 4.4) : 4.4) })]);
  const pulse = await sealedPulse(app);
  const asked = Object.fromEntries(await Promise.all(['north-2', 'south-2', 'operations-3', 'hr'].map(async (person) => [person, (await askedOf(app, person, pulse)).filter((id) => isRemedy(id))] as const)));
  // What everybody else is asked is said to nobody: the start page counts what the ballot page will show.
  app.setNow(addDays(app.today(), 1));
  const counts = await Promise.all(Object.keys(asked).map(async (personId) => (await openSurveysFor(app, { personId, language: 'en' }))[0]?.questions));
  const common = pulse.manifest.questions.filter(({ routes }) => routes === undefined).length;
  expect(counts).toEqual(Object.values(asked).map((ids) => common + ids.length));
  expect(asked).toEqual({ 'north-2': [remedyId('pay'), remedyId('workload')], 'south-2': [remedyId('workload')], 'operations-3': [], hr: [] });
});

test('it is asked once, and what waits is left for later', async () => {
  const app = await amber();
  await aPlan(app);
  const first = await sealedPulse(app);
  expect(first.manifest.questions.map(({ id }) => id)).toContain(remedyId('workload'));
  app.setNow(addDays(app.today(), 7));
  await closeSurvey(app, first.id);
  app.setNow('2027-02-20T12:00:00Z');
  const second = await sealedPulse(app);
  expect(second.manifest.questions.map(({ id }) => id)).not.toContain(remedyId('workload'));
});

async function implemented(app: TestApp, planId: string, on: string, dimension = 'workload'): Promise<void> {
  const plan = (await app.data.plans.get(planId)) as ActionPlan;
  const issue = (await app.data.issues.get(plan.issueId))!;
  const { index, n, low, high, releaseHash, smallestChange } = issue.evidence!;
  await app.data.plans.replace({ ...plan, dimension, state: 'implemented', baseline: { index, n, low, high, releaseHash, smallestChange }, days: { ...plan.days, committed: plan.days.created, implemented: day(on) } }, plan.revision);
}

test('a finished plan asks its block whether it noticed, and the plan says so apart from its score', async () => {
  const app = await amber();
  const planId = await aPlan(app);
  await implemented(app, planId, '2026-11-24');
  app.setNow('2026-12-20T12:00:00Z');
  const pulse = await sealedPulse(app);
  const id = noticedId('workload');
  expect(await askedOf(app, 'north-2', pulse)).toContain(id);
  expect(await askedOf(app, 'operations-2', pulse)).not.toContain(id);
  const people = (await app.data.people.current()).map((person) => person.id);
  await rehearse(app, pulse.id, people.map((personId, at) => ({ personId, answers: { 'WKL-01': 4, [id]: 3 + (at % 3) } })));
  app.setNow('2026-12-28T12:00:00Z');
  given(await closeSurvey(app, pulse.id));
  const { noticed } = given(await planPage(app, await head(app), planId, 'en')).heard;
  expect(noticed).toMatchObject({ n: 12, same: 4, better: 8, worse: 0 });
});

test('HR sees in the draft what joins by itself and cannot leave it out', async () => {
  const app = await amber();
  const planId = await aPlan(app);
  await implemented(app, planId, '2026-11-24');
  app.setNow('2026-12-20T12:00:00Z');
  const id = await drafted(app);
  const draft = (await app.data.surveys.get(id))!;
  const { extras, manifest } = given(await planOf(app, draft, { departmentId: 'operations', find: '', page: 1 }));
  expect(draft.definition.questions.map((question) => question.id)).not.toContain(noticedId('workload'));
  expect(extras.taken.map(({ kind, people }) => [kind, people])).toContainEqual(['noticed', 12]);
  // The preview shows what people of the reader's own block are asked.
  expect(manifest.questions.map((question) => question.id)).not.toContain(noticedId('workload'));
  expect(given(await sealSurvey(app, id)).manifest.questions.map((question) => question.id)).toContain(noticedId('workload'));
});

test('whether results were talked over takes its turn in the next pulse where any team talked about the last one', async () => {
  const waitsWith = async (surveyId: string | null) => {
    const app = await amber();
    const talk = { kind: 'talk', departmentId: 'north', day: app.today(), topic: '', moderatorId: null, participants: 9, points: 'Rush orders.', recordedBy: 'north-1' } as const;
    if (surveyId !== null) await app.data.inquiries.add({ ...talk, id: 'talk', surveyId });
    const { id } = await sealedPulse(app);
    const { taken = [], later = [] } = (await app.data.surveys.get(id))?.definition.extras ?? {};
    return [...taken, ...later].map(({ kind }) => kind).includes('talked');
  };
  expect(await Promise.all([null, 'another', 'autumn'].map(waitsWith))).toEqual([false, false, true]);
});
