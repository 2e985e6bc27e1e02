// How far a stage is: every page of a past survey waits for a reading, tells what is wrong, or goes on.
import type { Day } from '#app/domain/kernel/day.ts';
import { smallestK } from '#app/domain/organisation/organisation.ts';
import type { FoundProblems } from '#app/domain/past-surveys/found.ts';
import type { App } from '#app/platform/app.server.ts';
import type { PastJob } from './past-job.server.ts';
import { progressOf, type Progress } from './past-thread.server.ts';
import { readResult } from './stage-files.server.ts';

export type Reading = { readonly step: 'reading'; readonly progress: Progress };
export type Wrong = { readonly step: 'wrong'; readonly found: FoundProblems };

export interface PastStaged<T> {
  readonly title: string;
  readonly closed: Day;
  readonly standing: T;
}

/** Fewest people in a group, as the organisation has it. */
export const smallestGroup = async (app: App): Promise<number> => (await app.data.organisation.get())?.k ?? smallestK;

/** The result of a reading, or how far it is; a reading that was interrupted begins again. */
export function resultOr<T>(app: App, job: PastJob): { readonly result: T } | Reading {
  const result = readResult<T>(job, job.result);
  return result ? { result } : { step: 'reading', progress: progressOf(app, job) };
}
