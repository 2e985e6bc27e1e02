// The forms around a plan. What belongs together but depends on the cause is checked when the plan is agreed, not when it is noted down.
import * as v from 'valibot';
import type { PlanTerms, Target } from '#app/domain/plans/action-plan.ts';
import { blockerKinds } from '#app/domain/plans/blocker.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { causes } from '#app/domain/plans/cause.ts';
import { otherSources } from '#app/domain/plans/issue.ts';
import type { SaidIn } from '#app/domain/plans/plan-texts.ts';
import { stepStatuses } from '#app/domain/plans/step.ts';
import { aCount, aDay, id, line, optionalCount, optionalDay, optionalId, optionalIndex, optionalLine, ticked } from './form-fields.ts';

const longestTitle = 120;
const longestText = 600;

/** What somebody is called in the form, or an id. */
const person = line(300);
const seen = v.pipe(v.string('required'), v.regex(/^\d{1,9}$/, 'required'), v.transform(Number));

/** The same words in each language of the product; what stands under the language of the plan's own words is left out. */
const elsewhere = ['title', 'own', 'leadingName', 'promise', 'steps'] as const;
type Elsewhere = `${(typeof elsewhere)[number]}-${Language}`;
const aTitle = optionalLine(longestTitle);
const aText = optionalLine(longestText);
/** A plan has as many steps as it needs, and the form sends a line for each: fifty of the longest. */
const someLines = optionalLine(50 * longestTitle);
const longest = { title: aTitle, own: aText, leadingName: aTitle, promise: aText, steps: someLines } as const;
const inLanguages = Object.fromEntries(languages.flatMap((language) => elsewhere.map((field) => [`${field}-${language}`, longest[field]]))) as Record<Elsewhere, typeof aText>;

const content = {
  ...inLanguages,
  /** The language of the words themselves. */
  written: v.optional(v.nullable(v.picklist(languages, 'required')), null),
  cause: v.picklist(causes, 'required'),
  title: line(longestTitle),
  measures: v.pipe(ticked, v.maxLength(5, 'at-most-five')),
  own: optionalLine(longestText),
  ownIsTalk: ticked,
  leadingName: optionalLine(longestTitle),
  leadingStart: optionalCount,
  leadingGoal: optionalCount,
  valueFigure: optionalLine(longestText),
  promise: optionalLine(longestText),
  promiseDue: optionalDay,
  target: optionalIndex,
  by: aDay,
  partners: ticked,
  /** What it rests on beside its figure. */
  supports: ticked,
};

type Content = { readonly [Key in keyof typeof content]: v.InferOutput<(typeof content)[Key]> };

/** A count with one number alone says nothing: whoever wrote it meant to write both. */
const isWhole = ({ leadingName, leadingStart, leadingGoal }: Pick<Content, 'leadingName' | 'leadingStart' | 'leadingGoal'>) => (leadingStart === null) === (leadingGoal === null) && (leadingStart === null || leadingName !== '');

/** A plan of which nothing was typed yet. */
export const standIn = {
  ...(Object.fromEntries(languages.flatMap((language) => elsewhere.map((field) => [`${field}-${language}`, '']))) as Record<Elsewhere, string>),
  written: null, cause: 'value', title: '', measures: [], own: '', ownIsTalk: [], leadingName: '', leadingStart: null, leadingGoal: null, valueFigure: '', promise: '', promiseDue: null, target: null, partners: [], supports: [],
} as const satisfies Omit<Content, 'by'>;

/** Empty for what came from a figure. */
const aSource = v.pipe(
  v.optional(v.picklist(['', ...otherSources], 'required'), ''),
  v.transform((source) => (source === '' ? null : source)),
);

export const newPlanForm = v.pipe(v.object({
  request: id,
  issue: optionalId,
  department: id,
  dimension: id,
  source: aSource,
  provided: optionalId,
  about: optionalLine(longestText),
  ...content,
  stepTitle: line(longestTitle),
  stepOwner: person,
  stepDue: aDay,
  /** Whether it is agreed at once where that is the sender's to decide. */
  then: v.optional(v.picklist(['agree', 'draft']), 'draft'),
}), v.forward(v.partialCheck([['leadingName'], ['leadingStart'], ['leadingGoal']], isWhole, 'needs-both-numbers'), ['leadingGoal']));

export const editPlanForm = v.pipe(v.object({ seen, owner: person, ...content }), v.forward(v.partialCheck([['leadingName'], ['leadingStart'], ['leadingGoal']], isWhole, 'needs-both-numbers'), ['leadingGoal']));
export type NewPlanInput = v.InferOutput<typeof newPlanForm>;
export type EditPlanInput = v.InferOutput<typeof editPlanForm>;

