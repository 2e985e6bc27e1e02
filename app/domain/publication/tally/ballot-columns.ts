// From sealed questions and opened ballots to the columns a release is made from. After this nothing holds a ballot together but its
// row, and rows stand in the random order of the box.
import { unreachable } from '#app/domain/kernel/unreachable.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { isComplaint } from '#app/domain/surveys/own/complaint.ts';
import { blocksOffered, isOfSome } from '#app/domain/surveys/asking/offered.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { lowScoreOf, optionOf, optionsOf, pointOf, textOf } from './ballot-reading.ts';
import { answersAsked } from './service-answers.ts';
import { answersThatApply } from './screened-answers.ts';
import { noAnswer, notAsked, type TalliedCut, type TalliedItem, type TalliedPair, type TalliedText, type TallyInput } from './tally-input.ts';

export type BallotTable = Pick<TallyInput, 'leafOf' | 'items' | 'pairs' | 'texts' | 'openBoxes' | 'cuts'>;

export interface BallotColumns {
  /** One more ballot of a block. Null: a ballot whose answers cannot be read still counts. */
  add(block: number, answers: Answers | null): void;
  /** Ballots so far. */
  count(): number;
  table(): BallotTable;
}

const fewestForReasons = 10;
const recommendPoints = 11;

/** One item of one question: how it is described, and how its value is read from a person's answers. */
interface Reader {
  readonly item: Omit<TalliedItem, 'column'>;
  readonly values: Int16Array | Int32Array;
  readonly read: (answers: Answers) => number;
}

/** By question that is not asked of everybody: the blocks that are. What others sent to it all the same was never asked. What HR asks of some
 * stands in the question; only what a plan brings along has to be told. */
export type AskedOf = ReadonlyMap<string, ReadonlySet<number>>;

/** `atMost`: more ballots than these are never added. */
export function ballotColumns(manifest: Pick<Manifest, 'questions' | 'cuts'>, atMost: number, routes: AskedOf = new Map()): BallotColumns {
  const { questions } = manifest;
  const askedOf: AskedOf = new Map([...questions.filter(isOfSome).map((question) => [question.id, new Set(blocksOffered(question))] as const), ...routes]);
  const leafOf = new Int32Array(atMost);
  const readers = questions.flatMap((question) => readersOf(question, atMost).map((reader) => routed(reader, askedOf.get(question.id), askedOf.get(question.askedIf ?? ''))));
  const backgrounds = new Map(questions.flatMap((question) => (question.kind === 'background' ? [[question.id, { question, values: new Int16Array(atMost) }]] : [])));
  const texts: TalliedText[] = [];
  let rows = 0;
  const asked = answersAsked(questions);
  const applying = answersThatApply(questions);
  return {
    add(block, given) {
      const answers = applying(block, asked(block, given ?? {}));
      leafOf[rows] = block;
      for (const { item, values, read } of readers) values[rows] = item.ofSome?.has(block) === false ? notAsked : read(answers);
      for (const { question, values } of backgrounds.values()) values[rows] = optionOf(answers[question.id], question.options);
      for (const question of questions) if (askedOf.get(question.id)?.has(block) !== false) texts.push(...textsIn(question, answers, { row: rows, ofSome: askedOf.get(question.id) }));
      rows += 1;
    },
    count: () => rows,
    table: () => ({
      leafOf: leafOf.subarray(0, rows),
      items: readers.map(({ item, values }) => ({ ...item, column: columnOf(item.kind, values.subarray(0, rows)) })),
      pairs: questions.flatMap(pairOf),
      texts,
      openBoxes: questions.filter(({ id, kind }) => kind === 'open' && !askedOf.has(id)).length,
      cuts: manifest.cuts.flatMap((cut): TalliedCut[] => {
        const background = backgrounds.get(cut.question);
        if (!background) return [];
        return [{ ...cut, labels: background.question.options.map(({ id }) => id), values: background.values.subarray(0, rows) }];
      }),
    }),
  };
}

const routed = (reader: Reader, ofSome: ReadonlySet<number> | undefined, screenedIn: ReadonlySet<number> | undefined): Reader => ({ ...reader, item: { ...reader.item, ...(ofSome && { ofSome }), ...(screenedIn && { screenedIn }) } });

