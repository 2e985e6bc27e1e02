// Logo and colour as they lie in the database.
import * as v from 'valibot';
import { stored } from '../kernel/stored.ts';
import type { Letterhead } from './letterhead.ts';

export const storedLetterhead = stored<Letterhead>({
  noun: 'how papers of the company look',
  shape: v.object({
    logo: v.nullable(v.object({ png: v.string(), width: v.number(), height: v.number() })),
    colour: v.nullable(v.string()),
  }),
});
