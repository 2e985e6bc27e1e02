// The words of a wave in the reader's language. A survey keeps the names it was sealed with: a department renamed since then is
// shown as it was called when people answered.
import { topmost, type Counted, type Group } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import { inLanguage, type Language, type Localized } from '../kernel/language.ts';
import { backgroundLabel } from '../surveys/backgrounds/background.ts';
import { dimension as libraryDimension } from '../surveys/questions/question-library.ts';
import type { Question } from '../surveys/questions/question.ts';

export interface Named {
  readonly name: string;
  /** Only the people directly in it, not those of the departments below. */
  readonly direct: boolean;
}

/** Whom a figure is about. */
export interface GroupView {
  readonly names: readonly Named[];
  /** Counted in beyond them. */
  readonly with: readonly Named[];
  readonly answered: number;
  readonly invited: number | null;
}

export interface Labels {
  readonly language: Language;
  of(text: Localized): string;
  department(id: string): string;
  dimension(id: string): string;
  question(id: string): Question | undefined;
  questionText(id: string): string;
  /** The short name of a background question of the library; what was asked in a survey from elsewhere. */
  background(id: string): string;
  option(questionId: string, optionId: string): string;
  /** A department with what is counted in. */
  group(department: string, group: Group): GroupView;
  /** Units that are counted together and are no department of their own. */
  pool(group: Group): GroupView;
  /** What a question's own group counts in beyond the departments one looks at. */
  beyond(group: Group, looked: Group): readonly Named[];
}

export function labelsOf(wave: Wave, language: Language): Labels {
  const questions = new Map([...wave.questions, ...wave.ofSome.flatMap(({ question, screener }) => (screener ? [question, screener] : [question]))].map((question) => [question.id, question]));
  const department = (id: string) => wave.departments.get(id)?.name ?? id;
  const named = (counted: readonly Counted[]) => counted.map((one) => ({ name: department(one.department), direct: one.direct }));
  const people = ({ answered, invited }: Group) => ({ answered, invited });
  return {
    language,
    of: (text) => inLanguage(text, language),
    department,
    dimension: (id) => inLanguage(libraryDimension(id)?.label, language) ?? id,
    question: (id) => questions.get(id),
    questionText: (id) => inLanguage(questions.get(id)?.text, language) ?? id,
    background: (id) => inLanguage((wave.release.manifest === null ? null : backgroundLabel(id, questions.get(id))), language) ?? inLanguage(questions.get(id)?.text, language) ?? id,
    option: (questionId, optionId) => inLanguage(optionLabel(questions.get(questionId), optionId), language) ?? optionId,
    group: (id, group) => ({ names: [{ name: department(id), direct: false }], with: named(group.with), ...people(group) }),
    pool: (group) => ({ names: named(topmost(wave.tree, group.departments)), with: [], ...people(group) }),
    beyond: (group, looked) => {
      const known = new Set(looked.departments);
      return named(topmost(wave.tree, group.departments.filter((id) => !known.has(id))));
    },
  };
}

function optionLabel(question: Question | undefined, optionId: string): Localized | undefined {
  if (!question) return undefined;
  const options = 'options' in question ? question.options : 'low' in question ? (question.low?.options ?? []) : [];
  return options.find((option) => option.id === optionId)?.label;
}
