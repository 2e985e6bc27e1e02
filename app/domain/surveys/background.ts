// Background questions for declared cuts: about the work, never about the person, answered only by who wants to. Options stand in an
// order in which neighbours are alike, because small bands are counted together with a neighbour.
import { inAll, type Localized } from '../kernel/language.ts';
import source from './library/background-library.json' with { type: 'json' };
import type { BackgroundQuestion, Option } from './question.ts';

export interface Background {
  readonly id: string;
  /** A short name for tables and lists. */
  readonly label: Localized;
  readonly text: Localized;
  readonly options: readonly Option[];
}

/** More options than these make bands that nobody can hide in. */
const mostSites = 30;
const longestSite = 60;

/** All that can be asked here. Sites are the organisation's own: with a single one there is nothing to compare. */
export function backgroundsFor(sites: readonly string[]): readonly Background[] {
  const names = [...new Set(sites.map((site) => site.trim().slice(0, longestSite)).filter((site) => site !== ''))].sort((one, other) => one.localeCompare(other, 'en'));
  const options = names.map((name) => ({ id: name, label: inAll(name) }));
  const asked = names.length >= 2 && names.length <= mostSites ? [{ ...source.site, options }] : [];
  return [...source.questions, ...asked];
}

/** As it stands on the ballot. Nothing about it is counted by department, so it has no group size of its own. */
export function backgroundQuestion({ id, text, options }: Background, k: number): BackgroundQuestion {
  return { kind: 'background', id, text, dimension: null, k, options };
}

/** The short name of a background question; null where the library has none. */
export function backgroundLabel(id: string): Localized | null {
  return [...source.questions, source.site].find((one) => one.id === id)?.label ?? null;
}
