// What the form of a draft offers, and what stands in it at first.
import type { Day } from '../kernel/day.ts';
import type { Localized } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';
import type { Audience } from './asking/audience.ts';
import type { OwnKind } from './own/own-kind.ts';
import type { WordReaders } from './own/own-words.ts';
import type { Question } from './questions/question.ts';

export interface DraftOffer {
  readonly template: string;
  /** Made from the map of who serves whom, so that nothing further is chosen. */
  readonly fromMap: boolean;
  readonly templates: readonly { readonly id: string; readonly label: Localized; readonly questions: number; readonly seconds: number }[];
  /** The organisation's own first. */
  readonly languages: readonly Tongue[];
  readonly today: Day;
  readonly fixed: readonly Question[];
  /** What questions can be about, in order. */
  readonly areas: readonly { readonly id: string; readonly label: Localized }[];
  /** How many further questions the template takes. */
  readonly most: number;
  readonly further: readonly { readonly id: string; readonly text: Localized; readonly dimension: string | null; readonly restsUntil: Day | null }[];
  /** Own questions that may be asked; `lacking` a language in which words are missing. */
  readonly own: readonly {
    readonly id: string;
    readonly text: Localized;
    readonly kind: OwnKind;
    readonly seconds: number;
    readonly lacking: Tongue | null;
    readonly gated: boolean;
    /** It takes the place of a background question. */
    readonly describes: boolean;
  }[];
  /** Areas an expectation can be asked about; empty where the template asks none. */
  readonly pairs: readonly { readonly id: string; readonly label: Localized }[];
  readonly tables: TablesOffer;
  /** Departments that can be asked by themselves, as the tree reads; empty where there is nothing to choose. */
  readonly parts: readonly PartOffered[];
  /** More than are offered: the others are looked for. */
  readonly partsInAll: number;
  readonly initial: {
    readonly title: Localized;
    readonly purpose: Localized;
    readonly opens: Day;
    readonly closes: Day;
    readonly further: readonly string[];
    readonly own: readonly string[];
    readonly pair: string;
    /** `question@scope`, the most important first. */
    readonly cuts: readonly string[];
    readonly shows: 'usual' | 'chosen';
    readonly shown: readonly string[];
    readonly letterHour: number;
    readonly wordsFor: WordReaders;
    readonly whoIsAsked: 'everybody' | Audience['kind'];
    /** Departments, each with everybody below it. */
    readonly parts: readonly string[];
  };
  /** From which letters may leave. */
  readonly letterHours: readonly number[];
}

export interface PartOffered {
  readonly id: string;
  readonly name: string;
  /** The department above; null right below the top. */
  readonly above: string | null;
  readonly people: number;
}

export interface TablesOffer {
  readonly backgrounds: readonly {
    readonly id: string;
    readonly label: Localized;
    readonly text: Localized;
    /** Of one that the company wrote: a language in which words are missing, and whether it is through its gates; null for the library's. */
    readonly own: { readonly lacking: Tongue | null; readonly gated: boolean } | null;
  }[];
  /** Large enough for tables of their own. */
  readonly divisions: readonly { readonly id: string; readonly name: string; readonly people: number }[];
  /** Questions that may stand in a table. */
  readonly items: readonly { readonly id: string; readonly text: Localized; readonly k: number; readonly usual: boolean }[];
}
