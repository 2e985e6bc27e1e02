// A question of the company's own, beside those of the library. Its words never change once anybody was asked: an edit is then a new
// version with an id of its own, so that no line ever joins two different questions.
import type { Tongue } from '../../kernel/tongue.ts';
import { done, refused, together, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { seenLine, seenText } from '../../kernel/seen-text.ts';
import type { Sensitivity } from '../questions/library-item.ts';
import type { Parked, PassedGates } from './four-gates.ts';
import { answersOfKind, isRatedKind, longestOwnAnswer, longestOwnLabel, longestOwnText, mayDescribe, mayReverse, ownKinds, textsOfKind, type OwnKind, type OwnTextName } from './own-kind.ts';
import { dimension } from '../questions/question-library.ts';
import { personalLabel, personalWord, wordingOf } from './wording.ts';

/** Whether a draft may hold it; sealing asks for its gates too. */
export const mayBeDrafted = ({ standing, parked }: Pick<OwnQuestion, 'standing' | 'parked'>): boolean => standing === 'active' && parked === null;

/** One text by tongue, as far as it was written. */
export type Texts = Readonly<Record<Tongue, string>>;

export interface OwnWords {
  readonly kind: OwnKind;
  /** The dimension it counts towards, or null where it stands alone. */
  readonly about: string | null;
  /** A low answer is the good one. */
  readonly reverse: boolean;
  readonly sensitivity: Sensitivity;
  /** Of a choice: it tells something of who answers, and counts as a background question. */
  readonly describes: boolean;
  readonly text: Texts;
  /** Of a background question only. */
  readonly label: Texts;
  /** Of a pair only. */
  readonly expected: Texts;
  readonly experienced: Texts;
  /** Points or options from first to last; empty where the kind brings its own. */
  readonly answers: readonly Texts[];
}

/** `retired`: asked no more. */
export type OwnStanding = 'active' | 'retired';

export interface OwnQuestion {
  /** The same in all its versions. */
  readonly number: number;
  /** From 1. */
  readonly version: number;
  readonly words: OwnWords;
  readonly standing: OwnStanding;
  /** Null until somebody said why it is worth asking. */
  readonly gates: PassedGates | null;
  /** Null unless it waits for a day on which somebody can act on it. */
  readonly parked: Parked | null;
}

export const ownId = ({ number, version }: Pick<OwnQuestion, 'number' | 'version'>): string => (version === 1 ? `OWN-${number}` : `OWN-${number}-v${version}`);

/** Number and version of an own question's id; null for every other question. */
export function ownOf(questionId: string): Pick<OwnQuestion, 'number' | 'version'> | null {
  const found = /^OWN-(\d{1,6})(?:-v(\d{1,6}))?$/.exec(questionId);
  return found && { number: Number(found[1]), version: Number(found[2] ?? 1) };
}

export const isOwn = (questionId: string): boolean => ownOf(questionId) !== null;

export type OwnRefusal =
  | 'own-kind'
  | 'own-no-words'
  | 'own-too-long'
  | 'own-answers-number'
  | 'own-answers-differ'
  | 'own-answers-twice'
  | 'own-answer-long'
  | 'own-about'
  | 'own-personal'
  | 'own-names'
  | 'own-wording';

/** What HR typed: answers one a line, by tongue. */
export interface OwnWishes extends Omit<OwnWords, 'answers'> {
  readonly answers: Texts;
  /** HR read what speaks against the words and keeps them. */
  readonly asTheyAre: boolean;
}

/** `field` in a refusal names the field that is meant. `spoken`: the company's languages, its own first, which always has words. */
export function writeOwn(wishes: OwnWishes, spoken: readonly Tongue[]): Outcome<OwnWords, OwnRefusal> {
  const { kind, about, sensitivity, asTheyAre } = wishes;
  if (!ownKinds.includes(kind)) return refused('own-kind', { field: '' });
  const named = textsOfKind(kind);
  const answers = answersOf(wishes, spoken);
  const wrong = together<OwnRefusal>([
    about !== null && (!isRatedKind(kind) || about === 'outcome' || !dimension(about)) ? refused('own-about', { field: 'about' }) : null,
    ...named.flatMap((name) => textWrong(wishes[name], { name, spoken })),
    answers.ok ? null : answers,
  ]);
  if (wrong) return wrong;
  if (!answers.ok) return answers;
  const blank = (name: OwnTextName) => (named.includes(name) ? trimmed(wishes[name]) : {});
  const words = { kind, about, reverse: wishes.reverse && mayReverse(kind), sensitivity, describes: wishes.describes && mayDescribe(kind), text: blank('text'), label: blank('label'), expected: blank('expected'), experienced: blank('experienced'), answers: answers.value };
  return asTheyAre ? done(words) : spokenAgainst(words);
}

const trimmed = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).flatMap(([tongue, text]) => (seenText(text) === '' ? [] : [[tongue, seenLine(text)]])));

