// Participation of the day: computed once, kept, and only in steps.
import type { Day } from '#app/domain/kernel/day.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { participationIn } from '#app/domain/surveys/participation-steps.ts';
import type { Participation } from '#app/domain/surveys/participation.ts';
import { standingOf } from '#app/services/responses/open-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';

/** By day, the latest last. Reading writes nothing: a page must not fail because a disk is full. */
export async function participationOf(app: App, surveyId: string): Promise<Participation[]> {
  return app.data.participation.ofSurvey(surveyId);
}

/** For the clock: the first look of a day fixes that day's figures. */
export async function fixParticipation(app: App): Promise<void> {
  for (const survey of await app.data.surveys.inState('sealed')) {
    const [{ id, opens, closes }, day] = [survey, app.today()];
    // Nobody is told how many have answered about a draft before its one result.
    if (isConsultation(survey)) continue;
    if (day < opens || day > closes || (await app.data.participation.ofSurvey(id)).some((one) => one.day === day)) continue;
    await fixOne(app, id, day);
  }
}

async function fixOne(app: App, surveyId: string, day: Day): Promise<void> {
  const standing = await standingOf(app, surveyId);
  if (standing.kind !== 'open') return;
  const { manifest, slips, box } = standing.survey;
  // More papers by slips than people who come with one are nobody's who was asked.
  const over = slips?.counts().map(({ papers, listed }) => Math.max(0, papers - listed)) ?? [];
  const told = participationIn({ manifest, day, ballots: box.counts().map((ballots, block) => Math.max(0, ballots - (over[block] ?? 0))) });
  if (told) await app.data.participation.add(told);
}
