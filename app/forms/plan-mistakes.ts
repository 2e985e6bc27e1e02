// Which field of a plan's form a refusal belongs to, and what can be said of a form while some of its fields cannot be read.
import type { Day } from '#app/domain/kernel/day.ts';
import type { Details } from '#app/domain/kernel/outcome.ts';
import { standIn, type EditPlanInput, type NewPlanInput } from './plans.ts';

type Field = keyof NewPlanInput | keyof EditPlanInput;
const count: readonly Field[] = ['leadingGoal', 'leadingName', 'leadingStart', 'target'];
const measures: readonly Field[] = ['measures', 'own'];

/** By refusal: the field it stands at, and the others it was found from. */
const placed: Readonly<Record<string, readonly Field[]>> = {
  'day-is-past': ['stepDue'],
  'too-many-measures': measures,
  'no-such-measure': ['measures'],
  'needs-about': ['about'],
  'needs-fact': ['about'],
  'no-such-partner': ['partners'],
  'promise-is-agreed': ['promiseDue', 'promise'],
  'needs-measure': ['own', 'measures'],
  'needs-substantive-measure': ['own', 'measures', 'cause'],
  'needs-communication-measure': ['own', 'measures', 'cause'],
  'needs-value-figure': ['valueFigure', 'cause', 'measures', 'own'],
  'needs-promise': ['promise', 'promiseDue', 'measures', 'cause'],
  'needs-target': ['target', 'by'],
  'target-below-now': ['target'],
  'target-day-is-past': ['by'],
  'needs-leading-indicator': count,
  'needs-count': count,
};

/** `person`: the field in which somebody is named. */
export function fieldsOf({ because, details }: { readonly because: string; readonly details: Details }, person: 'stepOwner' | 'owner'): readonly string[] {
  if (because === 'no-such-person') return [person];
  if (typeof details['field'] === 'string') return [details['field']];
  return placed[because] ?? [''];
}

/** Whether what was found does not come from what only stands in for a field that could not be read. */
export const wasFoundIn = (read: object, fields: readonly string[]): boolean => fields.every((field) => field === '' || field in read);

const ever = '9999-12-31' as Day;

/** The form with something in each field that nothing can be said against. `me`: whoever sent it. */
export const filledUp = (read: Partial<NewPlanInput>, me: string): NewPlanInput => ({ ...standIn, by: ever, request: '', issue: null, department: '', dimension: '', source: null, provided: null, about: '', stepTitle: '', stepOwner: me, stepDue: ever, then: 'draft', ...read });
export const filledUpEdit = (read: Partial<EditPlanInput>, me: string): EditPlanInput => ({ ...standIn, by: ever, seen: 0, owner: me, ...read });
