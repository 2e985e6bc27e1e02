// How a provider's figure moved over the service surveys, as it is printed.
import type { Break } from '../analysis/changes/comparability.ts';
import type { Interval } from '../analysis/statistics/proportion-intervals.ts';
import type { ServiceLine } from '../analysis/serving/service-movement.ts';
import type { Language } from '../kernel/language.ts';
import { inLanguage } from '../kernel/language.ts';
import { whole } from '../kernel/rounding.ts';
import { levelView, movedView, type DifferenceView } from './figures-shown.ts';

export interface ServicePointView {
  readonly survey: string;
  readonly title: string;
  readonly closed: string;
  readonly n: number;
  readonly index: number;
  readonly interval: Interval;
  readonly adjusted: number | null;
  readonly broken: Break | null;
}

export interface ServiceMoved {
  readonly points: readonly ServicePointView[];
  readonly change: DifferenceView;
  /** The figure and the day that the change goes from; null where there is none to go from. */
  readonly before: { readonly index: number; readonly closed: string } | null;
  /** Null where it is another measure than before: other providers were rated, or by others. */
  readonly adjusted: { readonly from: number; readonly to: number } | null;
}

/** Null in the first service survey of a provider. */
export function serviceMoved({ points, change }: ServiceLine, { language, adjusted: shown }: { readonly language: Language; readonly adjusted: boolean }): ServiceMoved | null {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (!last || !before) return null;
  const views = points.map(({ survey, title, closed, level, adjusted, broken }): ServicePointView => {
    const { n, index, interval } = levelView(level);
    return { survey, title: inLanguage(title, language), closed, n, index, interval, adjusted: adjusted === null || !shown ? null : whole(adjusted), broken };
  });
  const goesOn = last.broken === null;
  return {
    points: views,
    change: movedView(change, last.level.index, last.broken),
    before: goesOn ? { index: whole(before.level.index), closed: before.closed } : null,
    adjusted: shown && last.adjustedGoesOn && last.adjusted !== null && before.adjusted !== null ? { from: whole(before.adjusted), to: whole(last.adjusted) } : null,
  };
}
