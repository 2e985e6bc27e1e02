// A year of four pulses under a moved clock: the real services, ballots with the page's own code, a real mail server. What three people got
// is told at the end: an employee, a head and HR, each in a language of their own, or whoever else is named.
import { setTimeout } from 'node:timers/promises';
import { isLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { addDays, day, type Day } from '#app/domain/kernel/day.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { tellNews } from '#app/services/notifications/tell-news.server.ts';
import { tellWhatIsLate } from '#app/services/notifications/tell-late.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { answerIssue, closePlan, commitPlan, dailyPlanLetters, finishPlan, reviewPlans, setStepStatus, startPlan } from '#app/services/plans.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { textOf } from '#app/text/text.ts';
import type { TestApp } from './app.ts';
import { aDraft, said } from './drafts.ts';
import { openMailbox, type Taken } from './mailbox.ts';
import { actorFor } from './people.ts';
import { wished } from './wished-plan.ts';

export const three = { 'north-2': 'en', 'north-1': 'zh-Hans', hr: 'zh-Hant' } as const satisfies Record<string, Language>;

export interface Got extends Pick<Taken, 'subject' | 'text' | 'html' | 'raw'> {
  readonly to: string;
  readonly on: Day;
}

/** Whose letters are read, and in which language each of them gets them. */
type Readers = Readonly<Record<string, Tongue>>;

const scale = (id: string, dimension: string) => ({ kind: 'scale' as const, id, text: said(id), dimension, k: 5, points: 5 as const, reverse: false, labels: ['1', '2', '3', '4', '5'].map(said), low: null });
const questions = [scale('WKL-01', 'workload'), scale('PAY-01', 'pay'), scale('COM-01', 'communication')];
interface Pulse {
  readonly id: string;
  readonly opens: Day;
  readonly closeOn: Day;
  readonly north: number;
  /** Sealed before it opens, with a letter that says so. */
  readonly announced?: { readonly sealOn: Day; readonly on: Day };
}

const waves: readonly Pulse[] = [
  { id: 'winter', opens: day('2026-01-05'), closeOn: day('2026-01-17'), north: 2 },
  { id: 'spring', opens: day('2026-04-06'), closeOn: day('2026-04-18'), north: 4, announced: { sealOn: day('2026-04-01'), on: day('2026-04-02') } },
  // Closed early by HR.
  { id: 'summer', opens: day('2026-07-06'), closeOn: day('2026-07-14'), north: 4 },
  { id: 'autumn', opens: day('2026-10-05'), closeOn: day('2026-10-17'), north: 4 },
];

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(`the year was refused: ${outcome.because}`);
  return outcome.value;
}

async function asked(app: TestApp, { id, opens, announced }: Pulse, languages: readonly Tongue[]): Promise<void> {
  const definition = { template: 'pulse-core', k: 5, languages, questions, cuts: [], ...(announced && { letterDays: { announcement: announced.on } }) };
  const title = { ...said(`Pulse ${id}`), ...titlesOf(id, languages) };
  await app.data.surveys.add(aDraft(id, { title, opens, closes: addDays(opens, 11), programme: 'pulse', definition }));
  given(await sealSurvey(app, id));
}

/** As HR types them. */
const titlesOf = (id: string, languages: readonly Tongue[]) => Object.fromEntries(languages.filter((one) => !isLanguage(one)).map((one) => [one, `${id} (${one})`]));

async function answered(app: TestApp, { id, north }: Pulse): Promise<void> {
  for (const [at, { id: personId, departmentId }] of (await app.data.people.current()).entries()) {
    const answers = { 'WKL-01': departmentId === 'north' ? north - (at % 2) : 3 + (at % 2), 'PAY-01': 3 + (at % 3 === 0 ? 1 : 0), 'COM-01': 3 + (at % 2) };
    await castBallot(app, id, { personId, answers: answers as never });
  }
}

