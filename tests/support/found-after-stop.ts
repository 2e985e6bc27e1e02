// What a portal finds after a stop, to be held against what it had acknowledged.
import { readFileSync } from 'node:fs';
import type { Release } from '#app/domain/publication/release/release.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import type { App } from '#app/platform/app.server.ts';
import { standingOf } from '#app/services/responses/open-survey.server.ts';
import { receiptsOf, releaseFiles } from '#app/services/publication/show-public-records.server.ts';
import { hasBox } from '#db/boxes.server.ts';

export interface Found {
  readonly state: string;
  readonly asides: number;
  /** Of those whom the day imports, by their numbers in the company; somebody who is there twice counts twice. */
  readonly newcomers: number;
  readonly twice: number;
  readonly plans: number;
  readonly commitments: number;
  /** To whoever has a step of the plan. */
  readonly planLetters: number;
  /** In the box while it is open; null where it is not. */
  readonly ballots: number | null;
  readonly releases: readonly string[];
  /** Sorted, hex; null before the release. */
  readonly receipts: readonly string[] | null;
  /** By the release. */
  readonly counts: Release['counts'] | null;
  readonly problems: readonly unknown[];
  readonly boxLeft: boolean;
}

export async function foundIn(app: App): Promise<Found> {
  const fresh = (await app.data.people.current()).filter(({ employeeId }) => employeeId?.startsWith('fresh-'));
  const plans = (await app.data.plans.ofDepartment('north')).filter(({ title }) => title === 'Less at once');
  const notes = (await Promise.all(plans.map(({ id }) => app.data.planNotes.ofPlan(id)))).flat();
  const letters = await app.data.letters.claim({ now: '2026-11-22T23:00:00.000Z', until: '2026-11-22T12:00:00.000Z', limit: 10_000 });
  const standing = await standingOf(app, 'pulse');
  const stored = await app.data.releases.ofSurvey('pulse');
  const verified = stored ? verifyText(stored.text) : null;
  const written = stored ? readFileSync(releaseFiles(app, 'pulse').release, 'utf8') === stored.text : true;
  return {
    state: (await app.data.surveys.get('pulse'))?.state ?? 'gone',
    asides: (await app.data.setAsides.all()).length,
    newcomers: fresh.length,
    twice: fresh.length - new Set(fresh.map(({ employeeId }) => employeeId)).size,
    plans: plans.length,
    commitments: notes.filter(({ event }) => event === 'committed').length,
    planLetters: letters.filter(({ text }) => plans.some(({ id }) => text.includes(`/plans/${id}`))).length,
    ballots: standing.kind === 'open' ? standing.survey.box.counts().reduce((sum, one) => sum + one, 0) : null,
    releases: (await app.data.releases.all()).map(({ surveyId }) => surveyId),
    receipts: (await receiptsOf(app, 'pulse'))?.toString().split('\n').filter((line) => line !== '') ?? null,
    counts: verified?.release?.counts ?? null,
    problems: [...(verified?.problems ?? []), ...(written ? [] : ['release file'])],
    boxLeft: hasBox(app.config.dataFolder, 'pulse'),
  };
}
