// Participation: counted by the clock alone, once a day at one hour, and only in steps. What was counted before is kept nowhere.
import type { Day } from '#app/domain/kernel/day.ts';
import { localTime } from '#app/domain/kernel/local-time.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { isEverTold, participationIn } from '#app/domain/surveys/participation/participation-steps.ts';
import { firstCount, isCountDue, type Participation } from '#app/domain/surveys/participation/participation.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { overwriteWhatWas } from '#app/services/installation/forget.server.ts';
import { standingOf } from '#app/services/responses/open-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { sealedOf } from './seal-survey.server.ts';

/** The latest count; null before the first. Reading writes nothing: a page must not fail because a disk is full. */
export async function participationOf(app: App, surveyId: string): Promise<Participation | null> {
  return app.data.participation.ofSurvey(surveyId);
}

/** The day of the first count of a sealed survey; null where there never is one: it is open for one day, or too few are invited. */
export async function firstCountOf(app: App, survey: Pick<Survey, 'id' | 'opens' | 'closes'>): Promise<Day | null> {
  const { manifest } = await sealedOf(app, survey.id);
  return isEverTold(manifest) ? firstCount(survey) : null;
}

/** For the clock. Whoever looks, or starts the portal, changes nothing: while it stood still at the hour nobody could answer either. */
export async function fixParticipation(app: App): Promise<void> {
  const now = localTime(app.now(), app.timeZone());
  let replaced = false;
  for (const survey of await app.data.surveys.inState('sealed')) {
    // Nobody is told how many have answered about a draft before its one result.
    if (isConsultation(survey)) continue;
    const latest = await participationOf(app, survey.id);
    if (!isCountDue(survey, latest?.day ?? null, now)) continue;
    await fixOne(app, survey.id, now.day);
    replaced ||= latest !== null;
  }
  // Two counts beside each other tell who came between them, also in gaps of pages and in the log of the data.
  if (replaced) await overwriteWhatWas(app);
}

async function fixOne(app: App, surveyId: string, day: Day): Promise<void> {
  const standing = await standingOf(app, surveyId);
  if (standing.kind !== 'open') return;
  const { manifest, slips, box } = standing.survey;
  // More papers by slips than people who come with one are nobody's who was asked.
  const over = slips?.counts().map(({ papers, listed }) => Math.max(0, papers - listed)) ?? [];
  const told = participationIn({ manifest, day, ballots: box.counts().map((ballots, block) => Math.max(0, ballots - (over[block] ?? 0))) });
  if (told) await app.data.participation.keep(told);
}
