// What stands in the form of a new plan before anybody types: a suggestion for everything, so that a plan takes two clicks.
import type { Actor } from '#app/domain/access/actor.ts';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import type { Localized } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { addWorkingDays } from '#app/domain/kernel/working-days.ts';
import { isClosed } from '#app/domain/plans/action-plan.ts';
import type { Cause } from '#app/domain/plans/cause.ts';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import { mayAnswer } from '#app/domain/plans/issue.ts';
import { measuresFor, type Measure } from '#app/domain/plans/measures-catalogue.ts';
import type { Colleague } from '#app/domain/plans/plan-page.ts';
import { dimension as libraryDimension } from '#app/domain/surveys/question-library.ts';
import type { App } from '#app/platform/app.server.ts';
import { colleaguesOf } from './colleagues.server.ts';
import { evidenceFrom } from './evidence.server.ts';
import { placeOf } from './place-of-actor.server.ts';
import { latestWave } from './waves.server.ts';

export interface NewPlanPage {
  readonly request: string;
  readonly issueId: string | null;
  readonly departmentId: string;
  readonly departmentName: string;
  /** False for the top of the tree: there is nobody to hand over to. */
  readonly hasAbove: boolean;
  readonly dimension: string;
  readonly label: Localized;
  readonly evidence: Evidence;
  readonly measures: readonly Measure[];
  readonly people: readonly Colleague[];
  readonly me: string;
  /** An open plan about the same thing. */
  readonly existing: { readonly id: string; readonly title: string } | null;
  readonly suggested: { readonly target: number; readonly by: Day; readonly due: Day };
}

/** Measures that can work against this cause: a mixed one takes any. */
export const measuresAgainst = (dimension: string, cause: Cause): readonly Measure[] => measuresFor(dimension, cause === 'mixed' ? undefined : cause);

const towards = (index: number) => Math.min(100, Math.max(Math.ceil((index + 8) / 5) * 5, Math.floor(index) + 1));

export async function newPlanPage(
  app: App,
  actor: Actor,
  { departmentId, dimension, issueId, cause }: { departmentId: string; dimension: string; issueId: string | null; cause: Cause },
): Promise<Outcome<NewPlanPage, 'not-found' | 'forbidden' | 'not-shown'>> {
  const place = await placeOf(app, actor);
  const department = place.departments.find((one) => one.id === departmentId);
  const label = libraryDimension(dimension)?.label;
  if (!department || !label) return refused('not-found');
  if (!mayAnswer({ departmentId }, place.who)) return refused('forbidden');
  const handed = issueId === null ? null : await app.data.issues.get(issueId);
  const evidence = handed?.departmentId === departmentId ? done(handed.evidence) : evidenceFrom(await latestWave(app), departmentId, dimension);
  if (!evidence.ok) return evidence;
  const existing = (await app.data.plans.ofDepartment(departmentId)).find((plan) => plan.dimension === dimension && !isClosed(plan));
  const measures = measuresAgainst(dimension, cause);
  const today = app.today();
  return done({
    request: app.newId(),
    issueId: handed?.id ?? null,
    departmentId,
    departmentName: department.name,
    hasAbove: department.parentId !== null,
    dimension,
    label,
    evidence: evidence.value,
    measures,
    people: await colleaguesOf(app, place, departmentId, actor.personId),
    me: actor.personId,
    existing: existing ? { id: existing.id, title: existing.title } : null,
    suggested: {
      target: towards(evidence.value.index),
      by: addDays(today, 7 * Math.max(13, (measures[0]?.leadWeeks ?? 0) + 4)),
      due: addWorkingDays(today, 10),
    },
  });
}
