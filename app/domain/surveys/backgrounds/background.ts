// Background questions for declared cuts: about the work, never about the person, answered only by who wants to. Options stand in an
// order in which neighbours are alike, because small bands are counted together with a neighbour.
import { inAll, type Localized } from '../../kernel/language.ts';
import source from '../questions/library/background-library.json' with { type: 'json' };
import { askedAs, type AskedIn } from '../own/own-asked.ts';
import { isOwn, mayBeDrafted, type OwnQuestion } from '../own/own-question.ts';
import type { BackgroundQuestion, Option, Question } from '../questions/question.ts';

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

/** The company's own, as far as they may be asked. */
export function ownBackgrounds(own: readonly OwnQuestion[], asked: AskedIn): readonly Background[] {
  return own.filter(mayBeDrafted).flatMap((one): Background[] => {
    const question = askedAs(one, asked);
    return question.kind === 'background' ? [{ id: question.id, label: question.label ?? question.text, text: question.text, options: question.options }] : [];
  });
}

/** As it stands on the ballot. Nothing about it is counted by department, so it has no group size of its own. */
export function backgroundQuestion({ id, label, text, options }: Background, k: number): BackgroundQuestion {
  return { kind: 'background', id, text, dimension: null, k, ...(isOwn(id) && { label }), options };
}

/** The short name of a background question: the library's, or the one it was asked with; null where there is none. */
export function backgroundLabel(id: string, asked?: Question): Localized | null {
  return [...source.questions, source.site].find((one) => one.id === id)?.label ?? (asked?.kind === 'background' ? asked.label : undefined) ?? null;
}
