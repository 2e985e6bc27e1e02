// What the report of a year needs of each survey of the year: how many answered, how it stood, and what was short. Its page says the same; the
// rest of a page, such as how everything moved since the survey before, is what makes the map of a large company slow.
import { prioritiesOf } from '../analysis/priorities/priorities.ts';
import { restOfCompany, restOfRowsSteps, type RestOfRows } from '../analysis/map/rest.ts';
import { readingIn } from '../analysis/changes/row-comparison.ts';
import { rowOf } from '../analysis/map/heat-map.ts';
import type { TargetOf } from '../analysis/priorities/standing.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import type { Steps } from '../kernel/steps.ts';
import { rounded } from './figures-shown.ts';
import { labelsOf } from './labels.ts';
import { overallDimension, overallView, type OverallView } from './overall-view.ts';
import type { PriorityView } from './priority-view.ts';
import { participationOf, questionsAlone, subjectsOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';

export interface WaveOfYear {
  readonly survey: Pick<SurveyView, 'id' | 'title' | 'closed'>;
  readonly participation: Pick<ResultsPage['participation'], 'answered' | 'invited' | 'percent'>;
  readonly overall: Pick<OverallView, 'level'> | null;
  readonly priorities: readonly Pick<PriorityView, 'id' | 'label' | 'index' | 'target' | 'standing'>[];
}

/** For every department of a survey. */
export const restOfWave = (wave: Wave): Steps<RestOfRows | null> => restOfRowsSteps(wave, subjectsOf(wave), questionsAlone(wave));

export const restOfWholeWave = (wave: Wave): RestOfRows | null => restOfCompany(wave, subjectsOf(wave));

interface Look {
  readonly department: string;
  readonly language: Language;
  readonly targetOf: TargetOf;
}

/** `judged`: null where nothing is compared. */
export function waveOfYear(wave: Wave, judged: RestOfRows | null, { department, language, targetOf }: Look): WaveOfYear {
  const labels = labelsOf(wave, language);
  const { id, title, closed } = surveyView(wave, undefined, labels);
  const { answered, invited, percent } = participationOf(wave, undefined, department);
  const overall = overallView([wave], null, department, labels);
  const priorities = judged ? prioritiesOf(wave, rowAlone(wave, judged, department), { department, overall: overallDimension, targetOf }) : [];
  return {
    survey: { id, title, closed },
    participation: { answered, invited, percent },
    overall: overall && { level: overall.level },
    priorities: priorities.map(({ dimension, level, target, standing }) => ({ id: dimension, label: labels.dimension(dimension), index: rounded(level.index), target: rounded(target), standing })),
  };
}

function rowAlone(wave: Wave, { subjects, rows, rest }: RestOfRows, department: string) {
  const at = rowOf({ rows }, wave, department);
  const row = rows[at];
  if (!row) return { subjects, rows: [], cells: [] };
  const cells = subjects.map((subject, column) => {
    const reading = readingIn(wave, subject, row);
    return reading && { reading, rest: rest[at]?.[column] ?? null };
  });
  return { subjects, rows: [row], cells: [cells] };
}
