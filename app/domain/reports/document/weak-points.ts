// What became of each weak point of a year: from the first survey that called it short to the last one. Two figures stand beside each other
// only where nothing between them breaks the line, and no difference between them is told: whether it moved is said where it was tested.
import { isShort } from '../../analysis/priorities/standing.ts';
import type { PriorityView } from '../priority-view.ts';
import type { TrendView } from '../trend-view.ts';
import type { WaveSaid, YearParts } from './year-parts.ts';

export interface WeakPoint {
  readonly id: string;
  readonly label: string;
  readonly target: number;
  /** Title of the first survey that called it short. */
  readonly since: string;
  /** Null where the two cannot be compared. */
  readonly then: number | null;
  /** Null where the last survey did not publish it. */
  readonly now: number | null;
  readonly became: 'still' | 'no-longer' | 'new' | 'not-asked';
}

const isWeak = ({ standing }: Pick<PriorityView, 'standing'>): boolean => isShort(standing);

export function weakPointsOf({ waves, last }: Pick<YearParts, 'waves' | 'last'>): WeakPoint[] {
  const known = new Map<string, { readonly first: WaveSaid; readonly weak: WaveSaid['results']['priorities'][number] }>();
  for (const first of waves) for (const weak of first.results.priorities.filter(isWeak)) if (!known.has(weak.id)) known.set(weak.id, { first, weak });
  return [...known.values()].map(({ first, weak }) => {
    const now = last.results.priorities.find(({ id }) => id === weak.id);
    const isLast = first.results.survey.id === last.results.survey.id;
    return {
      id: weak.id,
      label: now?.label ?? weak.label,
      target: now?.target ?? weak.target,
      since: first.results.survey.title,
      then: !isLast && isUnbroken(last.results, weak.id, first.results.survey.id) ? weak.index : null,
      now: now?.index ?? null,
      became: !now ? 'not-asked' : isLast ? 'new' : isWeak(now) ? 'still' : 'no-longer',
    };
  });
}

const isUnbroken = ({ trends }: YearParts['last']['results'], area: string, survey: string): boolean => runsFrom(trends.find(({ id, question }) => id === area && question === null), survey);

/** Whether a line runs without a break from a survey to the last one, as its page draws it. */
export function runsFrom(trend: Pick<TrendView, 'points'> | undefined, survey: string): boolean {
  const from = trend?.points.findIndex((point) => point.survey === survey) ?? -1;
  return trend !== undefined && from >= 0 && trend.points.slice(from + 1).every(({ broken }) => broken === null);
}
