// The words of a letter before it has a reader: HR's own where they were written, the program's otherwise, and after them what the
// program promises, which nobody changes.
import { filledIn, ownText, placesThemselves, type LetterText, type LetterTexts, type WrittenKind } from '#app/domain/surveys/letters/letter-texts.ts';
import type { AudienceWords } from '#app/domain/surveys/asking/audience.ts';
import { secondsAtMost } from '#app/domain/surveys/letters/survey-letters.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { endOfDay, placeOf } from '#app/text/places.server.ts';
import { timeNeeded, type Text, type TextKey, type Values } from '#app/text/text.ts';
import { mostAsked } from '#app/domain/surveys/serving/service-offers.ts';

interface Keys {
  readonly subject: TextKey;
  readonly body: TextKey;
  /** Paragraphs that follow, whatever HR wrote. */
  readonly fixed: readonly TextKey[];
  /** After who is asked, where that is not everybody. */
  readonly asks?: true;
}

const reminding = { asks: true, body: 'letter.reminder.text', fixed: ['letter.reminder.alike', 'letter.survey.promise', 'letter.survey.link'] } as const;

const keys: Readonly<Record<WrittenKind, Keys>> = {
  announcement: { subject: 'letter.announcement.subject', body: 'letter.announcement.text', fixed: ['letter.survey.promise'], asks: true },
  opening: { subject: 'letter.opening.subject', body: 'letter.opening.text', fixed: ['letter.survey.promise', 'letter.survey.link'], asks: true },
  'first-reminder': { subject: 'letter.first-reminder.subject', ...reminding },
  'last-reminder': { subject: 'letter.last-reminder.subject', ...reminding },
  results: { subject: 'results-letter.subject', body: 'results-letter.text', fixed: ['results-letter.fixed'] },
  news: { subject: 'news.subject', body: 'news.text', fixed: ['news.fixed'] },
};

/** The program's own, with its places as they are typed. */
export function programText(text: Text, kind: WrittenKind): LetterText {
  const places = placesThemselves(kind);
  return { subject: text(keys[kind].subject, places), body: text(keys[kind].body, places) };
}

/** What stands in the letter in any case. */
export function fixedWords(text: Text, kind: WrittenKind, values: Values): string {
  const { fixed, asks } = keys[kind];
  const audience = asks ? String(values['audience'] ?? '') : '';
  return [...(audience === '' ? [] : [audience]), ...fixed.map((key) => text(key, values))].join('\n\n');
}

/** The letter for one reader. */
export function lettered(text: Text, { kind, texts, values }: { readonly kind: WrittenKind; readonly texts: LetterTexts; readonly values: Values }): LetterText {
  const { subject, body } = ownText(texts, kind, text.tongue) ?? programText(text, kind);
  return { subject: filledIn(subject, values), body: `${filledIn(body, values)}\n\n${fixedWords(text, kind, values)}` };
}

export interface SaidOfSurvey extends Pick<Survey, 'title' | 'purpose' | 'opens' | 'closes'> {
  readonly questions: Survey['definition']['questions'];
  readonly k: number;
  /** The six. */
  readonly words: string;
  readonly organisation: string;
  /** Who is asked; null where everybody is. */
  readonly audience: AudienceWords | null;
}

/** What everybody reads alike in one language. */
export function valuesOf(app: App, text: Text, { title, purpose, opens, closes, questions, k, words, organisation, audience }: SaidOfSurvey): Record<string, string | number> {
  return {
    organisation,
    title: text.of(title),
    purpose: text.of(purpose),
    opens: text.day(opens),
    closes: text.day(closes),
    end: endOfDay(text, closes, placeOf(app.timeZone())),
    time: timeNeeded(text, secondsAtMost(mostAsked(questions))),
    k,
    words,
    audience: audience === null ? '' : text.of(audience.asked),
    home: app.config.publicUrl,
  };
}
