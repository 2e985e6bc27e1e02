// The pulse that is asked again and again: what it says is owed an answer before the next one.
import { isConsultation } from '../consultation.ts';
import type { Survey } from '../survey.ts';

const corePulse = 'pulse-core';

export const isCorePulse = (survey: Pick<Survey, 'definition'>): boolean => !isConsultation(survey) && (survey.definition.template ?? corePulse) === corePulse;

/** Made from the library's core pulse, so that its places are known and plans may add to it. */
export const isMadeFromCore = (survey: Pick<Survey, 'definition'>): boolean => !isConsultation(survey) && survey.definition.template === corePulse;
