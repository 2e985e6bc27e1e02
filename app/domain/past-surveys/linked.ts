// Past answers with one row per answer and a column that tells whose: put together they are ballots, one for each person, and k counts
// people again.
import type { PastOptions, PastReader } from './answers.ts';
import { badAnswer, inferredRange, valueOf, wholeNumber, type InferredRange, type Strictness, type Where } from './column.ts';
import { departmentReader } from './department-column.ts';
import { sameId } from './id-column.ts';
import { itemOnScale, lowestAnswer, mostPoints, type PastItem } from './items.ts';
import type { PastPeople } from './people.ts';
import { quoted, type PastProblems } from './problem.ts';
import type { PastWide } from './wide.ts';

/** No answer yet, and an answer that is none. */
const unanswered = -127;
const none = -126;

interface Asked {
  readonly item: PastItem | null;
  readonly range: InferredRange;
  /** By person: answers as they are written. */
  answers: Int8Array;
}

type Options = PastOptions & { readonly people: PastPeople };

/** Reads rows whose width was checked; the header's names are trimmed. */
export function linkedReader(header: readonly string[], options: Options, problems: PastProblems): PastReader<PastWide> {
  const { people } = options;
  let invalid = 0;
  const strictness: Strictness = { problems, skip: options.skipInvalid ? () => void (invalid += 1) : null };
  const at = { department: header.indexOf('department'), item: header.indexOf('item'), answer: header.indexOf('answer') };
  const departments = departmentReader(options.departments, problems);
  const items = itemsAsked(options, strictness);
  const persons = new Map<string, { readonly number: number; readonly line: number }>();
  const placed: number[] = [];
  const counts = { nameless: 0, again: 0, superseded: 0 };
  for (const { column } of options.cuts) problems.add({ file: 'answers', line: 1, column: 1, code: 'cut-in-long', details: { name: quoted(column) } });

  const personOf = (id: string, line: number, cells: readonly string[]): number => {
    const department = departments.number(cells[at.department]!, line, at.department + 1);
    const known = persons.get(id);
    if (!known) {
      persons.set(id, { number: placed.length, line });
      return placed.push(department) - 1;
    }
    if (department >= 0 && placed[known.number] !== department) {
      problems.add({ file: 'answers', line, column: at.department + 1, code: 'person-moves', details: { header: quoted(people.header), first: known.line } });
    }
    return known.number;
  };
  const keep = (asked: Asked, person: number, answer: number, line: number): void => {
    if (person >= asked.answers.length) asked.answers = grown(asked.answers, person);
    const before = asked.answers[person]!;
    if (before === unanswered || before === none) asked.answers[person] = answer;
    else if (answer === none || answer === before) counts.again += 1;
    else if (people.repeated === 'refuse') problems.add({ file: 'answers', line, column: at.answer + 1, code: 'answered-twice', details: { header: quoted(people.header) } });
    else {
      counts.superseded += 1;
      if (people.repeated === 'last') asked.answers[person] = answer;
    }
  };
  return {
    row: (line, cells) => {
      const id = sameId(cells[people.column]!);
      if (id === '') {
        counts.nameless += 1;
        return;
      }
      const person = personOf(id, line, cells);
      const name = cells[at.item]!.trim();
      const asked = items.of(name);
      if (asked) keep(asked, person, read(asked, cells[at.answer]!.trim(), { line, column: at.answer + 1 }, strictness), line);
      else problems.add({ file: 'answers', line, column: at.item + 1, code: name === '' ? 'no-item' : 'unknown-item', details: { value: quoted(name) } });
    },
    finish: () => {
      const read = items.all().flatMap((asked) => columnOf(asked, placed.length) ?? []);
      if (read.length === 0) problems.add({ file: 'answers', line: 1, column: 1, code: 'no-items', details: {} });
      const own = new Set(['department', 'item', 'answer', options.rowId, people.header]);
      const ignored = header.filter((name) => name !== '' && !own.has(name));
      return { read: { layout: 'wide', departments: { ...departments.finish(), of: Int32Array.from(placed) }, items: read, cuts: [] }, ignored, invalid, repetitions: counts };
    },
  };
}

function itemsAsked({ items: known, scales }: Pick<PastOptions, 'items' | 'scales'>, strictness: Strictness) {
  const asked = (id: string, item: PastItem | null): Asked => ({ item, range: inferredRange(id, strictness), answers: new Int8Array(1024).fill(unanswered) });
  const items = new Map<string, Asked>([...(known?.values() ?? [])].map((item) => [item.id, asked(item.id, item)]));
  return {
    /** Null for a question that nobody named, or that has no name. */
    of: (name: string): Asked | null => {
      const found = items.get(name);
      if (found || known || name === '') return found ?? null;
      const made = asked(name, scales?.has(name) ? itemOnScale(name, scales.get(name)!) : null);
      items.set(name, made);
      return made;
    },
    all: () => [...items.values()],
  };
}

function grown(answers: Int8Array, person: number): Int8Array {
  const larger = new Int8Array(2 * Math.max(person + 1, answers.length)).fill(unanswered);
  larger.set(answers);
  return larger;
}

/** The answer as it is written. */
function read({ item, range }: Asked, text: string, where: Where, { problems, skip }: Strictness): number {
  if (text === '') return none;
  if (!item) {
    const number = wholeNumber(text);
    if (number !== null && number <= mostPoints) return range.see(text, where);
    if (skip) skip();
    else problems.add({ file: 'answers', ...where, code: 'not-a-point', details: { value: quoted(text) } });
    return none;
  }
  const value = valueOf(text, item);
  if (value === null && skip) skip();
  else if (value === null) problems.add(badAnswer(text, item, where));
  return value === null || value < 0 ? none : value + lowestAnswer(item.points);
}

function columnOf({ item: known, range, answers }: Asked, people: number): { readonly item: PastItem; readonly values: Int16Array } | null {
  const item = known ?? range.finish();
  if (!item) return null;
  const lowest = lowestAnswer(item.points);
  const value = (answer: number | undefined) => (answer !== undefined && answer >= lowest && answer - lowest < item.points ? answer - lowest : -1);
  return { item, values: Int16Array.from({ length: people }, (_, person) => value(answers[person])) };
}
