// The letter about an open survey, to everybody on its roll alike: name, language and link are all in which two differ.
import { addDays } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { startOfDay } from '#app/domain/kernel/local-time.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import { isOpen } from '#app/domain/surveys/lifecycle.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';
import { secondsAtMost, type LetterKind } from '#app/domain/surveys/survey-letters.ts';
import type { App } from '#app/platform/app.server.ts';
import { ballotLink } from '#app/services/responses/show-invitations.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import { makeLink } from '#app/services/access/make-link.server.ts';
import { endOfDay, placeOf } from '#app/text/places.server.ts';
import { textOf, timeNeeded, type Text, type Values } from '#app/text/text.ts';
import type { Writer } from './letters-of.server.ts';

interface Spoken {
  readonly text: Text;
  /** What everybody reads in this language. */
  readonly values: Values;
  readonly to: string;
}

/** Null where the survey takes no answers today. */
export async function invitationsFor(app: App, surveyId: string, kind: LetterKind): Promise<Writer | null> {
  const survey = await app.data.surveys.get(surveyId);
  const stored = await app.data.manifests.ofSurvey(surveyId);
  if (!survey || !stored || !isOpen(survey, app.today())) return null;
  const organisation = await app.data.organisation.get();
  const manifest = manifestIn(stored.text, stored.hash);
  const plan = survey.definition.consulting?.plan;
  const spoken = spokenIn(app, { manifest, hash: stored.hash, organisation: organisation?.name ?? '', plan });
  // It stays good while the survey is open: a letter may be read days later.
  const until = startOfDay(addDays(manifest.survey.closes, 1), app.timeZone()).toISOString();
  const occasion = kind === 'opening' ? 'opening' : 'reminder';
  return (person) => {
    if (person.email === null) return null;
    const { text, values: same, to } = spoken(languageOf(person, organisation));
    const { address, link } = makeLink(app, person.id, { until, to, reusable: app.config.demo });
    const values = { ...same, name: person.name, link: address };
    const about = plan === undefined ? (`letter.${occasion}.text` as const) : 'letter.consultation.text';
    const body = [text(about, values), text('letter.survey.promise', values), text('letter.survey.link', values)].join('\n\n');
    return { link, letter: newLetter({ id: app.newId(), to: person.email, subject: text(plan === undefined ? `letter.${kind}.subject` : 'letter.consultation.subject', values), text: body, asksFor: surveyId, dueOn: app.today() }) };
  };
}

/** Worked out once for each language: not for each of twenty thousand people. */
function spokenIn(app: App, { manifest, hash, organisation, plan }: { manifest: Manifest; hash: string; organisation: string; plan: string | undefined }): (language: Language) => Spoken {
  const known = new Map<Language, Spoken>();
  const speak = (language: Language): Spoken => {
    const text = textOf(language);
    const { title, purpose, closes } = manifest.survey;
    const values = {
      organisation,
      title: text.of(title),
      purpose: text.of(purpose),
      closes: text.day(closes),
      end: endOfDay(text, closes, placeOf(app.timeZone())),
      time: timeNeeded(text, secondsAtMost(manifest.questions)),
      k: manifest.k,
      words: fingerprintIn(language, hash).join(' · '),
      home: app.config.publicUrl,
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
