// Two surveys in one window for some of the same people: nobody is asked twice at once, whichever door the second comes through.
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { Stores } from '#db/index.server.ts';
import type { SealingPlan } from './plan-sealing.server.ts';

export type OpenMeanwhile = Pick<Survey, 'title' | 'closes'>;

/** Sealed surveys that are open on some day of this one and ask some of the departments that this one would ask. */
export async function openMeanwhileOf({ surveys, manifests }: Pick<Stores, 'surveys' | 'manifests'>, survey: Survey, { blocks }: Pick<SealingPlan, 'blocks'>): Promise<readonly OpenMeanwhile[]> {
  if (isConsultation(survey)) return [];
  const asked = new Set(blocks.flatMap(({ departments }) => departments));
  const found: OpenMeanwhile[] = [];
  for (const { id, title, closes } of await inOneWindow(surveys, survey)) {
    const stored = await manifests.ofSurvey(id);
    if (!stored || manifestOf(stored.text).blocks.some(({ departments }) => departments.some((one) => asked.has(one)))) found.push({ title, closes });
  }
  return found;
}

async function inOneWindow(surveys: Stores['surveys'], { id, opens, closes }: Survey): Promise<readonly Survey[]> {
  return (await surveys.inState('sealed')).filter((other) => other.id !== id && !isConsultation(other) && other.opens <= closes && other.closes >= opens);
}
