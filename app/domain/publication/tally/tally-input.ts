// What a release is made from, whatever it was collected with: columns over respondents, nothing else about them.
import type { Department } from '#app/domain/organisation/department.ts';
import type { Chance } from '#app/domain/kernel/chance.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Localized } from '#app/domain/kernel/language.ts';
import type { Release } from '#app/domain/publication/release/release.ts';

export const noAnswer = -1;
export const notAsked = -2;

/** A leaf of the roll-up: one department's direct people, or a block that was formed at sealing. */
export interface Leaf {
  readonly id: string;
  readonly departments: readonly string[];
  /** The department at which it stands. */
  readonly place: string;
  readonly invited: number | null;
  /** Everybody of it, where a random half was asked. */
  readonly people?: number;
  /** Reissued papers: they do not count towards k. */
  readonly reissued: number;
  /** Papers by slips beyond those handed out: they do not count towards k either. None where absent. */
  readonly beyond?: number;
}

export type Column =
  /** value − lowest, so that the first point is 0; −1 no answer, −2 not asked. */
  | { readonly kind: 'scale' | 'recommend' | 'choice'; readonly values: Int16Array }
  /** Bit set of options; −1 no answer, −2 not asked. At most 30 options. */
  | { readonly kind: 'several'; readonly values: Int32Array };

export interface TalliedItem {
  readonly id: string;
  readonly dimension: string | null;
  readonly kind: 'scale' | 'recommend' | 'choice' | 'several';
  /** Scale points; 11 for recommend; number of options otherwise. */
  readonly points: number;
  readonly reverse: boolean;
  readonly k: number;
  /** Option ids of `choice` and `several`. */
  readonly options?: readonly string[];
  /** For the reasons of a low score: the item they explain. Rolled up at k = 10 on ballots. */
  readonly reasonsOf?: string;
  /** The leaves that were asked, each as a whole; the others stay outside of its groups. Absent where it was asked of everybody. */
  readonly ofSome?: ReadonlySet<number>;
  /** Choosing anything is a complaint: at k = 10 on ballots, and at least two in every cell choose nothing. */
  readonly isComplaint?: true;
  /** In a service survey: the provider it rates. What is said of one is rolled up together and joined with nothing else. */
  readonly provider?: string;
  /** Asked of those only who said that something applies: `provider` names what they were asked. How many they are nobody is told. */
  readonly screened?: true;
  /** Of what they were asked: the leaves in which everybody was asked whether it applies. Absent where it was asked of all. */
  readonly screenedIn?: ReadonlySet<number>;
  /** In no table of how answers go together. */
  readonly apart?: true;
  readonly column: Column;
}

/** Expectation and experience: two tallied scale items that give one band item. */
export interface TalliedPair {
  readonly id: string;
  readonly expected: string;
  readonly experienced: string;
}

/** Which box it was written in is forgotten here: the boxes under low scores would tell the score. */
export interface TalliedText {
  /** Row of the respondent: for the roll-up and for dropping the texts of moved ballots; never in the release. */
  readonly row: number;
  readonly text: string;
  /** The leaves that could write it; absent where everybody could. */
  readonly ofSome?: ReadonlySet<number>;
}

export interface TalliedCut {
  readonly question: string;
  readonly scope: string;
  readonly items: readonly string[];
  /** Labels in their order; a value indexes them, −1 is «prefer not to say». */
  readonly labels: readonly string[];
  readonly values: Int16Array;
}

export interface TallyInput {
  readonly survey: { readonly id: string; readonly title: Localized; readonly closed: Day };
  readonly manifest: string | null;
  readonly k: number;
  readonly departments: readonly Department[];
  readonly leaves: readonly Leaf[];
  /** Departments with people who were not asked: they and those above them have no figure of their own. None where absent. */
  readonly beside?: readonly string[];
  /** Per respondent: index of the leaf. */
  readonly leafOf: Int32Array;
  readonly items: readonly TalliedItem[];
  readonly pairs: readonly TalliedPair[];
  readonly texts: readonly TalliedText[];
  /** Boxes for own words that every ballot offered, whatever was answered. */
  readonly openBoxes: number;
  readonly cuts: readonly TalliedCut[];
  readonly counts: { readonly invited: number | null; readonly papers: number | null; readonly reissued: number | null };
  /** Where people came with slips; absent in every other survey. */
  readonly slips?: NonNullable<Release['slips']>;
  readonly receipts: string | null;
  readonly previous: string | null;
  readonly chance: Chance;
}
