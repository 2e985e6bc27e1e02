// How a report comes to its words: sentences are written in three languages elsewhere and handed in, so that the same figures make the
// same document whoever reads it.
import type { Language, Localized } from '../../kernel/language.ts';
import type { DifferenceView } from '../figures-shown.ts';
import { ageInShort, ageWords, type FiguresAge } from '../figures-age.ts';
import type { FindingView } from '../finding-view.ts';
import type { GroupView } from '../labels.ts';
import type { Cell, Column, ColumnKind, Cover, Sentence } from './document.ts';

type Values = Readonly<Record<string, string | number>>;

/** The words of one language. `key`: of a sentence in every catalogue. */
export interface Say {
  readonly language: Language;
  (key: string, values?: Values): string;
  day(day: string): string;
  number(value: number): string;
  of(text: Localized): string;
  /** «Finance with Legal». */
  group(group: Pick<GroupView, 'names' | 'with'>): string;
  difference(difference: DifferenceView, against: 'rest' | 'change'): string;
}

const numbersIn = (values: Values): number[] => Object.values(values).filter((value) => typeof value === 'number');

/** A sentence that asserts nothing about people. */
export const said = (say: Say, key: string, values: Values = {}): Sentence => ({ kind: 'sentence', text: say(key, values), claim: null, numbers: numbersIn(values) });

/** A sentence that asserts something: its key is a row of docs/claims.md. */
export const claimed = (say: Say, key: string, values: Values = {}): Sentence => ({ ...said(say, key, values), claim: key });

/** How old the figures are, true on whatever day it is read. */
export const ageSaid = (say: Say, age: FiguresAge): Sentence => claimed(say, ...ageWords(age, say.day));

/** A source that says from when on its figures are out of date. */
export const withAge = (say: Say, line: string, age: Pick<FiguresAge, 'from'>): string => say('report.aged', { line, age: say(...ageInShort(age, say.day)) });

/** On every page and slide. */
export const footOf = (say: Say, { company, survey, closed, release, outOfDateFrom }: Cover): string =>
  [say('report.print.foot', { company, survey, day: say.day(closed), release: release.slice(0, 12) }), say(...ageInShort({ from: outOfDateFrom }, say.day))].join(' · ');

/** Words that people of the company wrote or that another page says. */
export const words = (text: string): Sentence => ({ kind: 'sentence', text, claim: null, numbers: [] });

export function findingSaid(say: Say, finding: FindingView): Sentence {
  const key = `results.finding.${finding.code}`;
  const sentence = claimed(say, key, { ...finding.values, ...(finding.group && { department: say.group(finding.group) }) });
  const added = [
    ...(finding.small ? [say('results.finding.small')] : []),
    ...(finding.question === null ? [] : [say('results.finding.by-question', { question: finding.question })]),
  ];
  return { ...sentence, text: added.reduce((one, other) => say('report.joined', { one, other }), sentence.text) };
}

export const textCell = (text: string): Cell => ({ text, value: null });

/** Nothing where there is no figure: a dash would be read as one. */
export const numberCell = (say: Say, value: number | null): Cell => (value === null ? { text: '', value } : { text: say.number(value), value });

/** A column whose head and explanation stand under one key: `report.column.<id>` and `report.column.<id>.about`. */
export const column = (say: Say, id: string, kind: ColumnKind): Column => ({ id, kind, head: say(`report.column.${id}`), about: say(`report.column.${id}.about`) });
