// Question by question: what stands behind a dimension's figure, as far as the number of answers allows.
import { waveBefore } from '../analysis/changes/comparability.ts';
import { rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import { reliabilityOfDimension } from '../analysis/relations/hanging-together.ts';
import { questionsUnder } from '../analysis/changes/question-claims.ts';
import { goingTogether } from '../analysis/relations/together.ts';
import type { Yardsticks } from '../analysis/priorities/yardsticks.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import { fixed } from '../kernel/rounding.ts';
import { isOwn } from '../surveys/own/own-question.ts';
import { isSupport } from '../surveys/proposals/support-question.ts';
import { chosenViews, type ChosenView } from './chosen-view.ts';
import { dimensionView, type DimensionView } from './dimension-view.ts';
import { rounded } from './figures-shown.ts';
import { labelsOf, type GroupView, type Labels } from './labels.ts';
import { overallItem } from './overall-view.ts';
import { expectationView, questionViews, type ExpectationView, type QuestionView } from './question-view.ts';
import { departmentsOf, groupLooked, isFromFile, subjectsOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';
import { someViews, type SomeView } from './some-view.ts';
import { trendView, type TrendView } from './trend-view.ts';

export interface QuestionsPage {
  readonly survey: SurveyView;
  readonly department: string;
  readonly departments: ResultsPage['departments'];
  readonly group: GroupView;
  readonly dimensions: readonly (DimensionView & {
    readonly questions: readonly QuestionView[];
    /** Two decimals; company only, from thirty answers. */
    readonly reliability: { readonly value: string; readonly method: 'spearman-brown' | 'lambda-2' } | null;
  })[];
  /** Of a survey from a file, and of the company's own: questions that no dimension's figure rests on. */
  readonly alone: readonly QuestionView[];
  /** By own question that stands alone: its line, where it was asked before. */
  readonly lines: readonly TrendView[];
  readonly chosen: readonly ChosenView[];
  /** What only some were asked: beside nothing that everybody was. */
  readonly ofSome: readonly SomeView[];
  readonly expectations: readonly ExpectationView[];
  /** What goes together with the overall question, two decimals; company only, from fifty answers. */
  readonly together: readonly { readonly text: string; readonly correlation: string; readonly interval: readonly [string, string]; readonly percent: number | null }[];
}

export interface QuestionsLook {
  readonly department: string;
  readonly language: Language;
  /** None unless told. */
  readonly yardsticks?: Yardsticks;
}

/** `waves` oldest first, the one looked at last. */
export function questionsPageOf(waves: readonly Wave[], map: HeatMap | null, { department, language, yardsticks }: QuestionsLook): QuestionsPage {
  const wave = waves.at(-1) as Wave;
  const labels = labelsOf(wave, language);
  const looked = { wave, earlier: waveBefore(waves), map, department, labels, yardsticks };
  const alone = standingAlone(wave).filter((id) => isFromFile(wave) || isOwn(id) || isSupport(id));
  const known = map !== null && rowOf(map, wave, department) >= 0;
  return {
    survey: surveyView(wave, waveBefore(waves), labels),
    department,
    departments: departmentsOf(wave),
    group: labels.group(department, groupLooked(wave, department)),
    dimensions: subjectsOf(wave).flatMap((subject) =>
      (known ? dimensionView(looked, map, subject) : []).map((view) => ({
        ...view,
        questions: questionViews(looked, questionsUnder(wave, subject.id)),
        reliability: department === wave.root ? reliabilityView(wave, subject.id) : null,
      })),
    ),
    alone: questionViews(looked, alone),
    lines: alone.filter(isOwn).flatMap((id) => trendView(waves, { kind: 'item', id }, department, labels)).filter(({ points }) => points.filter(({ index }) => index !== null).length > 1),
    chosen: chosenViews(looked),
    ofSome: someViews(waves, looked),
    expectations: Object.keys(wave.release.items).flatMap((id) => expectationView(looked, id) ?? []),
    together: department === wave.root ? togetherView(wave, labels) : [],
  };
}

function standingAlone(wave: Wave): string[] {
  const inDimensions = new Set(subjectsOf(wave).flatMap(({ id }) => questionsUnder(wave, id)));
  return wave.questions.map(({ id }) => id).filter((id) => !inDimensions.has(id));
}

const two = (value: number) => fixed(value, 2);

function reliabilityView(wave: Wave, id: string): QuestionsPage['dimensions'][number]['reliability'] {
  const reliability = reliabilityOfDimension(wave, id);
  return reliability && { value: two(reliability.value), method: reliability.method };
}

function togetherView(wave: Wave, labels: Labels): QuestionsPage['together'] {
  return goingTogether(wave, overallItem).map((one) => ({
    text: labels.questionText(one.item),
    correlation: two(one.correlation),
    interval: [two(one.interval[0]), two(one.interval[1])],
    percent: one.share === null ? null : rounded(100 * one.share),
  }));
}
