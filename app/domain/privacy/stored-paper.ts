// A paper of the works council as it lies in the database.
import * as v from 'valibot';
import { stored, storedDay } from '../kernel/stored.ts';
import type { PaperFacts } from './council-paper.ts';
import { privacyChecks } from './privacy-report.ts';

export const storedPaper = stored<PaperFacts>({
  noun: 'a paper of the works council',
  shape: v.object({
    company: v.string(),
    address: v.string(),
    k: v.number(),
    retention: v.object({ letters: v.number(), sessions: v.number() }),
    timeZone: v.string(),
    readers: v.object({ hr: v.array(v.string()), administrators: v.array(v.string()) }),
    checked: v.object({ day: storedDay, time: v.string() }),
    checks: v.array(v.object({ id: v.picklist(privacyChecks), ok: v.boolean(), limit: v.optional(v.boolean()), details: v.record(v.string(), v.union([v.string(), v.number()])) })),
    log: v.object({ until: v.string(), ids: v.array(v.string()) }),
    journal: v.nullable(v.object({ pages: v.number(), day: v.string(), hash: v.string() })),
    promise: v.record(v.string(), v.string()),
  }) as never,
});
