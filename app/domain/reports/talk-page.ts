// What somebody takes into half an hour with the team: few figures, the good ones among them, and only such as stand on the page of
// the department. Where nothing stands out the highest and the lowest are what there is to talk about.
import { levelOf } from '../analysis/level.ts';
import { readFor } from '../analysis/readings.ts';
import type { Wave } from '../analysis/wave.ts';
import type { DepartmentPage, PlankView } from './department-page.ts';
import { talkedId } from '../surveys/questions/extra-questions.ts';
import { levelView } from './figures-shown.ts';
import type { GroupView } from './labels.ts';
import type { SurveyView } from './results-page.ts';

/** Of each side; more than that is no talk. */
const mostLines = 3;

export interface TalkLine {
  readonly id: string;
  readonly label: string;
  readonly index: number;
  readonly n: number;
  /** What people ticked beside low scores, most often first. */
  readonly reasons: readonly string[];
}

export interface TalkedOver {
  readonly index: number;
  readonly n: number;
}

export interface TalkSheet {
  readonly survey: SurveyView;
  readonly group: GroupView;
  readonly participation: DepartmentPage['participation'];
  readonly overall: number | null;
  readonly good: readonly TalkLine[];
  readonly short: readonly TalkLine[];
  /** False where the lines are only the highest and the lowest. */
  readonly standsOut: boolean;
  readonly talkedOver: TalkedOver | null;
}

const lineOf = ({ id, label, level, reasons }: PlankView): TalkLine => ({ id, label, index: level.index, n: level.n, reasons: reasons.map((one) => one.label) });

export function talkSheetOf(page: DepartmentPage, talkedOver: TalkedOver | null): TalkSheet {
  const { survey, group, participation, strengths, short, others } = page;
  const standsOut = strengths.length + short.length > 0;
  const [good, poor] = standsOut ? [strengths, short] : [others.slice(-2).reverse(), others.slice(0, 2)];
  return {
    survey,
    group,
    participation,
    overall: page.overall?.level.index ?? null,
    good: good.slice(0, mostLines).map(lineOf),
    short: poor.filter((one) => !good.includes(one)).slice(0, mostLines).map(lineOf),
    standsOut,
    talkedOver,
  };
}

/** Null where it was not asked, and where too few answered. */
export function talkedOverIn(wave: Wave, department: string): TalkedOver | null {
  const reading = wave.release.items[talkedId] ? readFor(wave, { kind: 'item', id: talkedId }, department) : null;
  const level = reading && levelOf(reading);
  return level && { index: levelView(level).index, n: level.n };
}
