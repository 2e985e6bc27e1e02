// An import in lines: one per problem, one per change.
import { foldedName } from '#app/domain/organisation/column-names.ts';
import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import type { ImportReport } from '#app/services/organisation/import-people.server.ts';
import { textOf } from '#app/text/text.ts';

export interface FileNames {
  readonly people: string;
  readonly departments: string | null;
}

/** More lines than this of one kind are counted instead: a first import joins everybody. */
const longestList = 200;

/** `people.csv:12: manager_id: nobody in this file has the id …; name a manager who is in it`. */
export function problemLine({ file, line, column, code, details }: DirectoryProblem, names: FileNames): string {
  const text = textOf('en');
  return `${names[file] ?? file}:${line}: ${column ?? text('people.problem.whole-line')}: ${text(`people.problem.${code}`, details)}`;
}

export function summaryLines({ people, departments, difference, ignored, readdressed }: ImportReport): string[] {
  const lines = ignored.length > 0 ? [`ignored columns: ${ignored.join(', ')}`] : [];
  if (!difference) return lines;
  const { joined, left, moved, changed, unchanged, departmentsNew, departmentsGone, departmentsChanged, departmentsWithoutHead } = difference;
  lines.push(
    `people: ${people} in the file; joined ${joined.length}, left ${left.length}, moved ${moved.length}, changed ${changed.length}, unchanged ${unchanged}`,
    `departments: ${departments} in the file; new ${departmentsNew.length}, gone ${departmentsGone.length}, changed ${departmentsChanged.length}`,
  );
  if (departmentsWithoutHead.length > 0) lines.push(`departments without a head: ${departmentsWithoutHead.length}`);
  if (difference.renumbered > 0) lines.push(`people under another id, known by address or name: ${difference.renumbered}`);
  if (difference.spared > 0) lines.push(`people who stay as they are, as their line cannot come in: ${difference.spared}`);
  if (difference.withoutEmail > 0) lines.push(`people without an address, who cannot sign in: ${difference.withoutEmail}`);
  if (readdressed > 0) lines.push(`people under another address, or none: ${readdressed}; both addresses of each hear of it`);
  return lines;
}

/** How the file was read, where that is not what the columns are called anyway. */
export function understoodLines({ understood }: ImportReport): string[] {
  if (!understood) return [];
  const { roles, skipped, path, dates, topped, spellings, gone } = understood;
  const renamed = roles.filter(({ header, role }) => role !== 'nothing' && foldedName(header) !== foldedName(role));
  return [
    ...(renamed.length > 0 ? [`read as: ${renamed.map(({ header, role }) => `${role}=${header}`).join(', ')}`] : []),
    ...skipped.slice(0, longestList).map(({ line, as, cells }) => `skipped: line ${line} (${as}): ${cells.filter((cell) => cell !== '').join(' ').slice(0, 80)}`),
    ...(gone.length > 0 ? [`skipped: ${gone.length} who have left, by their status`] : []),
    ...(path !== '' && path !== ' / ' ? [`departments are parted by: ${path}`] : []),
    ...(dates ? [`days are read with the ${dates === 'day-first' ? 'day' : 'month'} first`] : []),
    ...(topped === null ? [] : [`at the top: ${topped}`]),
    ...spellings.slice(0, longestList).map((names) => `one department: ${names.join(' = ')}`),
  ];
}

function listed<T>(entries: readonly T[], line: (entry: T) => string): string[] {
  const lines = entries.slice(0, longestList).map(line);
  return entries.length > longestList ? [...lines, `  … and ${entries.length - longestList} more`] : lines;
}

export function differenceLines({ difference }: ImportReport): string[] {
  if (!difference) return [];
  return [
    ...listed(difference.joined, (person) => `joined: ${person.employeeId} ${person.name} (${person.department})`),
    ...listed(difference.left, (person) => `left: ${person.employeeId} ${person.name} (${person.department})`),
    ...listed(difference.moved, (person) => `moved: ${person.employeeId} ${person.name}: ${person.from} → ${person.department}`),
    ...listed(difference.changed, (person) => `changed: ${person.employeeId} ${person.name}: ${person.fields.map((field) => textOf('en')(`people.field.${field}`)).join(', ')}`),
    ...listed(difference.departmentsNew, (path) => `department new: ${path}`),
    ...listed(difference.departmentsGone, (path) => `department gone: ${path}`),
    ...listed(difference.departmentsChanged, ({ department, from, newHead }) => `department changed: ${from ? `${from} → ` : ''}${department}${newHead ? ' (new head)' : ''}`),
    ...listed(difference.departmentsRenamed, ({ from, to, together, of }) => `department the same under another name or place: ${from} → ${to} (${together} of ${of} people); if it is not: --apart "${to}"`),
    ...listed(difference.departmentsMerged, ({ from, into, together, of }) => `department put together with another: ${from} → ${into} (${together} of ${of} people)`),
    ...listed(difference.departmentsWithoutHead, (path) => `department without a head: ${path}`),
  ];
}