function columnOf(kind: TalliedItem['kind'], values: Int16Array | Int32Array): TalliedItem['column'] {
  return kind === 'several' ? { kind, values: values as Int32Array } : { kind, values: values as Int16Array };
}

function readersOf(question: Question, atMost: number): Reader[] {
  const { id, dimension, k } = question;
  const asked = { id, dimension, k, reverse: false };
  switch (question.kind) {
    case 'scale': {
      const { points, reverse } = question;
      const item = { ...asked, kind: 'scale', points, reverse, ...aboutProvider(question) } as const;
      return [{ item, values: new Int16Array(atMost), read: (answers) => pointOf(answers[id], 1, points) }, ...reasonReader(question, atMost)];
    }
    case 'recommend': {
      const item = { ...asked, kind: 'recommend', points: recommendPoints, ...aboutProvider(question) } as const;
      return [{ item, values: new Int16Array(atMost), read: (answers) => pointOf(answers[id], 0, 10) }, ...reasonReader(question, atMost)];
    }
    case 'choice': {
      // Whether something applies to somebody is read to tell what was asked, and published nowhere.
      if (question.screens) return [];
      const { options } = question;
      const item = { ...asked, kind: 'choice', points: options.length, options: options.map((option) => option.id) } as const;
      return [{ item, values: new Int16Array(atMost), read: (answers) => optionOf(answers[id], options) }];
    }
    case 'several': {
      // Whom somebody depended on is read to tell which ratings were asked for, and published nowhere.
      if (id === dependedId) return [];
      const { options } = question;
      const item = { ...asked, kind: 'several', points: options.length, options: options.map((option) => option.id), ...(isComplaint(id) ? ({ isComplaint: true } as const) : {}) } as const;
      return [{ item, values: new Int32Array(atMost), read: (answers) => optionsOf(answers[id], question) }];
    }
    case 'pair':
      return [`${id}:expected`, `${id}:experienced`].map((part) => ({
        item: { ...asked, id: part, kind: 'scale', points: question.points } as const,
        values: new Int16Array(atMost),
        read: (answers) => pointOf(answers[part], 1, question.points),
      }));
    // Own words and backgrounds are no columns of figures: comments and bands are made of them elsewhere.
    case 'open':
    case 'background':
      return [];
    default:
      return unreachable(question);
  }
}

const aboutProvider = ({ provider, own, askedIf }: Question): Pick<TalliedItem, 'provider' | 'apart' | 'screened'> => ({
  ...(provider !== undefined && { provider }),
  ...(askedIf !== undefined && { provider: `applies:${askedIf}`, screened: true }),
  ...((provider ?? own ?? askedIf) !== undefined && { apart: true }),
});

function reasonReader(question: Extract<Question, { kind: 'scale' | 'recommend' }>, atMost: number): Reader[] {
  const { id, dimension, k, low } = question;
  // Of thirty ballots that give a reason or none perhaps three said «yes», and everybody knows which three.
  if (!low || low.options.length === 0 || question.askedIf !== undefined) return [];
  const { options } = low;
  const item = {
    id: `${id}:reasons`,
    dimension,
    k: Math.max(k, fewestForReasons),
    kind: 'several',
    points: options.length,
    reverse: false,
    options: options.map((option) => option.id),
    reasonsOf: id,
  } as const;
  const read = (answers: Answers) => {
    const bits = lowScoreOf(question, answers) ? optionsOf(answers[item.id], { options, most: options.length }) : 0;
    return bits === noAnswer ? 0 : bits;
  };
  return [{ item, values: new Int32Array(atMost), read }];
}

function pairOf(question: Question): TalliedPair[] {
  if (question.kind !== 'pair') return [];
  return [{ id: question.id, expected: `${question.id}:expected`, experienced: `${question.id}:experienced` }];
}

function textsIn(question: Question, answers: Answers, { row, ofSome }: { readonly row: number; readonly ofSome: ReadonlySet<number> | undefined }): TalliedText[] {
  const low = question.askedIf === undefined ? lowScoreOf(question, answers) : null;
  const text = question.kind === 'open' ? textOf(answers[question.id], question.longest) : low && textOf(answers[`${question.id}:text`], low.longest);
  return text === null ? [] : [{ row, text, ...(ofSome && { ofSome }) }];
}
