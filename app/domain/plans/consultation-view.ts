// Objections to a draft as its page shows them: nothing before the one result, and then what was published of the block as a whole.
import type { Day } from '../kernel/day.ts';
import type { Consultation } from './consultation.ts';
import type { Objection } from './objection.ts';

export interface ConsultationResult {
  /** People who said how well they can live with it, and everybody who was asked. */
  readonly answered: number;
  readonly asked: number;
  /** From «not at all» to «fully». */
  readonly counts: readonly { readonly label: string; readonly people: number }[];
  /** Without names; empty where nobody wrote, and where too few answered. */
  readonly texts: readonly string[];
}

/**
 * `preparing`: not sealed yet; `asking`; `counting`; `result`; `too-few`: fewer answered than may be shown; `lost`: a disk or a restore took
 * the answers; `held-up`: set aside, somebody has to decide; `not-opened`: it could not be sealed in time; `ended`: the plan was given up
 * meanwhile, and the answers were destroyed unread; `by-name`: words under a name alone.
 */
export type ConsultationStand = 'preparing' | 'asking' | 'counting' | 'result' | 'too-few' | 'lost' | 'held-up' | 'not-opened' | 'ended' | 'by-name';

export interface ConsultationView extends Pick<Consultation, 'asking' | 'people' | 'until' | 'answer'> {
  readonly stand: ConsultationStand;
  /** On which the result is there, and from which the plan may be agreed. */
  readonly resultOn: Day;
  /** Ballots are taken for nobody, or for a group of this many: below it nobody is asked by sealed ballots. */
  readonly leastAsked: number;
  readonly leastForWords: number;
  /** For the reader, where the reader is asked: the answer sheet, and whether one was taken. */
  readonly sheet: { readonly link: string; readonly taken: boolean } | null;
  readonly result: ConsultationResult | null;
  /** Whether the reader may write under the own name. */
  readonly objecting: boolean;
  /** Whether the reader may answer, now. */
  readonly answering: boolean;
  /** Those the reader may read. */
  readonly objections: readonly Objection[];
  /** The accountable owner does not work here any more. */
  readonly ownerLeft: boolean;
  /** For whoever looks at what was sealed; null for the others. */
  readonly sealed: string | null;
}
