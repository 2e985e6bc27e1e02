// Where a survey's roll, box and keys lie: one folder of its own, so that nothing of it is in the portal's database or in a
// backup, and closing can remove all of it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface BoxPlace {
  readonly folder: string;
  /** Who may answer, in which block, and where their papers are noted; written at sealing and never again. */
  readonly people: string;
  /** The papers given: records of one size. */
  readonly roll: string;
  /** What codes on slips are checked by, and the papers they bought: records of one size. Only where somebody comes with a slip. */
  readonly slips: string;
  /** The ballots: records of one size. */
  readonly box: string;
  readonly keys: string;
  /** The sealed manifest, word for word: what was promised, where the database has lost it. */
  readonly sealedText: string;
  /** Its presence says that closing has begun: no ballot is taken after a restart either. */
  readonly closing: string;
}

const surveyId = /^[\w-]{1,64}$/;

/** Whether a folder among the open surveys can be one of them. */
export function isSurveyId(name: string): boolean {
  return surveyId.test(name);
}

export function openFolder(dataFolder: string): string {
  return join(dataFolder, 'open');
}

/** Throws on an id that could leave the folder. */
export function placeOf(dataFolder: string, id: string, prefix = ''): BoxPlace {
  if (!surveyId.test(id)) throw new Error('not a survey id');
  const folder = join(openFolder(dataFolder), `${prefix}${id}`);
  return {
    folder,
    people: join(folder, 'people.json'),
    roll: join(folder, 'roll'),
    slips: join(folder, 'slips'),
    box: join(folder, 'box'),
    keys: join(folder, 'keys'),
    sealedText: join(folder, 'manifest.json'),
    closing: join(folder, 'closing'),
  };
}

/** The same under a name that is never opened: what is not complete yet. */
export const making = '.making-';

/** Whether the folder was made by a version that kept ballots in a database: they can be neither taken nor counted here. */
export function isOfEarlierForm({ folder }: BoxPlace): boolean {
  return existsSync(join(folder, 'box.sqlite'));
}
