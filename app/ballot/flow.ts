// Where a person is on the page and what may happen next: a pure machine. Drawing, storage and requests are its surroundings.
import type { Answer } from '#app/domain/responses/answers.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { askedNow, offeredTo } from '#app/domain/surveys/serving/service-survey.ts';
import { keysOf } from './answers-to-send.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { sentAnswers, unsentOf } from './unsent.ts';
import type { Stop } from '#app/domain/responses/ballot-stop.ts';

export const places = ['promise', 'question', 'list', 'review', 'sent'] as const;
export type FlowPlace = (typeof places)[number];

export interface Flow {
  /** What is asked as things stand. */
  readonly questions: readonly Question[];
  /** Whatever may come to be asked, by what is answered. */
  readonly offered: readonly Question[];
  readonly draft: Draft;
  readonly place: FlowPlace;
  /** The question a person is at, counted from 0. */
  readonly step: number;
  readonly paper: 'none' | 'taking' | 'ready' | Stop;
  readonly drop: 'idle' | 'sending' | Stop;
}

type Bare = 'started' | 'next' | 'back' | 'listed' | 'one-by-one' | 'reviewed' | 'changing' | 'kept-as-sent' | 'cleared' | 'taking' | 'sending';

export type Happening =
  | { readonly [Kind in Bare]: { readonly kind: Kind } }[Bare]
  | { readonly kind: 'gone-to'; readonly step: number }
  /** By the browser's «back» and «forward», a reload or another language. */
  | { readonly kind: 'returned'; readonly place: FlowPlace; readonly step: number }
  | { readonly kind: 'answered'; readonly key: string; readonly answer: Answer | null }
  | { readonly kind: 'unsaid'; readonly question: Question }
  /** The server named the person's block and its key. */
  | { readonly kind: 'placed'; readonly block: number; readonly key: string; readonly asked: readonly string[] }
  | { readonly kind: 'drawn'; readonly draw: Draft['draw'] }
  | { readonly kind: 'taken'; readonly paper: Draft['paper']; readonly draw: Draft['draw'] }
  | { readonly kind: 'not-taken'; readonly because: Stop }
  | { readonly kind: 'sealed'; readonly pending: NonNullable<Draft['pending']> }
  | { readonly kind: 'dropped'; readonly receipt: string; readonly record: string }
  | { readonly kind: 'not-dropped'; readonly because: Stop };

/** Background questions come last: whoever stops before them has said what matters. */
export function inOrder(questions: readonly Question[]): readonly Question[] {
  const background = (question: Question): boolean => question.kind === 'background';
  return [...questions.filter((question) => !background(question)), ...questions.filter(background)];
}

export function flowOf(questions: readonly Question[], draft: Draft): Flow {
  const place = draft.sent ? 'sent' : 'promise';
  const offered = inOrder(offeredTo(questions.filter(({ id, routes }) => !routes || draft.asked.includes(id)), draft.block));
  return { questions: askedNow(offered, draft.answers), offered, draft, place, step: 0, paper: draft.paper ? 'ready' : 'none', drop: 'idle' };
}

/** Answered, or passed over on purpose. */
function isDone(question: Question, { answers, unsaid }: Draft): boolean {
  return unsaid.includes(question.id) || keysOf(question).every((key) => answers[key] !== undefined);
}

/** Where somebody goes on who came back: the first question that is not done, or the review; there too whoever had pressed «Send». */
function resumed(flow: Flow): Flow {
  if (flow.draft.pending) return { ...flow, place: 'review' };
  const step = flow.questions.findIndex((question) => !isDone(question, flow.draft));
  const begun = flow.draft.unsaid.length > 0 || Object.keys(flow.draft.answers).length > 0;
  if (!begun) return at(flow, 0);
  return step < 0 ? { ...flow, place: 'review' } : at(flow, step);
}

function at(flow: Flow, step: number): Flow {
  if (step >= flow.questions.length) return { ...flow, place: 'review' };
  return step < 0 ? { ...flow, place: flow.draft.sent ? 'sent' : 'promise', step: 0 } : { ...flow, place: 'question', step };
}

/** A place of before, as far as it still exists: after sending there is no promise, no record of what is in the box already, and without a paper no way back to the questions. */
function returned(flow: Flow, place: FlowPlace, step: number): Flow {
  const { sent, paper } = flow.draft;
  const gone = place === 'promise' || place === 'sent' || (place === 'review' && unsentOf(flow) === 'nothing');
  if (sent && (!paper || gone)) return { ...flow, place: 'sent' };
  if (place === 'question') return at(flow, Math.min(Math.max(0, step), flow.questions.length - 1));
  return { ...flow, place: place === 'sent' ? 'promise' : place };
}

