// The release: the only thing that ever leaves a survey. Everything shown about people is a function of one of these.
import type { Day } from '../../kernel/day.ts';
import type { Localized } from '../../kernel/language.ts';

export interface Atom {
  readonly id: string;
  /** Ids of all departments whose direct people it holds. */
  readonly departments: readonly string[];
  readonly invited: number | null;
  /** Everybody of it, where a random half was asked: by this it weighs in figures of more than one atom. */
  readonly people?: number;
  readonly answered: number;
  /** Of the answers, those that came by slips beyond the ones handed out: they do not count towards k. Absent for none. */
  readonly beyond?: number;
}

export interface ShownDepartment {
  readonly id: string;
  readonly atoms: readonly string[];
  /** Departments outside it that are counted in. */
  readonly with: readonly string[];
  readonly invited: number | null;
  readonly answered: number;
}

export interface Partition {
  readonly atoms: readonly Atom[];
  readonly departments: readonly ShownDepartment[];
}

/** People per point or option by atom, as answered (reversal is analysis); for `several` the last count is the number who answered. */
export type Cells = Readonly<Record<string, readonly number[]>>;

export type ReleasedItem =
  | { readonly kind: 'scale'; readonly partition: string; readonly points: number; readonly reverse?: boolean; readonly cells: Cells }
  | { readonly kind: 'recommend'; readonly partition: string; readonly cells: Cells }
  | { readonly kind: 'choice' | 'several'; readonly partition: string; readonly options: readonly string[]; readonly cells: Cells }
  | { readonly kind: 'band'; readonly partition: string; readonly cells: Cells };

export interface DimensionCell {
  /** People who answered at least half of the items that they were asked. */
  readonly n: number;
  /** n times the mean of the items' mean indices 0–100. */
  readonly sum: number;
  /** Sum of the squares of people's own indices, of which `sum` is the sum there; in releases from before they were seen to prove complaints. */
  readonly squares?: number | undefined;
}

export interface ReleasedDimension {
  readonly partition: string;
  readonly items: readonly string[];
  readonly cells: Readonly<Record<string, DimensionCell>>;
}

export interface ReleasedBand {
  readonly labels: readonly string[];
  readonly answered: number;
  /** By item: favourable, valid. */
  readonly favourable: Readonly<Record<string, readonly [number, number]>>;
}

export interface ReleasedCut {
  readonly question: string;
  /** `company` or a department id. */
  readonly scope: string;
  readonly bands: readonly ReleasedBand[];
}

export interface ReleasedComment {
  readonly partition: string;
  readonly atoms: readonly string[];
  readonly text: string;
}

export const whyDropped = ['unsafe', 'too-few', 'one-band', 'no-items', 'out-of-budget', 'certain'] as const;

export interface DroppedCut {
  readonly question: string;
  readonly scope: string;
  readonly why: (typeof whyDropped)[number];
}

export interface Release {
  readonly release: 1;
  readonly survey: { readonly id: string; readonly title: Localized; readonly closed: Day };
  /** SHA-256 (hex) of the manifest; null for data from elsewhere. */
  readonly manifest: string | null;
  readonly k: number;
  readonly counts: {
    readonly invited: number | null;
    readonly papers: number | null;
    readonly reissued: number | null;
    readonly ballots: number | null;
    readonly moved: 'under 1 %' | '1–5 %' | 'more' | null;
  };
  /** Where people came with slips: how many were to, and how many slips were handed out to them; null where nobody signed for that. */
  readonly slips?: { readonly listed: number; readonly given: number | null };
  readonly partitions: Readonly<Record<string, Partition>>;
  readonly items: Readonly<Record<string, ReleasedItem>>;
  readonly dimensions: Readonly<Record<string, ReleasedDimension>>;
  readonly cuts: readonly ReleasedCut[];
  readonly correlations: { readonly items: readonly string[]; readonly matrix: readonly (readonly (number | null)[])[] } | null;
  readonly comments: readonly ReleasedComment[];
  readonly audit: { readonly minimumSupport: number; readonly dropped: readonly DroppedCut[]; readonly steps: number };
  readonly receipts: string | null;
  readonly previous: string | null;
}