/** What heads and HR do, by day. */
function turns(app: TestApp): ReadonlyMap<string, () => Promise<unknown>> {
  let planId = '';
  const head = () => actorFor(app, 'north-1');
  return new Map<string, () => Promise<unknown>>([
    ['2026-01-28', async () => {
      const wish = wished({ target: { index: 60, by: day('2026-06-30') }, steps: [{ title: 'List what we do', ownerId: 'north-2', due: day('2026-02-10') }, { title: 'Say it to all', ownerId: 'north-3', due: day('2026-02-11') }] });
      planId = given(await startPlan(app, await head(), wish)).planId;
      given(await commitPlan(app, await head(), planId));
    }],
    ['2026-02-03', async () => given(await answerIssue(app, await head(), { issueId: null, departmentId: 'north', dimension: 'pay', how: 'declined', reason: 'Not this year.', wouldChange: 'A better spring.' }))],
    ['2026-02-09', async () => {
      for (const { id, ownerId, revision } of (await app.data.plans.get(planId))!.steps) given(await setStepStatus(app, await actorFor(app, ownerId), { planId, stepId: id, seen: revision, status: 'done' }));
      given(await finishPlan(app, await head(), planId));
    }],
    ['2026-06-10', async () => given(await closePlan(app, await actorFor(app, 'hr'), { planId, achieved: false, result: 'Three tasks are gone.', next: 'The list stays.', lesson: 'Begin earlier.' }))],
  ]);
}

/** Every day at eleven; the mail server is away on the first day after the first publication. */
export async function yearOfLetters(app: TestApp, readers: Readers = three, until = day('2027-01-01')): Promise<readonly Got[]> {
  const got: Got[] = [];
  const mailbox = await openMailbox();
  for (const [id, language] of Object.entries(readers)) await app.data.people.save({ ...(await app.data.people.get(id))!, language });
  const languages = [...new Set<Tongue>(['en', 'zh-Hans', 'zh-Hant', ...Object.values(readers)])];
  const doings = turns(app);
  const mailed = (smtp: string) => openMailer({ ...app.config, smtp })!;
  const [mailer, away] = [mailed(mailbox.address), mailed('smtp://127.0.0.1:1')];
  try {
    for (let on = waves[0]!.opens; on < until; on = addDays(on, 1)) {
      app.setNow(`${on}T11:00:00Z`);
      const sealing = waves.find(({ opens, announced }) => (announced?.sealOn ?? opens) === on);
      if (sealing) await asked(app, sealing, languages);
      const opening = waves.find((wave) => wave.opens === on);
      if (opening) await answered(app, opening);
      const closing = waves.find((wave) => wave.closeOn === on);
      if (closing) given(await closeSurvey(app, closing.id));
      await doings.get(on)?.();
      await reviewPlans(app);
      await inviteToOpenSurveys(app);
      await dailyPlanLetters(app);
      await tellNews(app);
      await tellWhatIsLate(app);
      await writeOwedLetters(app);
      await sendLetters(app, on === '2026-01-19' ? away : mailer);
      got.push(...mailbox.taken().map(({ to, ...letter }) => ({ to: to.split('@')[0]!, on, ...letter })));
    }
  } finally {
    mailer.close();
    away.close();
    mailbox.close();
    await setTimeout(0);
  }
  return got;
}

const kinds = ['results-letter', 'news', 'late-letter', 'letter.announcement', 'letter.opening', 'letter.first-reminder', 'letter.last-reminder', 'plan-letter.digest', 'plan-letter.step'] as const;
export type Kind = (typeof kinds)[number];

/** By its subject, in whatever language of the readers it is; where two fit, such as a reminder and the last one, by the longer words. */
export function kindOf(subject: string, languages: readonly Tongue[] = Object.values(three)): Kind | null {
  const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const wordsOf = (kind: Kind) => languages.flatMap((language) => [1, 7].map((n) => textOf(language)(`${kind}.subject`, { title: '\u0000', closes: '\u0000', opens: '\u0000', n })));
  const fitting = kinds.flatMap((kind) => wordsOf(kind).flatMap((words) => (new RegExp(`^${words.split(/\u0000|7/).map(plain).join('.*')}$`).test(subject) ? [{ kind, length: words.length }] : [])));
  return fitting.sort((one, other) => other.length - one.length)[0]?.kind ?? null;
}

/** A line for each letter, and how many of each kind each of the three got; with `texts` the letters as they were read. */
export function printed(got: readonly Got[], { texts }: { readonly texts: boolean }): string {
  const lines: string[] = [];
  for (const [person, language] of Object.entries(three)) {
    const own = got.filter(({ to }) => to === person);
    lines.push(`${person} (${language}): ${own.length} letters`);
    for (const { on, subject, text } of own) lines.push(`  ${on}  ${kindOf(subject)}  ${subject}`, ...(texts ? text.trim().split(/\r?\n/).map((line) => `      ${line}`) : []));
  }
  lines.push('', ['kind', ...Object.keys(three)].join(' | '));
  for (const kind of kinds) lines.push([kind, ...Object.keys(three).map((person) => got.filter(({ to, subject }) => to === person && kindOf(subject) === kind).length)].join(' | '));
  return `${lines.join('\n')}\n`;
}
