// The pulse that is asked again and again: what it says is owed an answer before the next one.
import type { Survey } from './survey.ts';

const corePulse = 'pulse-core';

export const isCorePulse = ({ definition }: Pick<Survey, 'definition'>): boolean => (definition.template ?? corePulse) === corePulse;

/** Made from the library's core pulse, so that its places are known and plans may add to it. */
export const isMadeFromCore = ({ definition }: Pick<Survey, 'definition'>): boolean => definition.template === corePulse;
