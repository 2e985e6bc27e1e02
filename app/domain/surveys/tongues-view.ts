// The tongues in which employees can be asked, as HR chooses them.
import type { Language } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';
import type { PlacedProblem } from './brought-tongue.ts';

export interface TonguesView {
  /** The company's own. */
  readonly languages: readonly Language[];
  readonly tongues: readonly {
    readonly tongue: Tongue;
    readonly reviewed: boolean;
    /** Came with the program. */
    readonly own: boolean;
    readonly said: number;
    readonly of: number;
    readonly chosen: boolean;
  }[];
  /** Files that are not taken, with their first problems; `further`: how many there are beside these. */
  readonly refused: readonly { readonly file: string; readonly problems: readonly PlacedProblem[]; readonly further: number }[];
  /** Chosen once, and without a file now. */
  readonly gone: readonly Tongue[];
}
