// A programme as it lies in the database.
import * as v from 'valibot';
import { stored, storedCalendar, storedDay, storedRange } from '../../kernel/stored.ts';
import { storedRouting } from '../asking/stored-routing.ts';
import { cadences, programmeStates, type Programme } from './programme.ts';

export const storedProgramme = stored<Programme>({
  noun: 'the programme',
  shape: v.object({
    id: v.string(),
    state: v.picklist(programmeStates),
    begun: storedDay,
    next: v.number(),
    asking: v.optional(storedRouting),
    rule: v.object({
      everyWeeks: v.picklist(cadences),
      from: storedDay,
      weekday: v.number(),
      hour: v.number(),
      length: v.number(),
      announced: v.number(),
      drafted: v.number(),
      calendar: storedCalendar,
      blackouts: v.array(storedRange),
      rotating: v.array(v.string()),
    }),
  }),
});
