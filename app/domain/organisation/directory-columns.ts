// Column names as companies write them, in English and Chinese. What no name fits is left alone and named in the report, so that
// a salary column is seen to have been ignored.
import type { DirectoryProblem } from './directory-problem.ts';
import type { Table } from '../tables/table.ts';

/** The first name of a field is the one we ask for; it wins over the others when a file holds several. */
export const peopleColumns = {
  employee_id: ['employee_id', 'employee no', 'employee number', 'staff id', 'staff no', 'personnel number', '工号', '工號', '员工编号', '員工編號', '员工号', '員工號', '人员编号', '人員編號', '职工号', '職員編號'],
  name: ['name', 'full name', 'employee name', '姓名', '名字', '员工姓名', '員工姓名'],
  email: ['email', 'e-mail', 'mail', 'email address', 'work email', '邮箱', '郵箱', '电子邮件', '電子郵件', '电子邮箱', '電子郵箱', '電郵', '邮件', '公司邮箱', '邮箱地址'],
  department: ['department', 'dept', 'department id', 'department path', '部门', '部門', '所属部门', '所屬部門', '部门路径', '部門路徑', '部门编号', '部門編號'],
  manager_id: ['manager_id', 'manager', 'supervisor', 'supervisor id', 'reports to', '上级工号', '上級工號', '直属上级', '直屬上級', '上级', '上級', '主管工号', '主管工號', '直属主管', '直屬主管', '经理工号', '經理工號', '汇报对象', '匯報對象'],
  site: ['site', 'location', 'office', 'workplace', '地点', '地點', '工作地点', '工作地點', '办公地点', '辦公地點'],
  joined_on: ['joined_on', 'joined', 'join date', 'date joined', 'start date', 'hire date', '入职日期', '入職日期', '到职日期', '到職日期', '入职时间', '入職時間'],
  language: ['language', 'lang', '语言', '語言'],
} as const satisfies Record<string, readonly string[]>;

export const departmentColumns = {
  id: ['id', 'department id', 'department_id', 'code', '编号', '編號', '部门编号', '部門編號', '部门ID', '部門ID'],
  parent: ['parent', 'parent id', '上级部门', '上級部門', '上级部门编号', '上級部門編號', '上级编号', '上級編號', '父部门', '父部門'],
  name: ['name', 'department', 'department name', '名称', '名稱', '部门名称', '部門名稱', '部门', '部門'],
  head: ['head', 'head id', 'manager', '负责人', '負責人', '部门负责人', '部門負責人', '负责人工号', '負責人工號', '主管'],
} as const satisfies Record<string, readonly string[]>;

export type PeopleField = keyof typeof peopleColumns;
export type DepartmentField = keyof typeof departmentColumns;

const folded = (header: string) => header.normalize('NFKC').toLowerCase().replace(/[\s_\-.]+/g, '');

export interface Columns<Field extends string> {
  /** Index of a field's cell, or -1 where the file has no such column. */
  at(field: Field): number;
  /** The column's name as the file writes it; the name we ask for where it has none. */
  called(field: Field): string;
  readonly ignored: readonly string[];
  readonly problems: readonly DirectoryProblem[];
}

export interface ColumnsWanted<Field extends string> {
  readonly file: DirectoryProblem['file'];
  readonly names: Readonly<Record<Field, readonly string[]>>;
  readonly required: readonly NoInfer<Field>[];
}

/** How many columns of a header are known: the delimiter and the encoding that give most are the right ones. */
export function knownColumns(header: readonly string[]): number {
  const names = new Set([...Object.values(peopleColumns), ...Object.values(departmentColumns)].flat().map(folded));
  return header.filter((cell) => names.has(folded(cell))).length;
}

export function columnsOf<Field extends string>(table: Table, { file, names, required }: ColumnsWanted<Field>): Columns<Field> {
  const header = table.header.map(folded);
  const found = new Map<Field, number>();
  const problems: DirectoryProblem[] = [];
  const problem = (column: string, code: 'missing-column' | 'column-twice') =>
    problems.push({ file, line: 1, column, code, details: { column } });
  for (const field of Object.keys(names) as Field[]) {
    const wanted = names[field].map(folded).find((name) => header.includes(name) && ![...found.values()].includes(header.indexOf(name)));
    if (wanted === undefined) {
      if (required.includes(field)) problem(field, 'missing-column');
      continue;
    }
    const at = header.indexOf(wanted);
    found.set(field, at);
    if (header.lastIndexOf(wanted) !== at) problem(table.header[at] ?? field, 'column-twice');
  }
  const used = new Set(found.values());
  return {
    at: (field) => found.get(field) ?? -1,
    called: (field) => table.header[found.get(field) ?? -1]?.trim() ?? field,
    ignored: table.header.filter((cell, index) => !used.has(index) && cell.trim() !== '').map((cell) => cell.trim()),
    problems,
  };
}
