// What cannot be right about the roles that HR gave to columns, or to the questions of a long file.
import { whyNotACut } from './cuts.ts';
import type { ColumnLook } from './look.ts';
import { itemIdOf, type PastLayout, type PastQuestion, type PastRole } from './mapping.ts';

type RoleCode =
  | `past-no-${'department' | 'item' | 'answer' | 'questions'}`
  | `past-two-${'departments' | 'items' | 'answers'}`
  | `past-only-${PastLayout}`
  | 'past-question-twice'
  | 'past-cut-personal'
  | 'past-cut-too-many-values';

export interface RoleProblem {
  /** Column or question, from 0. */
  readonly at: number;
  readonly code: RoleCode;
}

const onlyOnce = { wide: ['department'], long: ['department', 'item', 'answer'] } as const;
const fitting = { wide: ['leave-out', 'department', 'cut', 'question'], long: ['leave-out', 'department', 'item', 'answer'] };

export function problemsOfRoles(layout: PastLayout, roles: readonly PastRole[]): readonly RoleProblem[] {
  const problems: RoleProblem[] = [];
  for (const role of onlyOnce[layout]) {
    const found = roles.flatMap(({ as }, at) => (as === role ? [at] : []));
    if (found.length === 0) problems.push({ at: 0, code: `past-no-${role}` });
    for (const at of found.slice(1)) problems.push({ at, code: `past-two-${role}s` });
  }
  roles.forEach(({ as }, at) => {
    if (!fitting[layout].includes(as)) problems.push({ at, code: `past-only-${layout === 'wide' ? 'long' : 'wide'}` });
  });
  const questions = roles.map((role) => (role.as === 'question' ? role.question : null));
  return layout === 'long' ? problems : [...problems, ...problemsOfQuestions(questions)];
}

/** Null where something is no question. Two columns cannot be one question: nobody could say which answer counts. */
function problemsOfQuestions(questions: readonly (PastQuestion | null)[]): readonly RoleProblem[] {
  return problemsOf(questions, () => false);
}

/** In a long file two spellings may be one question, where they were asked on one scale: every answer has a row of its own. */
export function problemsOfSpellings(questions: readonly (PastQuestion | null)[]): readonly RoleProblem[] {
  return problemsOf(questions, (one, other) => one.points === other.points && one.reverse === other.reverse);
}

function problemsOf(questions: readonly (PastQuestion | null)[], mayRepeat: (one: PastQuestion, other: PastQuestion) => boolean): readonly RoleProblem[] {
  const first = new Map<string, PastQuestion>();
  const problems: RoleProblem[] = [];
  questions.forEach((question, at) => {
    if (!question) return;
    const before = first.get(itemIdOf(question));
    if (!before) first.set(itemIdOf(question), question);
    else if (!mayRepeat(before, question)) problems.push({ at, code: 'past-question-twice' });
  });
  return first.size === 0 ? [{ at: 0, code: 'past-no-questions' }] : problems;
}

/** A background that names people, or nearly so, makes no table. */
export function problemsOfCuts(roles: readonly PastRole[], columns: readonly ColumnLook[]): readonly RoleProblem[] {
  return roles.flatMap(({ as }, at) => {
    const column = columns[at];
    if (as !== 'cut' || !column) return [];
    const labels = new Array<string>(column.distinct).fill('');
    const why = column.looks ? 'cut-personal' : whyNotACut(column.name, labels)?.code;
    return why ? [{ at, code: `past-${why}` }] : [];
  });
}
