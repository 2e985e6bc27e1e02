// What a wave asks: the anchors every time, as they are the line, and beside them the questions that have waited longest.
import type { Day } from '../../kernel/day.ts';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { withinBudget as withinTemplate } from '../questions/budget.ts';
import { secondsFrom } from '../questions/duration.ts';
import { extrasInTurn } from './extras-in-turn.ts';
import { ratedAmong, ration, withExtras, type Extra } from '../questions/extras.ts';
import { libraryItem } from '../questions/question-library.ts';
import { coreTemplate } from './programme.ts';
import { leftOn, countedIn, type AskedSurvey } from './programme-budget.ts';
import type { Question } from '../questions/question.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { lastAskedIn, restsUntil } from './rotation.ts';
import type { Survey } from '../survey.ts';
import { askedWith, lastTurns, ownRest, placesOfOwn, type TurningOwn } from './turning-own.ts';

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
  /** Own questions among them that can be asked. */
  readonly own: readonly TurningOwn[];
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
  const rotating = inTurn(ground, room);
  const questions = askedBeside(ground, rotating);
  const { taken } = ration(waitingFor(ground, questions), { questions, blocks: [{ departments: ground.waiting.flatMap(({ of }) => of ?? []), invited: ground.people }] });
  const fitting = withinBudget(taken, left - ratedAmong(questions));
  const all = withExtras(questions, fitting);
  return done({ anchors: template.items, rotating, extras: fitting.map(({ kind, of, plans }) => ({ kind, of, plans })), seconds: secondsFrom(all), rated: ratedAmong(all), questions: all });
}

const waitingFor = ({ opens, k, asked, waiting }: QuestionGround, questions: readonly Question[]): Extra[] => [...waiting, ...extrasInTurn({ opens, k, questions, others: asked.map(sealed) })];

/** A wave that is planned will have been asked by then. */
const sealed = ({ state, opens, definition }: AskedSurvey): Pick<Survey, 'state' | 'opens' | 'definition'> => ({ state: state === 'draft' ? 'sealed' : state, opens, definition });

/** The anchors and these, with what opens them. */
function askedBeside({ k, own }: Pick<QuestionGround, 'k' | 'own'>, rotating: readonly string[]): readonly Question[] {
  const chosen = own.filter(({ id }) => rotating.includes(id)).flatMap(askedWith);
  return questionsOf(coreTemplate(), { k, further: rotating.filter((id) => libraryItem(id)), own: chosen.filter(({ id }, at) => chosen.findIndex((one) => one.id === id) === at) });
}

/** Rested ones, longest unasked first, then as they were ordered; as many as a draft may have, and of which not more are rated than there is room. */
function inTurn(ground: QuestionGround, room: number): readonly string[] {
  const { opens, rotating, asked, own } = ground;
  const last = lastTurns(lastAskedIn(asked.map(sealed)));
  const rested = rotating.flatMap((id, order) => {
    const item = libraryItem(id) ?? (own.some((one) => one.id === id) ? { id, minWeeksBetween: ownRest } : null);
    const until = item ? restsUntil(item, last) : null;
    return item && (until === null || until <= opens) ? [{ id, order, since: last.get(id) ?? '' }] : [];
  });
  const turns = rested.sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : one.order - other.order)).map(({ id }) => id);
  return turns.reduce((taken: readonly string[], id) => (fits(ground, [...taken, id], room) ? [...taken, id] : taken), []);
}

function fits(ground: QuestionGround, rotating: readonly string[], room: number): boolean {
  const template = coreTemplate();
  if (rotating.reduce((sum, id) => sum + placesOfTurn(id, ground), 0) > template.further) return false;
  const questions = askedBeside(ground, rotating);
  const rated = ratedAmong(questions) - ratedAmong(questionsOf(template, { k: ground.k }));
  return rated <= room && withinTemplate(template, questions).ok;
}

function placesOfTurn(id: string, { own }: Pick<QuestionGround, 'own'>): number {
  const one = own.find((turning) => turning.id === id);
  return one ? placesOfOwn(one) : 1;
}

function withinBudget(taken: readonly Extra[], room: number): readonly Extra[] {
  const kept: Extra[] = [];
  for (const extra of taken) if (ratedAmong([...kept, extra].flatMap(({ questions }) => questions)) <= room) kept.push(extra);
  return kept;
}
