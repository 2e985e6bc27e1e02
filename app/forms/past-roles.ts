// What HR says about the columns of a past survey, or about the questions of a long file: the same fields for each, by its number.
import * as v from 'valibot';
import { isDimension, type PastLayout, type PastQuestion, type PastRole } from '#app/domain/publication/past-mapping.ts';
import { mostPoints } from '#app/domain/publication/past-items.ts';
import { problemsOfQuestions, problemsOfRoles, type RoleProblem } from '#app/domain/publication/past-role-problems.ts';
import { libraryItem } from '#app/domain/surveys/question-library.ts';

export const longestQuestion = 300;
const libraryPrefix = 'library:';

/** How a role stands in its field. */
export function roleValue(role: PastRole): string {
  if (role.as !== 'question') return role.as;
  return role.question.item === null ? 'own' : libraryPrefix + role.question.item;
}

export const libraryValue = (id: string): string => libraryPrefix + id;

interface Fields {
  /** The text of a field of this column; empty where it is not there. */
  (name: string): string;
}

interface Complaint {
  readonly field: string;
  readonly code: string;
}

function questionIn(role: string, text: Fields, complain: (field: string, code: string) => void): PastQuestion {
  const points = /^\d{1,2}$/.test(text('points').trim()) ? Number(text('points')) : 0;
  const item = role === 'own' ? null : role.slice(libraryPrefix.length);
  const words = text('text').trim();
  const none = text('none').split(/[|,，、;；]/).map((code) => code.trim()).filter((code) => code !== '');
  if (item !== null && !libraryItem(item)) complain('role', 'past-role');
  if (points < 2 || points > mostPoints) complain('points', 'past-points');
  if (item === null && words === '') complain('text', 'required');
  if (words.length > longestQuestion) complain('text', 'too-long');
  const dimension = text('dimension');
  return { item, text: words, dimension: isDimension(dimension) ? dimension : null, points, reverse: text('reverse') === 'yes', none };
}

const plain = ['leave-out', 'department', 'cut', 'item', 'answer'] as const;

function roleIn(text: Fields, complain: (field: string, code: string) => void): PastRole {
  const role = text('role');
  const known = plain.find((one) => one === role);
  if (known) return { as: known };
  if (role === 'own' || role.startsWith(libraryPrefix)) return { as: 'question', question: questionIn(role, text, complain) };
  complain('role', 'past-role');
  return { as: 'leave-out' };
}

interface ReadRoles {
  readonly roles: readonly PastRole[];
  readonly complaints: readonly Complaint[];
}

function rolesIn(values: Readonly<Record<string, unknown>>): ReadRoles {
  const complaints: Complaint[] = [];
  const roles: PastRole[] = [];
  for (let at = 0; typeof values[`role-${at}`] === 'string'; at += 1) {
    const text: Fields = (name) => String(values[`${name}-${at}`] ?? '');
    roles.push(roleIn(text, (field, code) => complaints.push({ field: `${field}-${at}`, code })));
  }
  return { roles, complaints };
}

const asComplaints = (problems: readonly RoleProblem[]): Complaint[] => problems.map(({ at, code }) => ({ field: `role-${at}`, code }));
const fields = v.record(v.string(), v.unknown());

/** Reads all fields at once and names each that is wrong. */
function formOf<T>(read: (values: Readonly<Record<string, unknown>>) => { readonly value: T; readonly complaints: readonly Complaint[] }) {
  return v.pipe(
    fields,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const { value: input } = dataset;
      const { value, complaints } = read(input);
      for (const { field, code } of complaints) {
        addIssue({ message: code, path: [{ type: 'object', origin: 'value', input, key: field, value: input[field] }] });
      }
      return complaints.length > 0 ? NEVER : value;
    }),
  );
}

export interface PastColumns {
  readonly layout: PastLayout;
  readonly roles: readonly PastRole[];
}

export const pastColumnsForm = formOf<PastColumns>((values) => {
  const layout: PastLayout = values['layout'] === 'long' ? 'long' : 'wide';
  const { roles, complaints } = rolesIn(values);
  return { value: { layout, roles }, complaints: [...complaints, ...asComplaints(problemsOfRoles(layout, roles))] };
});

export interface PastNames {
  /** By number of the department; a field that is not there is not said. */
  readonly places: ReadonlyMap<number, string | null>;
  /** By number of the question; null for what is left out. */
  readonly questions: readonly (PastQuestion | null)[];
}

export const pastNamesForm = formOf<PastNames>((values) => {
  const { roles, complaints } = rolesIn(values);
  const questions = roles.map((role) => (role.as === 'question' ? role.question : null));
  const places = new Map<number, string | null>();
  for (const [name, value] of Object.entries(values)) {
    const number = /^place-(\d{1,5})$/.exec(name)?.[1];
    if (number !== undefined && typeof value === 'string') places.set(Number(number), value === '' ? null : value);
  }
  return { value: { places, questions }, complaints: [...complaints, ...asComplaints(roles.length > 0 ? problemsOfQuestions(questions) : [])] };
});
