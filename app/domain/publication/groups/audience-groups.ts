// An audience is a union of the groups that everybody of the company is counted in this year. Whoever compares the results of two
// surveys that asked different people then meets whole groups, and never a few people by themselves.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { departmentsWithin } from '#app/domain/surveys/asking/audience.ts';
import type { FormedBlock } from './blocks.ts';

export interface DividedGroups {
  readonly asked: readonly FormedBlock[];
  readonly beside: readonly FormedBlock[];
}

/** Every group that has somebody in one of the chosen departments is asked as a whole: nobody of a group is told apart from the others. */
export function divideGroups(departments: readonly Department[], groups: readonly FormedBlock[], chosen: readonly string[]): Outcome<DividedGroups, 'part-gone' | 'part-empty'> {
  const known = new Map(departments.map(({ id, name }) => [id, name]));
  const held = new Set(groups.flatMap((group) => group.departments));
  if (chosen.length === 0) return refused('part-empty', { department: '' });
  for (const id of chosen) {
    if (!known.has(id)) return refused('part-gone');
    const people = [...departmentsWithin(departments, [id])].some((one) => held.has(one));
    if (!people) return refused('part-empty', { department: known.get(id) as string });
  }
  const inside = departmentsWithin(departments, chosen);
  const isAsked = (group: FormedBlock) => group.departments.some((id) => inside.has(id));
  return done({ asked: groups.filter(isAsked), beside: groups.filter((group) => !isAsked(group)) });
}

/** Whom a survey of the same year asked, and whom it left out, by department. */
export interface EarlierAudience {
  readonly title: string;
  readonly asked: readonly string[];
  readonly beside: readonly string[];
  /** Its ballots are not counted yet, so it is not known which of its groups will be merged. */
  readonly uncounted: boolean;
}

export interface AudienceNow {
  readonly asked: readonly string[];
  readonly beside: readonly string[];
  /** People by department, as they are now. */
  readonly headcounts: ReadonlyMap<string, number>;
  readonly k: number;
}

export type AudienceConflict = 'audience-differs-by-few' | 'audience-meanwhile';

/**
 * Whether this audience may stand beside those of the year. People who were asked in one survey and left out of the other are 0 or at
 * least k, on either side; a department that is new since stands in neither. While a survey with overlapping people is uncounted no other
 * part is asked: a group of its that will have to be merged must not be told apart by the second survey.
 */
export function besideEarlier(earlier: readonly EarlierAudience[], now: AudienceNow): Outcome<null, AudienceConflict> {
  for (const other of earlier) {
    const gone = bothIn(other.asked, now.beside);
    const come = bothIn(other.beside, now.asked);
    const peopleOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (now.headcounts.get(id) ?? 0), 0);
    for (const ids of [gone, come]) {
      const people = peopleOf(ids);
      if (people > 0 && people < now.k) return refused('audience-differs-by-few', { survey: other.title, people, department: ids.find((id) => (now.headcounts.get(id) ?? 0) > 0) as string, k: now.k });
    }
    const differs = gone.length + come.length > 0;
    if (other.uncounted && differs && bothIn(other.asked, now.asked).length > 0) return refused('audience-meanwhile', { survey: other.title });
  }
  return done(null);
}

function bothIn(one: readonly string[], other: readonly string[]): string[] {
  const known = new Set(one);
  return other.filter((id) => known.has(id));
}
