// Which surveys are held against each other: their groups stick together, and their audiences differ by nobody or by enough people.
import { daysBetween } from '#app/domain/kernel/day.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';

/** For so long two surveys of other parts are held against each other, whatever the calendar says. */
const comparable = 365;

type Placed = Pick<Survey, 'programme' | 'opens' | 'definition'>;

const asksEverybody = ({ definition }: Placed): boolean => definition.audience === undefined;

/**
 * Those of one calendar year, and over New Year those of which one asked parts or a half: a few people between two audiences are as few in
 * January. Two that ask everybody differ by whoever came and left, and begin anew with the year. One without a year is held against none.
 */
export function isHeldAgainst(one: Placed, other: Placed): boolean {
  if (one.programme === null || other.programme === null) return false;
  if (one.programme === other.programme) return true;
  return !(asksEverybody(one) && asksEverybody(other)) && Math.abs(daysBetween(one.opens, other.opens)) <= comparable;
}
