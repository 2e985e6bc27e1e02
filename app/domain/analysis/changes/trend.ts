// A line over waves with its gaps: where a department was put together differently or a question reads differently, the line
// stops and begins anew. Natural limits appear only when there are enough points on one unbroken stretch.
import type { Day } from '../../kernel/day.ts';
import { isCompanyIn, sameComposition, sameQuestion, sharedSubject, subjectOfLine, type Break } from './comparability.ts';
import { controlLimits, signalAt, type ControlLimits, type Signal } from '../statistics/control-limits.ts';
import { levelOf, type Level } from '../level.ts';
import { readFor, type Reading, type Subject } from '../readings.ts';
import type { Wave } from '../wave.ts';

export interface TrendPoint {
  readonly survey: string;
  readonly closed: Day;
  /** Null: not asked, or too few. */
  readonly level: Level | null;
  /** Why the line does not come from the point before. */
  readonly broken: Break | null;
}

export interface Trend {
  /** What is drawn, where a dimension changed its questions: the question that most waves share. */
  readonly subject: Subject;
  readonly points: readonly TrendPoint[];
  /** Of the last unbroken stretch. */
  readonly limits: ControlLimits | null;
  /** Why the last point of that stretch is more than noise; null where it is noise. */
  readonly signal: Signal | null;
  /** Position of the first point on that stretch. */
  readonly since: number;
}

/** `waves` oldest first. */
export function trendOf(waves: readonly Wave[], wanted: Subject, department: string): Trend {
  const subject = subjectOfLine(waves, wanted);
  const readings = waves.map((wave) => readFor(wave, subject, department));
  const points = waves.map((wave, at): TrendPoint => {
    const reading = readings[at] ?? null;
    const level = reading && levelOf(reading);
    const before = lastReadingBefore(readings, at);
    return { survey: wave.release.survey.id, closed: wave.release.survey.closed, level, broken: level && breakAt(waves, subject, department, { at, before, reading: reading as Reading, readings }) };
  });
  const since = Math.max(0, points.findLastIndex((point) => point.broken !== null));
  const series = points.slice(since).flatMap((point) => (point.level ? [point.level.index] : []));
  const limits = controlLimits(series);
  return { subject, points, limits, signal: limits && signalAt(series, series.length - 1, limits), since };
}

interface At {
  readonly at: number;
  readonly before: number;
  readonly reading: Reading;
  readonly readings: readonly (Reading | null)[];
}

function breakAt(waves: readonly Wave[], subject: Subject, department: string, { at, before, reading, readings }: At): Break | null {
  if (before < 0) return 'first-wave';
  const [earlier, later] = [waves[before] as Wave, waves[at] as Wave];
  const same = subject.kind === 'item' ? sameQuestion(earlier, later, subject.id) : sharedSubject(earlier, later, subject)?.kind === 'dimension';
  if (!same) return 'wording';
  return sameComposition(readings[before] as Reading, reading, isCompanyIn({ earlier, later }, department, subject)) ? null : 'composition';
}

const lastReadingBefore = (readings: readonly (Reading | null)[], at: number): number => readings.slice(0, at).findLastIndex((one) => one !== null);
