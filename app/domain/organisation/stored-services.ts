// The service map as it lies in the database.
import * as v from 'valibot';
import { stored } from '../kernel/stored.ts';
import type { ServiceLink } from './service-map.ts';

export const storedServices = stored<{ readonly links: readonly ServiceLink[] }>({
  noun: 'the map of who serves whom',
  shape: v.object({ links: v.array(v.object({ provider: v.string(), customer: v.string(), kind: v.string() })) }),
});
