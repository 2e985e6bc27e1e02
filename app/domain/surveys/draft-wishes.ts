// What HR wishes of a draft, what it is measured against, and what can speak against it.
import type { Day } from '../kernel/day.ts';
import type { Localized } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';
import type { Audience } from './asking/audience.ts';
import type { Routing } from './asking/routing.ts';
import type { OwnQuestion } from './own/own-question.ts';
import type { WordReaders } from './own/own-words.ts';
import type { LastAsked } from './programme/rotation.ts';
import type { CutGround, CutRefusal, CutWish } from './backgrounds/declared-cuts.ts';
import type { OfferedProvider } from './serving/service-questions.ts';

export interface DraftWishes {
  readonly template: string;
  /** Needed in the organisation's languages. */
  readonly title: Localized;
  readonly purpose: Localized;
  readonly opens: Day;
  readonly closes: Day;
  /** Ids of further items in the order asked. */
  readonly further: readonly string[];
  /** Ids of own questions in the order asked; none where absent. */
  readonly own?: readonly string[];
  /** Ids in the order in which they stood before; the usual order where absent. */
  readonly order?: readonly string[];
  /** The dimension asked about with expectation beside experience; null asks no pair. */
  readonly pair: string | null;
  /** Tables by background, the most important first; none where absent. */
  readonly cuts?: readonly CutWish[];
  /** From which hour on letters leave; the usual one where absent. */
  readonly letterHour?: number;
  /** HR alone where absent. */
  readonly wordsFor?: WordReaders;
  /** Everybody where absent. */
  readonly audience?: Audience;
  /** What only some are asked, as it stood before. */
  readonly routing?: readonly Routing[];
}

export interface DraftGround extends Omit<CutGround, 'k'> {
  readonly today: Day;
  readonly k: number;
  /** The organisation's; the first one stands in for languages it does not speak. */
  readonly languages: readonly Tongue[];
  readonly lastAsked: LastAsked;
  /** The company's own questions in their latest words; none where absent. */
  readonly own?: readonly OwnQuestion[];
  /** What a service survey is made from; absent where the map holds nobody who can be rated. */
  readonly service?: { readonly providers: readonly OfferedProvider[]; readonly readers: (closes: Day) => Localized };
}

export type DraftRefusal =
  | 'unknown-template'
  | 'no-providers'
  | 'no-title'
  | 'no-purpose'
  | 'opens-in-the-past'
  | 'closes-before-opening'
  | 'open-too-long'
  | 'letter-hour'
  | 'too-many-further'
  | 'too-many-with-pair'
  | 'unknown-item'
  | 'asked-too-recently'
  | 'unknown-pair'
  | 'unknown-own'
  | 'nothing-asked'
  | 'too-many-own'
  | 'too-many-boxes'
  | 'too-long-to-answer'
  | 'no-parts'
  | 'part-gone'
  | 'half-with-tables'
  | CutRefusal;
