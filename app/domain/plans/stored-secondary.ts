// Company records as they lie in the database.
import * as v from 'valibot';
import { stored } from '../kernel/stored.ts';
import { secondaryKindIds, type SecondaryFigure } from './secondary.ts';

export const secondaryShape: v.GenericSchema<unknown, SecondaryFigure> = v.object({
  departmentId: v.string(),
  kind: v.picklist(secondaryKindIds),
  value: v.number(),
  period: v.string(),
  source: v.string(),
  people: v.number(),
});

export const storedSecondary = stored<{ readonly figures: readonly SecondaryFigure[] }>({ noun: 'company records', shape: v.object({ figures: v.array(secondaryShape) }) });
