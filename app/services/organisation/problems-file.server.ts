// The lines of a people file that have problems, as a table for a spreadsheet, with what would be right behind each. Attacker: whoever
// writes a name that a spreadsheet would run as a formula.
import { knownColumns } from '#app/domain/organisation/column-names.ts';
import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';
import { readTable } from '#app/services/tables/read-table.server.ts';
import { csvText } from '#app/services/tables/write-csv.server.ts';
import { textOf } from '#app/text/text.ts';
import { planImport } from './import-people.server.ts';
import type { PeopleFiles } from './read-people.server.ts';

/** UTF-8 with a mark, which spreadsheets need to read Chinese. */
export async function problemsFile(app: App, language: Language, files: PeopleFiles): Promise<string> {
  const text = textOf(language);
  const { problems } = await planImport(app, files);
  const read = await readTable({ bytes: files.people, as: files.choices ?? {}, known: knownColumns });
  const table = read.kind === 'table' ? read.table : null;
  const rows = new Map(table?.rows.map(({ line, cells }) => [line, cells]));
  const says = ({ column, code, details }: DirectoryProblem) => `${column ?? text('people.problem.whole-line')}: ${text(`people.problem.${code}`, details)}`;
  const byLine = new Map<string, { file: string; line: number; says: string[] }>();
  for (const problem of problems) {
    const key = `${problem.file} ${problem.line}`;
    const line = byLine.get(key) ?? { file: problem.file, line: problem.line, says: [] };
    byLine.set(key, line);
    line.says.push(says(problem));
  }
  const width = table?.header.length ?? 0;
  const cellsOf = (file: string, line: number) => Array.from({ length: width }, (_, at) => (file === 'people' ? (rows.get(line)?.[at] ?? '') : ''));
  const header = [...(table?.header ?? []), text('import.problems.line'), text('import.problems.right')];
  const lines = [...byLine.values()].map(({ file, line, says: said }) => [...cellsOf(file, line), line, said.join(' | ')]);
  return csvText([header, ...lines], { mark: true });
}
