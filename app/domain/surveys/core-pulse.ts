// The pulse that is asked again and again: what it says is owed an answer before the next one.
import type { Survey } from './survey.ts';

const corePulse = 'pulse-core';

export const isCorePulse = ({ definition }: Pick<Survey, 'definition'>): boolean => (definition.template ?? corePulse) === corePulse;
