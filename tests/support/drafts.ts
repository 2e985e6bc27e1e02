// Drafts of surveys for tests: one scale with reasons and one open question, unless a test says more.
import { addDays, day } from '#app/domain/kernel/day.ts';
import { inAll, languages } from '#app/domain/kernel/language.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';

export const said = inAll;

export const satisfaction: Question = {
  kind: 'scale',
  id: 'PAY-01',
  text: said('My pay is fair'),
  dimension: 'pay',
  k: 5,
  points: 5,
  reverse: false,
  labels: ['1', '2', '3', '4', '5'].map(said),
  low: { at: 2, prompt: said('Why?'), options: [{ id: 'level', label: said('Level') }, { id: 'rules', label: said('Rules') }], longest: 200 },
};

export const remarks: Question = { kind: 'open', id: 'open', text: said('Anything else?'), dimension: null, k: 5, longest: 500 };

/** A background question; `aDraftWithTable` declares a table by it. */
export const tenure: Question = {
  kind: 'background',
  id: 'tenure',
  text: said('How long?'),
  dimension: null,
  k: 5,
  options: ['new', 'some', 'long'].map((id) => ({ id, label: said(id) })),
};

export const aDraftWithTable = (id: string): Survey =>
  aDraft(id, { definition: { k: 5, languages, questions: [satisfaction, tenure, remarks], cuts: [{ question: 'tenure', scope: 'company', items: ['PAY-01'] }] } });

export function aDraft(id: string, more: Partial<Survey> = {}): Survey {
  return {
    id,
    state: 'draft',
    title: said('Pulse'),
    purpose: said('To know'),
    opens: day('2026-11-22'),
    closes: addDays(day('2026-11-22'), 7),
    programme: null,
    definition: { k: 5, languages, questions: [satisfaction, remarks], cuts: [] },
    manifestHash: null,
    createdBy: null,
    createdAt: '2026-11-22T12:00:00.000Z',
    closedAt: null, closedOn: null,
    ...more,
  };
}
