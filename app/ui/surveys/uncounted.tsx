import { countingHour } from '#app/domain/surveys/participation/participation.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { useText } from '../text.ts';

/** Stands where participation will stand. `first`: the day of the first count; null where there never is one. */
export function Uncounted({ first }: { readonly first: Day | null }) {
  const text = useText();
  return <p className="small quiet">{first === null ? text('survey.participation.never') : text('survey.participation.not-yet', { day: text.day(first), hour: countingHour.onTheClock })}</p>;
}
