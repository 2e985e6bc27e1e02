// What a whole page can be refused with, and what its title then says: the frame of every page brings these sentences and no others.
import type { TextKey } from './text.ts';

const refusals = {
  'not-found': 'error.not-found',
  forbidden: 'error.forbidden',
  gone: 'error.gone',
  'too-many': 'error.too-many',
  'bad-request': 'error.bad-request',
  'cross-site': 'error.cross-site',
  'too-slow': 'error.too-slow',
  'too-large': 'error.too-large',
  unreadable: 'error.unreadable',
  unexpected: 'error.unexpected',
  busy: 'error.busy',
  'no-room': 'error.no-room',
  'database-away': 'error.database-away',
  'not-shown': 'error.not-shown',
  'not-a-draft': 'error.not-a-draft',
} as const satisfies Readonly<Record<string, TextKey>>;

export type PageRefusal = keyof typeof refusals;

/** Whatever is not among them is a mistake of ours. */
export function refusalKey(because: string): TextKey {
  return because in refusals ? refusals[because as PageRefusal] : refusals.unexpected;
}
