// A public answer to something people wrote. It belongs to the page on which it was given: shown elsewhere, the name under it would tell
// of which group the text is.
import type { Day } from '../kernel/day.ts';

export interface ReplyContent {
  /** A text by its place in the release, or a theme by its id. */
  readonly about: { readonly kind: 'comment'; readonly position: number } | { readonly kind: 'theme'; readonly theme: string };
  readonly text: string;
  readonly byId: string;
  /** Departments of the group; whether it is everybody. */
  readonly departments: readonly string[];
  readonly whole: boolean;
}

export interface WordReply extends ReplyContent {
  readonly id: string;
  readonly hash: string;
  readonly group: string;
  readonly on: Day;
}

export const longestReply = 1000;
