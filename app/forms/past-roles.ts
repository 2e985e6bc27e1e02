// What HR says about the columns of a past survey, or about the questions of a long file: the same fields for each, by its number.
import * as v from 'valibot';
import type { PastCounting } from '#app/domain/past-surveys/counting.ts';
import { isDimension, type PastLayout, type PastQuestion, type PastRole } from '#app/domain/past-surveys/mapping.ts';
import { saidScale, scaleIn } from '#app/domain/past-surveys/scale.ts';
import { problemsOfRoles, problemsOfSpellings, type RoleProblem } from '#app/domain/past-surveys/role-problems.ts';
import { countingIn } from './past-counting.ts';
import { fileScalesIn, scaleOfColumn, type FileScales } from './past-scales.ts';
import { libraryItem, libraryScale } from '#app/domain/surveys/questions/question-library.ts';

export const longestQuestion = 300;
const libraryPrefix = 'library:';

/** How a role stands in its field. */
export function roleValue(role: PastRole): string {
  if (role.as !== 'question') return role.as;
  return role.question.item === null ? 'own' : libraryPrefix + role.question.item;
}

/** How the library asks it; null for what it does not know. */
function usualOf(id: string): { readonly points: number; readonly reverse: boolean } | null {
  const known = libraryItem(id);
  return known ? { points: libraryScale(known.scale).points, reverse: known.reverse } : null;
}

/** As `scaleIn` reads it; empty where nothing is known, or where it is as in the library. */
export function scaleValue(role: PastRole): string {
  if (role.as !== 'question') return '';
  const { scale, points, item, none } = role.question;
  if (scale) return saidScale({ scale, none });
  return item !== null && usualOf(item)?.points === points ? '' : `1..${points}`;
}

export function directionValue(role: PastRole): 'usual' | 'yes' | 'no' {
  if (role.as !== 'question') return 'usual';
  const { item, reverse } = role.question;
  const usual = item !== null && (usualOf(item)?.reverse ?? false);
  return reverse === usual ? 'usual' : reverse ? 'yes' : 'no';
}

export const libraryValue = (id: string): string => libraryPrefix + id;

interface Fields {
  /** Codes for «not applicable» of every question. */
  readonly codes: readonly string[];
  readonly file: FileScales;
  /** The text of a field of this column; empty where it is not there. */
  (name: string): string;
}

interface Complaint {
  readonly field: string;
  readonly code: string;
}

const codesIn = (text: string): string[] => text.split(/[|,，、;；]/).map((code) => code.trim()).filter((code) => code !== '');

function questionIn(role: string, text: Fields, complain: (field: string, code: string) => void): PastQuestion {
  const item = role === 'own' ? null : role.slice(libraryPrefix.length);
  const usual = item === null ? null : usualOf(item);
  const reverse = text('reverse') === 'yes' || (text('reverse') !== 'no' && (usual?.reverse ?? false));
  const words = text('text').trim();
  const { said: read, complaints } = scaleOfColumn({ own: text('scale'), group: text('group'), words: text('words') }, text.file);
  const said = read ?? (usual ? scaleIn(usual.points === 11 ? '0..10' : `1..${usual.points}`) : null);
  const none = [...new Set([...(said?.none ?? []), ...codesIn(text('none')), ...text.codes])];
  if (item !== null && !usual) complain('role', 'past-role');
  else if (complaints.length > 0) for (const { field, code } of complaints) complain(field, code);
  else if (!said) complain('scale', 'past-scale');
  if (text('reverse') === '' && text('turned') !== '') complain('reverse', 'past-direction');
  if (item === null && words === '') complain('text', 'required');
  if (words.length > longestQuestion) complain('text', 'too-long');
  const dimension = text('dimension');
  const question = { item, text: words, dimension: isDimension(dimension) ? dimension : null, points: said?.points ?? 2, reverse, none };
  return said ? { ...question, scale: said.scale } : question;
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
  const { said: file, complaints: ofFile } = fileScalesIn(values);
  const complaints: Complaint[] = [...ofFile];
  const roles: PastRole[] = [];
  const codes = codesIn(String(values['none-all'] ?? ''));
  for (let at = 0; typeof values[`role-${at}`] === 'string'; at += 1) {
    const text: Fields = Object.assign((name: string) => String(values[`${name}-${at}`] ?? ''), { codes, file });
    roles.push(roleIn(text, (field, code) => complaints.push({ field: /\d$/.test(field) ? field : `${field}-${at}`, code })));
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
  readonly counting: PastCounting;
  readonly roles: readonly PastRole[];
}

export const pastColumnsForm = formOf<PastColumns>((values) => {
  const layout: PastLayout = values['layout'] === 'long' ? 'long' : 'wide';
  const { roles, complaints } = rolesIn(values);
  const { counting, complaints: ofCounting } = countingIn(values, layout);
  return { value: { layout, roles, counting }, complaints: [...ofCounting, ...complaints, ...asComplaints(problemsOfRoles(layout, roles))] };
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
  return { value: { places, questions }, complaints: [...complaints, ...asComplaints(roles.length > 0 ? problemsOfSpellings(questions) : [])] };
});
