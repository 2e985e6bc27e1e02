// What a survey says so clearly that it asks for an answer by itself. A low index alone does not: of any seven dimensions three are
// the lowest, and a duty to answer chance would make answering a formality.
import { atOnce, type Steps } from '../../kernel/steps.ts';
import type { HeatMap } from '../map/heat-map.ts';
import { planksOf, type Plank } from './planks.ts';
import type { ForWhom } from './priorities.ts';
import type { Wave } from '../wave.ts';

export interface Pressing {
  readonly department: string;
  readonly dimension: string;
}

const isBelowRest = ({ rest }: Plank): boolean => rest !== null && rest.arrow === 'down' && !rest.exploratory;

/**
 * Short planks of departments with a number of their own: those that are below the rest of the company after all tests of the map, and
 * those where something people take for granted is missing. What is missing in a whole branch is asked of its topmost department alone.
 */
export const pressingPlanks = (wave: Wave, map: HeatMap, overall: string): Pressing[] => atOnce(pressingSteps(wave, map, overall));

/** The same in pieces of a department. */
export function* pressingSteps(wave: Wave, map: HeatMap, overall: string): Steps<Pressing[]> {
  const found: { readonly department: string; readonly plank: Plank }[] = [];
  for (const { department } of map.rows) {
    if (department !== null) found.push(...shortOf(wave, map, { department, overall }).map((plank) => ({ department, plank })));
    yield;
  }
  const unmet = new Set(found.filter(({ plank }) => plank.flagged).map(({ department, plank }) => `${department} ${plank.dimension}`));
  const isUnmetAbove = (department: string, dimension: string) => above(wave, department).some((id) => unmet.has(`${id} ${dimension}`));
  return found
    .filter(({ department, plank }) => isBelowRest(plank) || (plank.flagged && !isUnmetAbove(department, plank.dimension)))
    .map(({ department, plank }) => ({ department, dimension: plank.dimension }));
}

/** What this department alone is asked: nothing where it is counted under another's name. */
export function pressingOn(wave: Wave, map: HeatMap, { department, overall }: Pick<ForWhom, 'department' | 'overall'>): ReadonlySet<string> {
  const hasRow = (id: string) => map.rows.some((row) => row.department === id);
  const short = hasRow(department) ? shortOf(wave, map, { department, overall }) : [];
  const branch = short.some(({ flagged }) => flagged) ? above(wave, department).filter(hasRow) : [];
  const unmetAbove = new Set(branch.flatMap((id) => shortOf(wave, map, { department: id, overall }).filter(({ flagged }) => flagged).map(({ dimension }) => dimension)));
  return new Set(short.filter((plank) => isBelowRest(plank) || (plank.flagged && !unmetAbove.has(plank.dimension))).map(({ dimension }) => dimension));
}

const shortOf = (wave: Wave, map: HeatMap, forWhom: ForWhom): readonly Plank[] => planksOf(wave, map, forWhom).short;

function above(wave: Pick<Wave, 'departments'>, department: string): string[] {
  const parent = wave.departments.get(department)?.parentId ?? null;
  return parent === null ? [] : [parent, ...above(wave, parent)];
}
