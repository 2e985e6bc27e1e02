// What was published, as a list to read from: surveys with the release each came from, and the departments that have a number of their own.
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import type { App } from '#app/platform/app.server.ts';
import { surveyOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { linesUpTo, releasesByDay } from './read-results.server.ts';
import { hasOwnNumber } from './gather-report.server.ts';

export interface PublishedRelease extends ClosedSurvey {
  /** SHA-256, hex. */
  readonly release: string;
}

/** The latest first. */
export async function publishedReleases(app: App, language: Language): Promise<PublishedRelease[]> {
  const listed = await releasesByDay(app);
  const found = await Promise.all(listed.map(async ({ hash }) => ({ hash, survey: await surveyOfRelease(app, hash, language) })));
  return found.flatMap(({ hash, survey }) => (survey ? [{ ...survey, release: hash }] : [])).reverse();
}

export interface ReleasedDepartment {
  readonly id: string;
  readonly name: string;
  /** The nearest one above it that has a number of its own; null for the company. */
  readonly parent: string | null;
}

export async function releasedDepartments(app: App, surveyId: string): Promise<Outcome<readonly ReleasedDepartment[], 'not-found'>> {
  const wave = (await linesUpTo(app, surveyId)).at(-1)?.wave;
  if (!wave) return refused('not-found');
  const own = wave.tree.ids.filter((id) => hasOwnNumber(wave, id));
  return done(own.map((id) => ({ id, name: wave.departments.get(id)?.name ?? '', parent: aboveIn(wave, id) })));
}

function aboveIn(wave: Wave, id: string): string | null {
  for (let at = wave.departments.get(id)?.parentId ?? null; at !== null; at = wave.departments.get(at)?.parentId ?? null) if (hasOwnNumber(wave, at)) return at;
  return null;
}
