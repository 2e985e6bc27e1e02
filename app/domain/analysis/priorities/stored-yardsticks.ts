// Targets and outside values as they lie in the database.
import * as v from 'valibot';
import { stored } from '../../kernel/stored.ts';
import type { Yardsticks } from './yardsticks.ts';

const subject = v.object({ kind: v.picklist(['item', 'dimension']), id: v.string() });

export const storedYardsticks = stored<Yardsticks>({
  noun: 'what figures are compared with',
  shape: v.object({
    targets: v.record(v.string(), v.number()),
    outside: v.array(v.object({ subject, index: v.number(), source: v.string(), year: v.number() })),
  }),
});
