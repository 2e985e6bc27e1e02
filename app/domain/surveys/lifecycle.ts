// A survey goes one way: draft, sealed, closed. What was sealed is a promise, so nothing leads back and nothing opens it again;
// `lost` is where a survey ends whose ballots a dead disk or an old backup took away.
import type { Day } from '../kernel/day.ts';
import { writtenIn } from '../kernel/language.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { isMadeFromCore } from './questions/core-pulse.ts';
import { notTooManyBackgrounds } from './backgrounds/declared-cuts.ts';
import { isAskedOfSome } from './questions/extra-questions.ts';
import { ratedAmong } from './questions/extras.ts';
import { mostRatedInPulse } from './questions/question-library.ts';
import type { Survey } from './survey.ts';

export type SealRefusal =
  | 'not-a-draft'
  | 'no-title'
  | 'no-questions'
  | 'repeated-question'
  | 'unknown-cut'
  | 'background-without-table'
  | 'too-many-backgrounds'
  | 'too-many-rated'
  | 'opens-in-the-past'
  | 'closes-before-opening'
  | 'closes-in-the-past';

/** Whether HR may seal it today. A survey may open and close on the same day; `closes` is the last day on which ballots are taken. */
export function readyToSeal(survey: Survey, today: Day): Outcome<Survey, SealRefusal> {
  const { definition, title, opens, closes } = survey;
  if (survey.state !== 'draft') return refused('not-a-draft');
  const untitled = definition.languages.find((language) => (writtenIn(title, language) ?? '').trim() === '');
  if (untitled !== undefined || definition.languages.length === 0) return refused('no-title', { language: untitled ?? '' });
  if (!definition.questions.some((question) => question.kind !== 'background')) return refused('no-questions');
  const ids = definition.questions.map((question) => question.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) return refused('repeated-question', { question: repeated });
  const background = new Set(definition.questions.filter((question) => question.kind === 'background').map(({ id }) => id));
  const unknown = definition.cuts.find((cut) => !background.has(cut.question));
  if (unknown) return refused('unknown-cut', { question: unknown.question });
  const untold = [...background].find((id) => !definition.cuts.some(({ question }) => question === id));
  if (untold !== undefined) return refused('background-without-table', { question: untold });
  const few = notTooManyBackgrounds(definition.questions);
  if (!few.ok) return few;
  if (closes < opens) return refused('closes-before-opening');
  if (closes < today) return refused('closes-in-the-past');
  return opens < today ? refused('opens-in-the-past') : done(survey);
}

/** A pulse that takes longer than people have is left unfinished, so the core pulse has an end whoever adds to it. */
export function notTooLong(survey: Survey): Outcome<Survey, 'too-many-rated'> {
  const rated = ratedAmong(survey.definition.questions.filter(({ id }) => !isAskedOfSome(id)));
  return isMadeFromCore(survey) && rated > mostRatedInPulse ? refused('too-many-rated', { n: rated, most: mostRatedInPulse }) : done(survey);
}

export function sealSurvey(survey: Survey, manifestHash: string): Outcome<Survey, 'not-a-draft'> {
  return survey.state === 'draft' ? done({ ...survey, state: 'sealed', manifestHash }) : refused('not-a-draft');
}

/** Whether ballots are taken on this day. */
export function isOpen(survey: Pick<Survey, 'state' | 'opens' | 'closes'>, today: Day): boolean {
  return survey.state === 'sealed' && survey.opens <= today && today <= survey.closes;
}

/** Whether its last day is over and nobody has closed it. */
export function isDue(survey: Pick<Survey, 'state' | 'closes'>, today: Day): boolean {
  return survey.state === 'sealed' && survey.closes < today;
}

/** `at` is the day on which it happens, `on` the last day on which ballots were taken. HR may close early; what was promised about the last day is an upper bound. */
export function closeSurvey(survey: Survey, at: string, on: Day): Outcome<Survey, 'not-sealed'> {
  return survey.state === 'sealed' ? done({ ...survey, state: 'closed', closedAt: at, closedOn: on }) : refused('not-sealed');
}

/** Its ballots no longer exist. */
export function loseSurvey(survey: Survey, at: string, on: Day): Outcome<Survey, 'not-sealed'> {
  return survey.state === 'sealed' ? done({ ...survey, state: 'lost', closedAt: at, closedOn: on }) : refused('not-sealed');
}

/** Its ballots were believed to be gone and are there: somebody who may decide wants them counted. */
export function reopenSurvey(survey: Survey): Outcome<Survey, 'not-lost'> {
  return survey.state === 'lost' ? done({ ...survey, state: 'sealed', closedAt: null, closedOn: null }) : refused('not-lost');
}
