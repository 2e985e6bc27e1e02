// An own question as it is asked: on the ballot page, in the tally and in results it is a question like every other.
import { forEachLanguage, isLanguage, localized, type Localized } from '../../kernel/language.ts';
import type { Tongue } from '../../kernel/tongue.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { fewestForWords } from './own-words.ts';
import { ownId, type OwnQuestion, type Texts } from './own-question.ts';
import type { OwnKind } from './own-kind.ts';
import { appliesOptions } from '../questions/extra-questions.ts';
import type { LowScore, Option, Question } from '../questions/question.ts';
import { kOfSensitivity, libraryItems, libraryScale, reasonSet } from '../questions/question-library.ts';
import { longestComment } from '../questions/questions-of.ts';

export interface AskedIn {
  /** The organisation's k. */
  readonly k: number;
  readonly languages: readonly Tongue[];
}

const scaleOfKind: Partial<Readonly<Record<OwnKind, string>>> = { satisfaction: 'SAT5', agreement: 'AGR5', frequency: 'FRQ5', quality: 'QLT5', level: 'LVL5', pair: 'LVL5', recommendation: 'ENPS11' };

/** How many options one person may choose. */
const mostOf = { choice: 1, three: 3 } as const;

/** What it is asked as. Languages without words show the first that has any: it cannot be sealed like that. */
export function askedAs(own: OwnQuestion, { k, languages }: AskedIn): Question {
  const { words } = own;
  const said = (texts: Texts) => inAsked(texts, languages);
  const asked = { id: ownId(own), text: said(words.text), dimension: words.about, k: Math.max(k, kOfSensitivity[words.sensitivity]) };
  const labels = scaleLabels(words.kind);
  const describing = words.describes ? ({ describes: true } as const) : {};
  const options = words.answers.map((texts, at): Option => ({ id: `a${at + 1}`, label: said(texts) }));
  switch (words.kind) {
    case 'satisfaction':
    case 'agreement':
    case 'frequency':
    case 'quality':
    case 'level':
      return { ...asked, kind: 'scale', points: labels.length, reverse: words.reverse, labels, low: lowOf(words.about, labels.length) };
    case 'recommendation':
      return { ...asked, kind: 'recommend', labels: labels as unknown as readonly [Localized, Localized, Localized], low: lowOf(words.about, null) };
    case 'scale':
      return { ...asked, kind: 'scale', points: options.length, reverse: words.reverse, labels: options.map(({ label }) => label), low: lowOf(words.about, options.length) };
    // Choosing anything may be a complaint, so that all three are counted by the rule of reasons.
    case 'choice':
    case 'three':
      return { ...asked, kind: 'several', k: Math.max(asked.k, fewestForWords), options, most: mostOf[words.kind], ...describing };
    case 'several':
      return { ...asked, kind: 'several', k: Math.max(asked.k, fewestForWords), options, most: options.length, ...describing };
    case 'pair':
      return { ...asked, kind: 'pair', points: labels.length, labels, expected: said(words.expected), experienced: said(words.experienced) };
    case 'applies':
      return { ...asked, kind: 'choice', screens: true, options: appliesOptions };
    case 'background':
      return { ...asked, kind: 'background', dimension: null, k, label: said(words.label), options };
    case 'short':
      return { ...asked, kind: 'open', longest: longestComment, rows: 2 };
    case 'long':
      return { ...asked, kind: 'open', longest: longestComment };
    default:
      return unreachable(words.kind);
  }
}

/** Likely not to recommend. */
const lowRecommendation = 6;

/** In an area people may say why, by the reasons of that area and under the question its first one asks; alone there are no reasons to offer.
 * `points`: null for a recommendation. */
function lowOf(about: string | null, points: number | null): LowScore | null {
  const like = libraryItems.find(({ dimension, leadItem, lowScore }) => dimension === about && leadItem && lowScore !== null)?.lowScore;
  return like ? { at: points === null ? lowRecommendation : Math.floor(points / 2), prompt: like.prompt, options: reasonSet(like.reasonSet), longest: longestComment } : null;
}

function scaleLabels(kind: OwnKind): readonly Localized[] {
  const scale = scaleOfKind[kind];
  return scale === undefined ? [] : libraryScale(scale).labels.map((label) => localized((language) => label[language]));
}

/** In the languages it is asked in, and in those of the product: results are read in them too. */
function inAsked(texts: Texts, languages: readonly Tongue[]): Localized {
  const first = texts[languages.find((tongue) => texts[tongue] !== undefined) ?? ''] ?? Object.values(texts)[0] ?? '';
  const further = Object.fromEntries(languages.flatMap((tongue) => (isLanguage(tongue) || texts[tongue] === undefined ? [] : [[tongue, texts[tongue]]])));
  return { ...further, ...forEachLanguage((language) => texts[language] ?? first) };
}
