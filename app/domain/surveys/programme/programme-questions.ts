// What a wave asks: the anchors every time, as they are the line, and beside them the questions that have waited longest.
import type { Day } from '../../kernel/day.ts';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { secondsFrom } from '../questions/duration.ts';
import { extrasInTurn } from '../questions/extras-in-turn.ts';
import { ratedAmong, ration, withExtras, type Extra } from '../questions/extras.ts';
import { libraryItem } from '../questions/question-library.ts';
import { coreTemplate } from './programme.ts';
import { leftOn, countedIn, type AskedSurvey } from './programme-budget.ts';
import type { Question } from '../questions/question.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { lastAskedIn, restsUntil } from './rotation.ts';
import type { Survey } from '../survey.ts';

export interface WaveQuestions {
  /** Ids, as the others here. */
  readonly anchors: readonly string[];
  readonly rotating: readonly string[];
  /** What joins by itself if nothing that comes up until then has waited longer. */
  readonly extras: readonly Pick<Extra, 'kind' | 'of' | 'plans'>[];
  readonly seconds: number;
  /** Rated questions for anybody. */
  readonly rated: number;
  /** All of them, for the surveys that come after. */
  readonly questions: readonly Question[];
}

export interface QuestionGround {
  readonly opens: Day;
  readonly k: number;
  readonly people: number;
  readonly rotating: readonly string[];
  /** All that people were and will have been asked by then. */
  readonly asked: readonly AskedSurvey[];
  /** What waits for its turn beside what comes by itself: known for the next wave alone. */
  readonly waiting: readonly Extra[];
}

export type BudgetRefusal = 'programme-budget';

/** Refused where not even the anchors are within what people may be asked; `left` says how many questions would be. */
export function questionsFor(ground: QuestionGround): Outcome<WaveQuestions, BudgetRefusal> {
  const { opens, k, asked } = ground;
  const template = coreTemplate();
  const anchors = questionsOf(template, { k });
  const left = leftOn(asked.map(countedIn), opens);
  const room = left - ratedAmong(anchors);
  if (room < 0) return refused('programme-budget', { opens, left, n: ratedAmong(anchors) });
  const rotating = inTurn(ground, Math.min(template.further, room));
  const questions = questionsOf(template, { k, further: rotating });
  const { taken } = ration(waitingFor(ground, questions), { questions, blocks: [{ departments: ground.waiting.flatMap(({ of }) => of ?? []), invited: ground.people }] });
  const fitting = withinBudget(taken, left - ratedAmong(questions));
  const all = withExtras(questions, fitting);
  return done({ anchors: template.items, rotating, extras: fitting.map(({ kind, of, plans }) => ({ kind, of, plans })), seconds: secondsFrom(all), rated: ratedAmong(all), questions: all });
}

const waitingFor = ({ opens, k, asked, waiting }: QuestionGround, questions: readonly Question[]): Extra[] => [...waiting, ...extrasInTurn({ opens, k, questions, others: asked.map(sealed) })];

/** A wave that is planned will have been asked by then. */
const sealed = ({ state, opens, definition }: AskedSurvey): Pick<Survey, 'state' | 'opens' | 'definition'> => ({ state: state === 'draft' ? 'sealed' : state, opens, definition });

/** Rested ones, longest unasked first, then as they were ordered. */
function inTurn({ opens, rotating, asked }: QuestionGround, most: number): readonly string[] {
  const last = lastAskedIn(asked.map(sealed));
  const rested = rotating.flatMap((id, order) => {
    const item = libraryItem(id);
    const until = item ? restsUntil(item, last) : null;
    return item && (until === null || until <= opens) ? [{ id, order, since: last.get(id) ?? '' }] : [];
  });
  return rested.sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : one.order - other.order)).slice(0, most).map(({ id }) => id);
}

function withinBudget(taken: readonly Extra[], room: number): readonly Extra[] {
  const kept: Extra[] = [];
  for (const extra of taken) if (ratedAmong([...kept, extra].flatMap(({ questions }) => questions)) <= room) kept.push(extra);
  return kept;
}
