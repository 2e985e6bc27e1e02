// What the command line says about columns, by their names in the first line.
import type { PastCounting, PastRepeated } from '#app/domain/past-surveys/counting.ts';
import { isLong } from '#app/domain/past-surveys/answers.ts';
import { periodOf } from '#app/domain/past-surveys/id-column.ts';
import type { Translation } from '#app/domain/past-surveys/mapping.ts';
import { quoted, type PastProblems } from '#app/domain/past-surveys/problem.ts';

/** Null where the column has the name of the format: `department`, `item`, `answer`. */
export interface NamedColumns {
  readonly department: string | null;
  readonly item: string | null;
  readonly answer: string | null;
}

export interface CountingSaid {
  readonly oneRowPerPerson: boolean;
  readonly person: string | null;
  readonly period: { readonly column: string; readonly value: string } | null;
  readonly repeated: PastRepeated;
  readonly disregarded: readonly string[];
  readonly leaveOutSummaries: boolean;
}

/** Gives the columns that were named the names of the format. A column that has such a name already, and was not meant, loses it. */
export function namedTranslation(columns: NamedColumns): Translation {
  const said = (['department', 'item', 'answer'] as const).flatMap((name) => (columns[name] === null ? [] : [[columns[name], name] as const]));
  const byName = new Map<string, string>(said);
  const taken = new Set<string>(said.map(([, name]) => name));
  const renamed = (name: string) => byName.get(name) ?? (taken.has(name) ? '' : name);
  return { header: (names) => names.map((name) => renamed(name.trim())), row: (cells) => cells };
}

/** Reports columns that are not there. */
export function countingOf(said: CountingSaid, columns: NamedColumns): (header: readonly string[], problems: PastProblems) => PastCounting | null {
  return (header, problems) => {
    const names = header.map((name) => name.trim());
    const asked = [said.person, said.period?.column, ...said.disregarded, columns.department, columns.item, columns.answer];
    const missing = [...new Set(asked)].filter((name): name is string => typeof name === 'string' && !names.includes(name));
    for (const name of missing) problems.add({ file: 'answers', line: 1, column: 1, code: 'missing-column', details: { name: quoted(name) } });
    if (missing.length > 0) return null;
    const { oneRowPerPerson, person, period, repeated, disregarded, leaveOutSummaries } = said;
    return {
      layout: isLong(namedTranslation(columns).header(header)) ? 'long' : 'wide',
      oneRowPerPerson,
      person: person === null ? null : names.indexOf(person),
      period: period && { column: names.indexOf(period.column), value: periodOf(period.value) },
      repeated,
      disregarded: disregarded.map((name) => names.indexOf(name)),
      leaveOutSummaries,
    };
  };
}
