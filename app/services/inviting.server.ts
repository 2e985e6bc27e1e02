// Letters about an open survey, to everybody on its roll alike. Each kind is written once, together with the note that it was.
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { localTime, startOfDay } from '#app/domain/kernel/local-time.ts';
import { newLetter, type Letter } from '#app/domain/notifications/letter.ts';
import type { Organisation } from '#app/domain/organisation/organisation.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { secondsFrom } from '#app/domain/surveys/duration.ts';
import { invitationDay, letterDue, letterKinds, letterPlanOf, plannedLetters, type LetterKind } from '#app/domain/surveys/survey-letters.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { endOfDay, placeOf } from '#app/text/places.server.ts';
import { textOf, timeNeeded } from '#app/text/text.ts';
import { ballotLink } from './answering.server.ts';
import { openRoll, type OpenRoll } from './answering/on-roll.server.ts';
import { newSignInLink } from './signing-in.server.ts';
import { fingerprintIn } from './survey-fingerprint.server.ts';

/** Writes the letters that are due now; how many, over all surveys. To be called often: what was written is not written again. */
export async function inviteToOpenSurveys(app: App): Promise<number> {
  let written = 0;
  for (const survey of await app.data.surveys.inState('sealed')) written += await inviteTo(app, survey);
  return written;
}

async function inviteTo(app: App, survey: Survey): Promise<number> {
  const sent = await app.data.surveyLetters.ofSurvey(survey.id);
  const kind = letterDue(letterPlanOf(survey), sent, localTime(app.now(), app.timeZone()));
  const roll = kind && (await openRoll(app, survey.id));
  if (!kind || !roll) return 0;

  const organisation = await app.data.organisation.get();
  const people = (await app.data.people.current()).filter((person) => person.email !== null && roll.has(person.id));
  const letters: Letter[] = [];
  for (const person of people) letters.push(await letterTo(app, person, { kind, roll, organisation }));

  const note = { surveyId: survey.id, kind, day: app.today(), people: letters.length };
  const first = await app.data.transaction(async (stores) => {
    if (!(await stores.surveyLetters.add(note))) return false;
    await stores.letters.addAll(letters);
    return true;
  });
  return first ? letters.length : 0;
}

interface Occasion {
  readonly kind: LetterKind;
  readonly roll: OpenRoll;
  readonly organisation: Organisation | null;
}

async function letterTo(app: App, person: Person, { kind, roll, organisation }: Occasion): Promise<Letter> {
  const { manifest, hash } = roll;
  const language: Language = person.language ?? organisation?.language ?? 'en';
  const text = textOf(language);
  // It stays good while the survey is open: a letter may be read days later.
  const until = startOfDay(addDays(manifest.survey.closes, 1), app.timeZone()).toISOString();
  const values = {
    name: person.name,
    organisation: organisation?.name ?? '',
    title: text.of(manifest.survey.title),
    purpose: text.of(manifest.survey.purpose),
    closes: text.day(manifest.survey.closes),
    end: endOfDay(text, manifest.survey.closes, placeOf(app.timeZone())),
    time: timeNeeded(text, secondsFrom(manifest.questions)),
    k: manifest.k,
    words: fingerprintIn(language, hash).join(' · '),
    link: await newSignInLink(app, person.id, { until, to: ballotLink(manifest, hash, language), reusable: app.config.demo }),
    home: app.config.publicUrl,
  };
  const occasion = kind === 'opening' ? 'opening' : 'reminder';
  return newLetter({
    id: app.newId(),
    to: person.email as string,
    subject: text(`letter.${kind}.subject`, values),
    text: [text(`letter.${occasion}.text`, values), text('letter.survey.promise', values), text('letter.survey.link', values)].join('\n\n'),
    asksFor: manifest.survey.id,
    dueOn: app.today(),
  });
}

export interface PlannedLetter {
  readonly kind: LetterKind;
  readonly day: Day;
  /** From which hour on it leaves, as a clock shows it. */
  readonly hour: string;
  readonly state: 'planned' | 'sent' | 'skipped';
  /** To how many people; null before it is sent. */
  readonly people: number | null;
}

/** What was sent and what is planned, in order; what was left out and comes no more is said too. */
export async function lettersOf(app: App, survey: Survey): Promise<readonly PlannedLetter[]> {
  const sent = await app.data.surveyLetters.ofSurvey(survey.id);
  const later = (kind: LetterKind) => sent.some((one) => letterKinds.indexOf(one.kind) > letterKinds.indexOf(kind));
  const hour = onTheClock(letterPlanOf(survey).hour);
  return plannedLetters(survey).map(({ kind, day }) => {
    const one = sent.find((note) => note.kind === kind);
    if (one) return { kind, hour, day: one.day, state: 'sent', people: one.people };
    const over = survey.state !== 'sealed' || later(kind);
    return { kind, hour, day, state: over ? 'skipped' : 'planned', people: null };
  });
}

/** 9 is 09:00. */
export function onTheClock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

export interface InvitationTime {
  readonly day: Day;
  readonly hour: string;
}

/** When the invitations would leave if the draft were sealed now. */
export function invitationTime(app: App, survey: Survey): InvitationTime {
  const plan = letterPlanOf(survey);
  return { day: invitationDay(plan, localTime(app.now(), app.timeZone())), hour: onTheClock(plan.hour) };
}
