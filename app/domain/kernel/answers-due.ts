// No ask without an answer: until when what a survey says clearly is answered. It stands in the sealed survey, so that people read it
// before they say anything.
import type { Day } from './day.ts';
import { addWorkingDays } from './working-days.ts';

/** Working days from publication in which a plan, a refusal or a hand-over is due. */
export const answerDays = 15;

export const answersDue = (published: Day): Day => addWorkingDays(published, answerDays);
