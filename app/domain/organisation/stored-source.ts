import * as v from 'valibot';
import type { Day } from '../kernel/day.ts';
import { stored } from '../kernel/stored.ts';
import { fetchRefusals, sourceKinds, type PeopleSource, type Standing } from './people-source.ts';

export const storedSource = stored<PeopleSource>({
  noun: 'people source',
  shape: v.object({ kind: v.picklist(sourceKinds), place: v.string(), header: v.string(), secret: v.string(), hour: v.number(), leavers: v.number() }),
});

const counts = v.object({ joined: v.number(), left: v.number(), moved: v.number(), changed: v.number() });

export const storedStanding = stored<Standing>({
  noun: 'people source standing',
  shape: v.object({
    day: v.pipe(v.string(), v.transform((day) => day as Day)),
    outcome: v.picklist(['taken', 'nothing', 'unchanged', 'waits', 'failed']),
    counts: v.nullable(counts),
    waiting: v.array(v.picklist(['problems', 'leavers', 'departments', 'addresses', 'ids'])),
    failure: v.nullable(v.picklist([...fetchRefusals, 'fault'])),
    status: v.nullable(v.number()),
    digest: v.nullable(v.string()),
    version: v.number(),
  }),
});