function textWrong(texts: Texts, { name, spoken }: { readonly name: OwnTextName; readonly spoken: readonly Tongue[] }): Refusal<OwnRefusal>[] {
  const [first = 'en'] = spoken;
  const written = trimmed(texts);
  const most = name === 'label' ? longestOwnLabel : longestOwnText;
  const wrong: Refusal<OwnRefusal>[] = written[first] === undefined ? [refused('own-no-words', { field: `${name}-${first}`, language: first })] : [];
  for (const [tongue, text] of Object.entries(written)) {
    const field = `${name}-${tongue}`;
    const word = name === 'label' ? personalLabel(text, tongue) : personalWord(text, tongue);
    if (text.length > most) wrong.push(refused('own-too-long', { field, most, n: text.length }));
    else if (word !== null) wrong.push(refused('own-personal', { field, word }));
  }
  return wrong;
}

/** Read as the same by people. */
const read = (line: string): string => line.normalize('NFKC').replace(/\s+/g, ' ').toLocaleLowerCase();

const linesOf = (text: string | undefined): readonly string[] => (text ?? '').split(/\r?\n/).map(seenText).filter((line) => line !== '');

/** Every language has as many lines as the first one, or none yet. */
function answersOf({ kind, answers }: OwnWishes, spoken: readonly Tongue[]): Outcome<readonly Texts[], OwnRefusal> {
  const room = answersOfKind(kind);
  if (room === null) return done([]);
  const [first = 'en'] = spoken;
  const own = linesOf(answers[first]);
  if (own.length < room.least || own.length > room.most) return refused('own-answers-number', { field: `answers-${first}`, ...room, n: own.length });
  const written = Object.entries(answers).flatMap(([tongue, text]) => (linesOf(text).length === 0 ? [] : [[tongue, linesOf(text)] as const]));
  const wrong = together(written.map(([tongue, lines]) => linesWrong(lines, own.length, `answers-${tongue}`)));
  return wrong ?? done(own.map((_, at) => Object.fromEntries(written.map(([tongue, lines]) => [tongue, lines[at]!]))));
}

function linesWrong(lines: readonly string[], of: number, field: string): Refusal<OwnRefusal> | null {
  if (lines.length !== of) return refused('own-answers-differ', { field, n: lines.length, of });
  const twice = lines.find((line, at) => lines.findIndex((other) => read(other) === read(line)) !== at);
  if (twice !== undefined) return refused('own-answers-twice', { field, answer: twice });
  const long = lines.find((line) => line.length > longestOwnAnswer);
  return long === undefined ? null : refused('own-answer-long', { field, answer: long.slice(0, 40), most: longestOwnAnswer });
}

/** Refused once where a rule of wording speaks against the words; who read it may keep them. */
function spokenAgainst(words: OwnWords): Outcome<OwnWords, OwnRefusal> {
  const asked = textsOfKind(words.kind).filter((one) => one !== 'label').flatMap((name) => Object.entries(words[name]).map(([tongue, text]) => ({ field: `${name}-${tongue}`, against: wordingOf(text, tongue, words.kind) })));
  const answers = words.answers.flatMap((texts) => Object.entries(texts)).map(([tongue, text]) => ({ field: `answers-${tongue}`, against: wordingOf(text, tongue, 'answer') }));
  const fields = new Set([...asked, ...answers].flatMap(({ field, against }) => (against.length > 0 ? [field] : [])));
  return together([...fields].map((field) => refused('own-wording', { field }))) ?? done(words);
}

/** Words from elsewhere, as they would be written here; null where they could not be, whatever rule of wording they break. */
export function asWrittenHere(words: OwnWords): OwnWords | null {
  const tongues = [...new Set(words.answers.flatMap((texts) => Object.keys(texts)))];
  const answers = Object.fromEntries(tongues.map((tongue) => [tongue, words.answers.map((texts) => texts[tongue] ?? '').join('\n')]));
  const written = writeOwn({ ...words, answers, asTheyAre: true }, Object.keys(words.text).slice(0, 1));
  return written.ok ? written.value : null;
}

/** The first language of those in which some word of it is missing; null where it can be asked in all. */
export function lackingIn({ words }: Pick<OwnQuestion, 'words'>, spoken: readonly Tongue[]): Tongue | null {
  const needed = [...textsOfKind(words.kind).map((name) => words[name]), ...words.answers];
  return spoken.find((tongue) => needed.some((texts) => (texts[tongue] ?? '') === '')) ?? null;
}

/** The same words, and perhaps further languages: whoever was asked before would be asked the same. */
function onlyAdds(before: OwnWords, after: OwnWords): boolean {
  const kept = (one: Texts, other: Texts | undefined) => Object.entries(one).every(([tongue, text]) => other?.[tongue] === text);
  return (
    before.kind === after.kind && before.about === after.about && before.reverse === after.reverse && before.sensitivity === after.sensitivity &&
    textsOfKind(before.kind).every((name) => kept(before[name], after[name])) &&
    before.answers.length === after.answers.length && before.answers.every((texts, at) => kept(texts, after.answers[at]))
  );
}

/** With other words: the same version as long as nobody was asked, or where nothing but a translation was added; else the next one. */
export function rewritten(own: OwnQuestion, words: OwnWords, asked: boolean): OwnQuestion {
  return asked && !onlyAdds(own.words, words) ? { ...own, version: own.version + 1, words } : { ...own, words };
}

/** The latest version of each, by number. */
export function latestOf(all: readonly OwnQuestion[]): readonly OwnQuestion[] {
  const latest = new Map<number, OwnQuestion>();
  for (const own of all) if ((latest.get(own.number)?.version ?? 0) < own.version) latest.set(own.number, own);
  return [...latest.values()].sort((one, other) => one.number - other.number);
}
