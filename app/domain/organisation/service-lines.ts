// The map as lines of a field or a small file, one link a line: provider; customer; service. All of them or none.
import { refused, type Details, type Refusal } from '../kernel/outcome.ts';
import { departmentCalled, type CalledProblem } from './called-department.ts';
import type { Department } from './department.ts';
import { serviceGround, withLink, type ServiceLink, type ServiceRefusal } from './service-map.ts';

export interface ServiceRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface PathedDepartment extends Department {
  /** From the top: «Amber / Sales / North». */
  readonly path: string;
}

type ServiceCode = ServiceRefusal | `services-${CalledProblem}` | 'services-columns';

export interface ServiceLineProblem {
  readonly line: number;
  readonly code: ServiceCode;
  readonly details: Details;
}

/** Words of a first line that says what stands in the columns, in any language. */
const heads: ReadonlySet<string> = new Set(['provider', '提供方']);

const isHead = ({ cells }: ServiceRow): boolean => heads.has((cells[0] ?? '').normalize('NFKC').trim().toLowerCase());

/** Empty lines, and a first line of heads, are passed over. */
export function servicesIn(rows: readonly ServiceRow[], departments: readonly PathedDepartment[]): { readonly links: readonly ServiceLink[]; readonly problems: readonly ServiceLineProblem[] } {
  const written = rows.filter((row, at) => row.cells.some((cell) => cell.trim() !== '') && !(at === 0 && isHead(row)));
  const problems: ServiceLineProblem[] = [];
  let links: readonly ServiceLink[] = [];
  const ground = serviceGround(departments);
  for (const { line, cells } of written) {
    const read = linkOf(cells, departments);
    const next = 'code' in read ? null : withLink(links, read, ground);
    if ('code' in read) problems.push({ line, ...read });
    else if (next?.ok) links = next.value;
    else if (next) problems.push({ line, code: next.because, details: next.details });
  }
  return { links, problems };
}

/** Why a name is nobody's, with the field it was written in; null where it is a department's. */
export function nobodyCalled(written: string, field: string, departments: readonly PathedDepartment[]): Refusal<ServiceLineProblem['code']> | null {
  const one = departmentCalled(written.trim(), departments);
  return 'problem' in one ? refused(`services-${one.problem}`, { ...one.details, field }) : null;
}

/** One link of its cells; the provider, the customer, and what is provided where that is named. */
export function linkOf(cells: readonly string[], departments: readonly PathedDepartment[]): ServiceLink | Omit<ServiceLineProblem, 'line'> {
  const filled = cells.at(-1)?.trim() === '' && cells.length > 3 ? cells.slice(0, 3) : cells;
  if (filled.length < 2 || filled.length > 3) return { code: 'services-columns', details: { n: filled.length } };
  const [provider, customer] = [filled[0]!, filled[1]!].map((cell) => departmentCalled(cell.trim(), departments));
  for (const one of [provider!, customer!]) if ('problem' in one) return { code: `services-${one.problem}`, details: one.details };
  const idOf = (one: typeof provider) => (one && 'found' in one ? one.found.id : '');
  return { provider: idOf(provider), customer: idOf(customer), kind: filled[2] ?? '' };
}
