// What runs, for HR: how many have answered only as it was fixed for the day and in its steps, how long it is open, which letters left.
import { daysBetween } from '#app/domain/kernel/day.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Localized } from '#app/domain/kernel/language.ts';
import type { Participation } from '#app/domain/surveys/participation/participation.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { phaseOf } from '#app/domain/surveys/phase.ts';
import type { PlannedLetter } from '#app/domain/surveys/letters/survey-letters.ts';
import type { App } from '#app/platform/app.server.ts';
import { lettersOf } from '#app/services/notifications/invite.server.ts';
import { unprintedPiles } from '#app/services/surveys/slips.server.ts';
import { firstCountOf, participationOf } from '#app/services/publication.server.ts';

export interface Running {
  readonly surveys: readonly {
    readonly id: string;
    readonly title: Localized;
    readonly closes: Day;
    /** 0 on the last day. */
    readonly daysLeft: number;
    /** The latest that was counted; null before the first time. */
    readonly participation: Pick<Participation, 'company' | 'step'> | null;
    /** The day of the first count; null where there never is one. */
    readonly firstCount: Day | null;
    readonly letters: readonly PlannedLetter[];
    /** Piles of slips that are still to be printed. */
    readonly unprinted: number;
  }[];
  /** Letters of all kinds that wait, and those that were given up. */
  readonly letters: { readonly waiting: number; readonly givenUp: number };
}

export async function runningOf(app: App): Promise<Running> {
  const today = app.today();
  const open = (await app.data.surveys.inState('sealed')).filter((survey) => !isConsultation(survey) && phaseOf(survey, today) === 'open');
  const surveys = open.map(async (survey) => {
    const told = await participationOf(app, survey.id);
    const participation = told && { company: told.company, step: told.step };
    const { id, title, closes } = survey;
    return { id, title, closes, daysLeft: daysBetween(today, closes), participation, firstCount: await firstCountOf(app, survey), letters: await lettersOf(app, survey), unprinted: await unprintedPiles(app, id) };
  });
  return { surveys: await Promise.all(surveys), letters: await app.data.letters.counts() };
}
