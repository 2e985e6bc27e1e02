// Where a survey's roll, box and keys lie: one folder of its own, so that nothing of it is in the portal's database or in a
// backup, and closing can remove all of it.
import { join } from 'node:path';

export interface Place {
  readonly folder: string;
  readonly roll: string;
  readonly box: string;
  readonly keys: string;
  /** Its presence says that closing has begun: no ballot is taken after a restart either. */
  readonly closing: string;
}

const surveyId = /^[\w-]{1,64}$/;

export function openFolder(dataFolder: string): string {
  return join(dataFolder, 'open');
}

/** Throws on an id that could leave the folder. */
export function placeOf(dataFolder: string, id: string, prefix = ''): Place {
  if (!surveyId.test(id)) throw new Error('not a survey id');
  const folder = join(openFolder(dataFolder), `${prefix}${id}`);
  return {
    folder,
    roll: join(folder, 'roll.sqlite'),
    box: join(folder, 'box.sqlite'),
    keys: join(folder, 'keys'),
    closing: join(folder, 'closing'),
  };
}

/** The same under a name that is never opened: what is not complete yet. */
export const making = '.making-';
