// The letter about an open survey, to everybody on its roll alike: name, language and link are all in which two differ.
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { startOfDay } from '#app/domain/kernel/local-time.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import { isOpen } from '#app/domain/surveys/lifecycle.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { LetterText } from '#app/domain/surveys/letters/letter-texts.ts';
import type { LetterKind } from '#app/domain/surveys/letters/survey-letters.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { ballotLink } from '#app/services/responses/show-invitations.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import { makeLink } from '#app/services/access/make-link.server.ts';
import { textOf, type Text, type Values } from '#app/text/text.ts';
import { lettered, valuesOf } from './letter-words.server.ts';
import type { Writer } from './letters-of.server.ts';

interface Spoken {
  readonly text: Text;
  /** What everybody reads in this language. */
  readonly values: Values;
  readonly to: string;
}

/** Null where the survey takes no answers today; an announcement comes before. */
export async function invitationsFor(app: App, surveyId: string, kind: LetterKind): Promise<Writer | null> {
  const survey = await app.data.surveys.get(surveyId);
  const stored = await app.data.manifests.ofSurvey(surveyId);
  if (!survey || !stored || !isTime(survey, kind, app.today())) return null;
  const organisation = await app.data.organisation.get();
  const manifest = manifestIn(stored.text, stored.hash);
  const plan = survey.definition.consulting?.plan;
  const texts = await app.data.letterTexts.ofSurvey(surveyId);
  const spoken = spokenIn(app, { manifest, hash: stored.hash, organisation: organisation?.name ?? '', plan });
  // It stays good while the survey is open: a letter may be read days later.
  const until = startOfDay(addDays(manifest.survey.closes, 1), app.timeZone()).toISOString();
  return (person) => {
    if (person.email === null) return null;
    const { text, values: same, to } = spoken(languageOf(person, organisation));
    const made = kind === 'announcement' ? null : makeLink(app, person.id, { until, to, reusable: app.config.demo });
    const values = { ...same, name: person.name, link: made?.address ?? '' };
    const { subject, body } = plan === undefined ? lettered(text, { kind, texts, values }) : consulting(text, values);
    return { link: made?.link ?? null, letter: newLetter({ id: app.newId(), to: person.email, subject, text: body, language: text.tongue, asksFor: surveyId, dueOn: app.today() }) };
  };
}

const isTime = (survey: Survey, kind: LetterKind, today: Day): boolean => (kind === 'announcement' ? survey.state === 'sealed' && today < survey.opens : isOpen(survey, today));

function consulting(text: Text, values: Values): LetterText {
  const body = (['letter.consultation.text', 'letter.survey.promise', 'letter.survey.link'] as const).map((key) => text(key, values)).join('\n\n');
  return { subject: text('letter.consultation.subject', values), body };
}

/** Worked out once for each language: not for each of twenty thousand people. */
function spokenIn(app: App, { manifest, hash, organisation, plan }: { manifest: Manifest; hash: string; organisation: string; plan: string | undefined }): (language: Tongue) => Spoken {
  const known = new Map<Tongue, Spoken>();
  const speak = (language: Tongue): Spoken => {
    const text = textOf(language);
    const { k, questions } = manifest;
    const values = {
      ...valuesOf(app, text, { ...manifest.survey, k, questions, organisation, audience: manifest.audience?.said ?? null, words: fingerprintIn(language, hash).join(' · ') }),
      department: manifest.departments[0]?.name ?? '',
      plan: `${app.config.publicUrl}/plans/${plan ?? ''}`,
    };
    return { text, values, to: ballotLink(manifest, hash, language) };
  };
  return (language) => {
    const spoken = known.get(language) ?? speak(language);
    known.set(language, spoken);
    return spoken;
  };
}
