// A line over waves for a chart and its table.
import type { Signal } from '../analysis/statistics/control-limits.ts';
import { standsInLine, type Break } from '../analysis/changes/comparability.ts';
import type { Subject } from '../analysis/readings.ts';
import { trendOf } from '../analysis/changes/trend.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Interval } from '../analysis/statistics/proportion-intervals.ts';
import { calledByParts } from '../surveys/asking/audience.ts';
import { levelView, rounded } from './figures-shown.ts';
import type { Labels } from './labels.ts';
import { overallItem } from './overall-view.ts';

export interface TrendView {
  readonly id: string;
  readonly label: string;
  /** The one question that stands for the whole. */
  readonly overall: boolean;
  /** The question drawn instead of a dimension whose questions changed: the figures are those of the question, and the head says so. */
  readonly question: string | null;
  readonly points: readonly {
    readonly survey: string;
    readonly title: string;
    readonly closed: string;
    readonly n: number | null;
    readonly index: number | null;
    readonly interval: Interval | null;
    readonly broken: Break | null;
    /** Brought from a file. */
    readonly past: boolean;
    /** Of a line of all who were asked: the parts, where that was not everybody. */
    readonly asked: string | null;
  }[];
  /** Surveys of parts of the company, which are no points of the company's line. */
  readonly leftOut: number;
  readonly limits: { readonly centre: number; readonly upper: number; readonly lower: number; readonly provisional: boolean; readonly since: number; /** Why the last point is more than noise; null where it is noise. */ readonly signal: Signal | null } | null;
}

const partsOf = (wave: Wave | undefined, department: string): string | null => (wave?.asked && department === wave.root ? calledByParts(wave.asked) : null);

/** `all` oldest first; the last one is looked at. */
export function trendView(all: readonly Wave[], subject: Subject, department: string, labels: Labels): TrendView {
  const waves = all.filter((wave) => standsInLine(wave, all.at(-1) as Wave, department));
  const trend = trendOf(waves, subject, department);
  const points = trend.points.map((point, at) => {
    const level = point.level && levelView(point.level);
    const title = waves[at]?.release.survey.title;
    return {
      survey: point.survey,
      title: title ? labels.of(title) : point.survey,
      closed: point.closed,
      n: level?.n ?? null,
      index: level?.index ?? null,
      interval: level?.interval ?? null,
      broken: point.broken,
      past: waves[at]?.release.manifest === null,
      asked: partsOf(waves[at], department),
    };
  });
  const { limits } = trend;
  return {
    id: subject.id,
    overall: subject.kind === 'item' && subject.id === overallItem,
    label: subject.kind === 'dimension' ? labels.dimension(subject.id) : labels.questionText(subject.id),
    question: trend.subject.kind === 'item' && subject.kind === 'dimension' ? labels.questionText(trend.subject.id) : null,
    points,
    leftOut: all.length - waves.length,
    limits: limits && {
      signal: trend.points.at(-1)?.level ? trend.signal : null,
      centre: rounded(limits.centre), upper: rounded(limits.upper), lower: rounded(limits.lower),
      provisional: limits.provisional, since: trend.since,
    },
  };
}
