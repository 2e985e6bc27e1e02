// What a survey may ask. The same shape is sealed in the manifest, drawn by the ballot page and read by the tally.
import type { Localized } from '../../kernel/language.ts';
import { unreachable } from '../../kernel/unreachable.ts';

export interface Option {
  readonly id: string;
  readonly label: Localized;
  /** In a sealed service survey, a `1` for each block that it is offered to. */
  readonly offered?: string;
}

/** Asked beside a low score on the same page, never required. The options become one `several` item, `<id>:reasons`, at k = 10. */
export interface LowScore {
  /** Offered when the score after reversing is at most this. */
  readonly at: number;
  readonly prompt: Localized;
  readonly options: readonly Option[];
  /** Longest text in characters; as long as that of an open question, so that no length tells the box. */
  readonly longest: number;
}

interface Asked {
  readonly id: string;
  readonly text: Localized;
  /** The dimension it counts towards, or null where it stands alone. */
  readonly dimension: string | null;
  /** Fewest valid answers in a published cell; at least the survey's k. */
  readonly k: number;
  /** In a sealed survey, which blocks are asked, as only their members can read it (see routes.ts); absent where everybody is. */
  readonly routes?: string;
  /** The question of this survey, about whether something applies, to which «yes» opens it (see screening.ts). */
  readonly askedIf?: string;
  /** In a service survey: the provider it rates, asked of those who chose it. */
  readonly provider?: string;
  /** In a service survey: the provider that estimates itself, asked of those who work there. */
  readonly own?: string;
  /** In a sealed service survey, a `1` for each block that is asked; absent where everybody is. */
  readonly offered?: string;
}

/** Answered with a whole number from 1 to `points`, stored as answered; `reverse` matters to analysis only. */
export interface ScaleQuestion extends Asked {
  readonly kind: 'scale';
  readonly points: number;
  readonly reverse: boolean;
  readonly labels: readonly Localized[];
  readonly low: LowScore | null;
}

/** Answered with 0 … 10; labels for the lowest, the middle and the highest point. */
export interface RecommendQuestion extends Asked {
  readonly kind: 'recommend';
  readonly labels: readonly [Localized, Localized, Localized];
  readonly low: LowScore | null;
}

/** One option. */
export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice';
  /** It asks whether something applies and opens other questions: what is said to it is published nowhere. */
  readonly screens?: true;
  readonly options: readonly Option[];
}

/** Any options up to `most`; an empty list is a valid answer. */
export interface SeveralQuestion extends Asked {
  readonly kind: 'several';
  readonly options: readonly Option[];
  readonly most: number;
  /** HR says that it tells something of who answers: it takes the place of a background question. */
  readonly describes?: true;
}

/** Expectation and experience of one dimension on the same scale. Gives the scales `<id>:expected`, `<id>:experienced` and the band `<id>`. */
export interface PairQuestion extends Asked {
  readonly kind: 'pair';
  readonly points: number;
  readonly labels: readonly Localized[];
  readonly expected: Localized;
  readonly experienced: Localized;
}

export interface OpenQuestion extends Asked {
  readonly kind: 'open';
  /** Longest text in characters. */
  readonly longest: number;
  /** Lines of the box where it is not the usual one; what may be written is as long in every box, so that no length tells which it came from. */
  readonly rows?: number;
}

/** A background question of a declared cut: one option or the blank «prefer not to say». */
export interface BackgroundQuestion extends Asked {
  readonly kind: 'background';
  /** A short name for tables, of one that the company wrote; the library has those of its own. */
  readonly label?: Localized;
  readonly options: readonly Option[];
}

export type Question =
  | ScaleQuestion
  | RecommendQuestion
  | ChoiceQuestion
  | SeveralQuestion
  | PairQuestion
  | OpenQuestion
  | BackgroundQuestion;

export type QuestionKind = Question['kind'];

/** Answered with one number that can be low, so that it may be asked why. */
export function isScore(question: Question): question is ScaleQuestion | RecommendQuestion {
  switch (question.kind) {
    case 'scale':
    case 'recommend':
      return true;
    case 'choice':
    case 'several':
    case 'pair':
    case 'open':
    case 'background':
      return false;
    default:
      return unreachable(question);
  }
}
