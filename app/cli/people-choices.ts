// What the page asks about a people file, as options of the command line.
import { foldedName, peopleFields, type PeopleField } from '#app/domain/organisation/column-names.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { encodingCalled } from '#app/domain/tables/encodings.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

export const choiceOptions = { map: several, apart: several, encoding: text, separator: text, sheet: text, path: text, dates: text, memberships: text, company: text };

export const choicesUsage =
  '[--map FIELD=COLUMN]… [--encoding NAME] [--separator CHARACTER] [--sheet NAME] [--path SEPARATOR|none] [--dates day-first|month-first] [--memberships first|last] [--company NAME] [--apart PATH]…';

interface Values {
  readonly map?: string[] | undefined;
  readonly apart?: string[] | undefined;
  readonly encoding?: string | undefined;
  readonly separator?: string | undefined;
  readonly sheet?: string | undefined;
  readonly path?: string | undefined;
  readonly dates?: string | undefined;
  readonly memberships?: string | undefined;
  readonly company?: string | undefined;
}

const isField = (name: string): name is PeopleField | 'nothing' => name === 'nothing' || (peopleFields as string[]).includes(name);

function columnsIn(maps: readonly string[]): Record<string, PeopleField | 'nothing'> | string {
  const columns: Record<string, PeopleField | 'nothing'> = {};
  for (const map of maps) {
    const [field = '', ...column] = map.split('=');
    if (!isField(field) || column.join('=') === '') return `--map ${map}: write FIELD=COLUMN, with one of ${[...peopleFields, 'nothing'].join(', ')}`;
    columns[foldedName(column.join('='))] = field;
  }
  return columns;
}

/** What is wrong with them, in words, where something is. */
export function choicesIn(values: Values): PeopleChoices | string {
  const { dates, memberships, sheet, company, apart } = values;
  const columns = columnsIn(values.map ?? []);
  if (typeof columns === 'string') return columns;
  const encoding = values.encoding === undefined ? undefined : encodingCalled(values.encoding);
  if (encoding === null) return `--encoding ${values.encoding}: write one like utf-8, windows-1252, gbk, big5, shift_jis, euc-kr or windows-1251`;
  if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first') return `--dates ${dates}: write day-first or month-first`;
  if (memberships !== undefined && memberships !== 'first' && memberships !== 'last') return `--memberships ${memberships}: write first or last`;
  const separator = values.separator?.replace('\\t', '\t');
  if (separator !== undefined && [...separator].length !== 1) return '--separator: write one character, or \\t';
  const path = values.path === 'none' ? '' : values.path === '/' ? ' / ' : values.path;
  return {
    ...(values.map && { columns }),
    ...(encoding && { encoding }),
    ...(separator && { separator }),
    ...(sheet !== undefined && { sheet }),
    ...(path !== undefined && { path }),
    ...(dates && { dates }),
    ...(memberships && { memberships }),
    ...(company !== undefined && { company }),
    ...(apart && { apart }),
  };
}