/** Where changes may have arrived, what was sent before has to be sent again. */
function keptAsSent(flow: Flow): Flow {
  const { sent, pending } = flow.draft;
  if (!sent?.record) return flow;
  const answers = sentAnswers(sent.record);
  const unsaid = flow.draft.unsaid.filter((id) => !Object.keys(answers).some((key) => key === id || key.startsWith(`${id}:`)));
  return { ...holding(flow, { answers, unsaid }), place: pending ? 'review' : 'sent', drop: 'idle' };
}

function holding(flow: Flow, draft: Partial<Draft>): Flow {
  return { ...flow, draft: { ...flow.draft, ...draft } };
}

function answered(flow: Flow, key: string, answer: Answer | null): Flow {
  const others = Object.fromEntries(Object.entries(flow.draft.answers).filter(([other]) => other !== key));
  const unsaid = flow.draft.unsaid.filter((id) => id !== key && !key.startsWith(`${id}:`));
  return holding(flow, { answers: answer === null ? others : { ...others, [key]: answer }, unsaid });
}

function unsaid(flow: Flow, question: Question): Flow {
  const answers = Object.fromEntries(
    Object.entries(flow.draft.answers).filter(([key]) => key !== question.id && !key.startsWith(`${question.id}:`)),
  );
  return holding(flow, { answers, unsaid: [...flow.draft.unsaid.filter((id) => id !== question.id), question.id] });
}

const without = (answers: Draft['answers'], ids: readonly string[]): Draft['answers'] => Object.fromEntries(Object.entries(answers).filter(([key]) => !ids.includes(key)));

/** What follows from a happening; one that cannot happen here changes nothing. */
export function after(flow: Flow, happening: Happening): Flow {
  const next = following(flow, happening);
  if (next.draft.answers === flow.draft.answers) return next;
  const questions = askedNow(next.offered, next.draft.answers);
  // What was said before it turned out not to apply is forgotten.
  const gone = next.offered.filter((question) => question.askedIf && !questions.includes(question)).map(({ id }) => id);
  return { ...next, questions, draft: { ...next.draft, answers: without(next.draft.answers, gone) } };
}

function following(flow: Flow, happening: Happening): Flow {
  if (flow.drop === 'sending' && !['sealed', 'dropped', 'not-dropped'].includes(happening.kind)) return flow;
  switch (happening.kind) {
    case 'started':
      return resumed(flow);
    case 'next':
      return at(flow, flow.step + 1);
    case 'back':
      return flow.place === 'review' ? at(flow, flow.questions.length - 1) : at(flow, flow.step - 1);
    case 'gone-to':
      return at(flow, happening.step);
    case 'returned':
      return returned(flow, happening.place, happening.step);
    case 'listed':
      return { ...flow, place: 'list' };
    case 'one-by-one':
      return at(flow, flow.step);
    case 'reviewed':
      return { ...flow, place: 'review' };
    case 'changing':
      return flow.draft.paper ? at({ ...flow, drop: 'idle' }, 0) : flow;
    case 'kept-as-sent':
      return keptAsSent(flow);
    case 'cleared':
      return cleared(flow);
    case 'answered':
      return answered(flow, happening.key, happening.answer);
    case 'unsaid':
      return unsaid(flow, happening.question);
    default:
      return afterRequest(flow, happening);
  }
}

type Requested = Extract<Happening, { readonly kind: 'placed' | 'taking' | 'drawn' | 'taken' | 'not-taken' | 'sending' | 'sealed' | 'dropped' | 'not-dropped' }>;

function afterRequest(flow: Flow, happening: Requested): Flow {
  switch (happening.kind) {
    case 'placed':
      return holding(flow, { block: happening.block, key: happening.key, asked: happening.asked });
    case 'taking':
      return { ...flow, paper: 'taking' };
    case 'drawn':
      return holding(flow, { draw: happening.draw });
    case 'taken':
      return { ...holding(flow, { paper: happening.paper, draw: happening.draw }), paper: 'ready' };
    case 'not-taken':
      return { ...flow, paper: happening.because };
    case 'sending':
      return flow.draft.paper ? { ...flow, drop: 'sending' } : flow;
    case 'sealed':
      return holding(flow, { pending: happening.pending });
    case 'dropped': {
      const { receipt, record } = happening;
      return { ...holding(flow, { pending: null, sent: { receipt, record } }), place: 'sent', drop: 'idle' };
    }
    case 'not-dropped':
      return { ...flow, drop: happening.because };
  }
}

/** After sending only the receipt stays; before it, the paper stays too: giving it away would cost the person the vote. */
function cleared(flow: Flow): Flow {
  const { sent, draw, paper, block, key, asked } = flow.draft;
  if (sent) return { ...flow, draft: { ...emptyDraft, sent: { receipt: sent.receipt, record: '' } }, paper: 'none' };
  return { ...flow, draft: { ...emptyDraft, draw, paper, block, key, asked }, place: 'promise', step: 0, drop: 'idle' };
}
