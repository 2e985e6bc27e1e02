// What an issue rests on: a figure copied once from a release and never changed, so that nobody can say later that it was
// different. Only what was published can be copied, so a plan never speaks of a group that is too small to be shown.
import type { Day } from '../kernel/day.ts';
import type { Localized } from '../kernel/language.ts';

export interface CountedWith {
  readonly name: string;
  /** Only the people directly in it, not those of the departments below. */
  readonly direct: boolean;
}

export interface Evidence {
  readonly releaseHash: string;
  readonly survey: { readonly id: string; readonly title: Localized; readonly closed: Day };
  /** The published group: a department and those counted with it, by name as on the day of the copy. */
  readonly group: { readonly departmentId: string; readonly name: string; readonly with: readonly CountedWith[] };
  readonly dimension: string;
  /** People whose answers it rests on. */
  readonly n: number;
  /** 0–100. */
  readonly index: number;
  /** Interval of the level, 0–100. */
  readonly low: number;
  readonly high: number;
  /** Share 0–1; null where the release has none for the group. */
  readonly favourable: number | null;
  /** Index points the next wave could tell from chance. */
  readonly smallestChange: number;
  /** Said of the group by those who depend on its work, not by its own people. */
  readonly byCustomers?: boolean | undefined;
  /** Those who depend on it, as it was sealed: once a plan is agreed it is told to them, because it was they who were asked. */
  readonly customers?: readonly { readonly id: string; readonly name: string }[] | undefined;
}

export const factKinds = ['figure', 'document', 'observation', 'people-said'] as const;
export type FactKind = (typeof factKinds)[number];

/** Why somebody believes the cause is what it is. Never a person's words: themes and paraphrase only. */
export interface Fact {
  readonly kind: FactKind;
  readonly text: string;
  /** Shows that the thing itself is as good as the market or the rules ask, and only not seen. */
  readonly showsValue: boolean;
}