/** A count goes from its first number to its second; without them it is left out. */
const leadingOf = ({ leadingName, leadingStart, leadingGoal }: Content) =>
  leadingName !== '' && leadingStart !== null && leadingGoal !== null ? { name: leadingName, start: leadingStart, goal: leadingGoal } : null;

const ownOf = ({ own, ownIsTalk }: Content) =>
  own === '' ? null : { text: own, kind: ownIsTalk.length > 0 ? ('communication' as const) : ('substantive' as const) };

/** A promise and a figure are asked for some causes alone: what was typed under another cause is not part of the plan. */
const promiseOf = ({ cause, promise, promiseDue }: Content) => (cause === 'expectation' && promise !== '' && promiseDue !== null ? { text: promise, due: promiseDue } : null);

const valueFigureOf = ({ cause, valueFigure }: Content) => (cause === 'awareness' || cause === 'mixed' ? valueFigure : '');

/** What the form says of a plan, new or changed. */
export const contentOf = (input: Content) => ({
  ...termsOf(input),
  cause: input.cause,
  measures: input.measures,
  own: ownOf(input),
  leading: leadingOf(input),
  valueFigure: valueFigureOf(input),
  promise: promiseOf(input),
  partners: input.partners,
});

const termsOf = ({ title, target, by }: Content): PlanTerms & { readonly target: Target } => ({ title, target: { index: target, by } });

/** The other way round: what stands in the fields of a plan that has these terms. */
export const typedTerms = ({ title, target }: PlanTerms) => ({ title, target: String(target?.index ?? ''), by: String(target?.by ?? '') });

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** `written`: the language of the words themselves. */
export const saidOf = (input: Content, written: Language): SaidIn =>
  Object.fromEntries(
    languages
      .filter((language) => language !== written)
      .map((language) => [language, { title: input[`title-${language}`], own: linesOf(input[`own-${language}`]), counted: input[`leadingName-${language}`], promise: input[`promise-${language}`], steps: linesOf(input[`steps-${language}`]) }]),
  );

export const handForm = v.object({ department: id, dimension: id });
export const amendForm = v.object({ seen, reason: line(longestText), wouldChange: line(longestText) });

export const answerForm = v.object({
  issue: optionalId,
  department: id,
  dimension: id,
  how: v.picklist(['declined', 'forwarded'], 'required'),
  reason: line(longestText),
  wouldChange: optionalLine(longestText),
});

export const setStepStatusForm = v.object({ intent: v.literal('set-step-status'), stepId: id, seen, status: v.picklist(stepStatuses) });
/** On the page of one promise; `due` is the day it had there. */
export const keepForm = v.object({ fate: v.literal('kept'), due: aDay });
export const renewForm = v.object({ fate: v.literal('renewed'), due: aDay, to: aDay, renewReason: line(longestText) });
export const dropForm = v.object({ fate: v.literal('dropped'), due: aDay, dropReason: line(longestText) });
export const promiseForm = v.variant('fate', [keepForm, renewForm, dropForm]);
export type PromiseInput = v.InferOutput<typeof promiseForm>;
/** On the page of one step. */
export const moveStepForm = v.object({ seen, to: aDay, reason: line(longestText) });
export const noteForm = v.object({ intent: v.literal('write-note'), request: id, note: line(2000) });
export const addStepForm = v.object({ intent: v.literal('add-step'), request: id, stepTitle: line(longestTitle), stepOwner: person, stepDue: aDay });
export const reportBlockerForm = v.object({ intent: v.literal('report-blocker'), request: id, blockerKind: v.picklist(blockerKinds, 'required'), blockerText: line(longestText) });
export const resolveBlockerForm = v.object({ intent: v.literal('resolve-blocker'), blockerId: id, resolution: line(longestText) });
export const countLeadingForm = v.object({ intent: v.literal('count-leading'), measureId: id, now: aCount });
export const closeForm = v.object({
  intent: v.literal('close'),
  achieved: v.picklist(['yes', 'no'], 'required'),
  result: line(2000),
  next: optionalLine(longestText),
  lesson: optionalLine(longestText),
});
export const giveUpForm = v.object({ intent: v.literal('give-up'), giveUpReason: line(longestText) });
export const objectForm = v.object({ intent: v.literal('object-by-name'), request: id, objection: line(2000) });
export const answerObjectionsForm = v.object({ intent: v.literal('answer-objections'), objectionsAnswer: line(2000) });
const turn = <const Intent extends string>(intent: Intent) => v.object({ intent: v.literal(intent) });

/** Everything that is done on the page of a plan, told apart by `intent`. */
export const planForm = v.variant('intent', [
  setStepStatusForm, noteForm, addStepForm, reportBlockerForm, resolveBlockerForm, countLeadingForm, closeForm, giveUpForm,
  objectForm, answerObjectionsForm,
  turn('show-draft'), turn('commit'), turn('finish'), turn('begin-anew'),
]);

export type PlanInput = v.InferOutput<typeof planForm>;
