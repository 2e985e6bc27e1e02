// What stands in the form of a new plan before anybody types: a suggestion for everything, so that a plan takes two clicks.
import type { Actor } from '#app/domain/access/actor.ts';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { forEachLanguage, type Localized } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { addWorkingDays } from '#app/domain/kernel/working-days.ts';
import { isClosed } from '#app/domain/plans/action-plan.ts';
import type { Colleague } from '#app/domain/plans/colleague.ts';
import type { Evidence, Fact } from '#app/domain/plans/evidence.ts';
import { suggestedIndex } from '#app/domain/plans/goal.ts';
import type { IssueSource, OtherSource } from '#app/domain/plans/issue.ts';
import { firstChoice, inOrder, type Clues, type OrderedMeasure } from '#app/domain/plans/measure-order.ts';
import { measuresFor, type Measure } from '#app/domain/plans/measures-catalogue.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { dimension as libraryDimension } from '#app/domain/surveys/questions/question-library.ts';
import type { App } from '#app/platform/app.server.ts';
import { cluesIn } from './clues.server.ts';
import { colleaguesOf } from './colleagues.server.ts';
import { placeOf, type Place } from './place-of-actor.server.ts';
import { subjectOf } from './subject-of-plan.server.ts';
import { latestWave } from './waves.server.ts';

export interface NewPlanPage {
  readonly request: string;
  readonly issueId: string | null;
  /** Where it came up, of what has no figure. */
  readonly source: IssueSource | null;
  /** The service survey whose figure it begins from. */
  readonly provided: string | null;
  /** What is known of an issue that waits. */
  readonly facts: readonly Fact[];
  readonly departmentId: string;
  readonly departmentName: string;
  /** False for the top of the tree: there is nobody to hand over to. */
  readonly hasAbove: boolean;
  readonly dimension: string;
  readonly label: Localized;
  readonly evidence: Evidence | null;
  readonly measures: readonly OrderedMeasure[];
  /** The measure that is ticked before anybody chooses. */
  readonly first: Measure | null;
  readonly clues: Clues;
  readonly people: readonly Colleague[];
  readonly me: string;
  /** Other departments that could work along. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** An open plan about the same thing. */
  readonly existing: { readonly id: string; readonly title: Localized } | null;
  /** `target`: null where a count has to stand for it. */
  readonly suggested: { readonly target: number | null; readonly by: Day; readonly due: Day };
}

export interface WantedPlan {
  readonly departmentId: string;
  readonly dimension: string;
  readonly issueId: string | null;
  readonly source?: OtherSource | null;
  /** A service survey. */
  readonly provided?: string | null;
}

export const departmentsBeside = ({ departments }: Pick<Place, 'departments'>, departmentId: string): { id: string; name: string }[] =>
  departments.filter(({ id }) => id !== departmentId).map(({ id, name }) => ({ id, name }));

export async function newPlanPage(app: App, actor: Actor, wanted: WantedPlan): Promise<Outcome<NewPlanPage, 'not-found' | 'forbidden' | 'not-shown'>> {
  const { departmentId, dimension } = wanted;
  const place = await placeOf(app, actor);
  const department = place.departments.find((one) => one.id === departmentId);
  const label = libraryDimension(dimension)?.label;
  if (!department || !label) return refused('not-found');
  const about = await subjectOf(app, actor, { ...wanted, place });
  if (!about.ok) return about.because === 'no-such-department' ? refused('not-found') : refused(about.because);
  const { evidence } = about.value;
  const existing = (await app.data.plans.ofDepartment(departmentId)).find((plan) => plan.dimension === dimension && !isClosed(plan));
  const clues = cluesIn((await latestWave(app))?.wave, departmentId, dimension);
  const measures = inOrder(measuresFor(dimension), clues);
  const first = firstChoice(measures);
  const people = await colleaguesOf(app, place, departmentId, actor.personId);
  const today = app.today();
  return done({
    request: app.newId(),
    issueId: wanted.issueId,
    source: evidence === null ? (about.value.existing?.source ?? wanted.source ?? null) : null,
    provided: wanted.provided ?? null,
    facts: about.value.existing?.facts ?? [],
    departmentId,
    departmentName: department.name,
    hasAbove: department.parentId !== null,
    dimension,
    label,
    evidence,
    measures,
    first,
    clues,
    people,
    me: people.find(({ id }) => id === actor.personId)?.called ?? '',
    others: departmentsBeside(place, departmentId),
    existing: existing ? { id: existing.id, title: forEachLanguage((language) => planIn(existing, language).title) } : null,
    suggested: { target: suggestedIndex(evidence), by: addDays(today, 7 * Math.max(13, (first?.leadWeeks ?? 0) + 4)), due: addWorkingDays(today, 10) },
  });
}
