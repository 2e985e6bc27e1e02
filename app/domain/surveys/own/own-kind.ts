// The kinds of questions that a company writes itself: each is asked by the ballot page and counted by the tally like one of the library.
import { unreachable } from '../../kernel/unreachable.ts';
import type { Sensitivity } from '../questions/library-item.ts';

/** In the order in which they are offered. `three`: pick up to three. `short` and `long` differ in the room one sees, not in what may be written. `applies`: yes
 * or no, to open other questions. `background`: asked for tables that a survey declares, and published in nothing else. */
export const ownKinds = ['satisfaction', 'agreement', 'frequency', 'quality', 'level', 'recommendation', 'scale', 'choice', 'several', 'three', 'pair', 'applies', 'short', 'long', 'background'] as const;
export type OwnKind = (typeof ownKinds)[number];

export const sensitivities: readonly Sensitivity[] = ['normal', 'elevated', 'high'];

/** Characters. */
export const longestOwnText = 300;
export const longestOwnAnswer = 80;
export const longestOwnLabel = 40;

/** That may be asked at a time: no survey takes more than three, and each costs the form of a draft as many boxes as there are divisions. */
export const mostOwnBackgrounds = 6;

/** How many answers HR writes; null where the kind brings its own words. */
export function answersOfKind(kind: OwnKind): { readonly least: number; readonly most: number } | null {
  switch (kind) {
    case 'scale':
      return { least: 3, most: 7 };
    case 'choice':
    case 'several':
      return { least: 2, most: 12 };
    case 'three':
      return { least: 4, most: 12 };
    // Each further answer is another way in which somebody of a small group stands alone.
    case 'background':
      return { least: 2, most: 5 };
    case 'satisfaction':
    case 'agreement':
    case 'frequency':
    case 'quality':
    case 'level':
    case 'recommendation':
    case 'pair':
    case 'applies':
    case 'short':
    case 'long':
      return null;
    default:
      return unreachable(kind);
  }
}

/** One number that can be low: it may count towards a dimension. */
export const isRatedKind = (kind: OwnKind): boolean => ['satisfaction', 'agreement', 'frequency', 'quality', 'level', 'recommendation', 'scale'].includes(kind);

/** A low answer may be the good one, except of a recommendation, which nobody turns round. */
export const mayReverse = (kind: OwnKind): boolean => isRatedKind(kind) && kind !== 'recommendation';

/** Whether HR says of it that it tells something of who answers, so that it takes the place of a background question. */
export const mayDescribe = (kind: OwnKind): boolean => kind === 'choice' || kind === 'several' || kind === 'three';

/** Of a question beside its answers, as fields of a form call them. `label`: a short name for tables. */
export type OwnTextName = 'text' | 'label' | 'expected' | 'experienced';

export function textsOfKind(kind: OwnKind): readonly OwnTextName[] {
  if (kind === 'background') return ['text', 'label'];
  return kind === 'pair' ? ['text', 'expected', 'experienced'] : ['text'];
}
