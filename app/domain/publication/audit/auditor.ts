// The auditor: no linear combination of everything published of one question may rest on fewer than k people. Looking at pairs of
// tables is not enough (three pairwise safe tables can isolate three people), so it decides about all of them together.
import { copied, contract, type Code } from './code.ts';
import { minimumCut } from './minimum-cut.ts';
import { packed } from './packing.ts';
import { searched } from './search.ts';
import { peopleIn, type System } from './system.ts';

export type Verdict =
  | { readonly safe: true; readonly steps: number }
  | { readonly safe: false; readonly because: 'unsafe'; readonly steps: number; readonly violation: Violation }
  | { readonly safe: false; readonly because: 'out-of-budget'; readonly steps: number };

/** A combination that isolates too few people. */
export interface Violation {
  readonly people: number;
  /** Classes of the system it rests on. */
  readonly classes: readonly number[];
  /** By table after the cells: the coefficient of each of its bands, as residues or 0 and 1. */
  readonly coefficients: readonly (readonly number[])[];
}

export interface AuditOptions {
  readonly k: number;
  readonly prime: number;
  /** Branches of the search; running out counts as unsafe. */
  readonly budget: number;
}

/** Above this many vertices the general way is faster than a dense minimum cut. */
const mostVertices = 400;

/** Whether everything published together rests on at least k people. Exact modulo the prime. */
export function audited(system: System, options: AuditOptions): Verdict {
  const vertices = system.tables.reduce((sum, table) => sum + table.bands, 0);
  if (system.tables.length === 2 && !system.reissues && vertices <= mostVertices) return auditedByMinimumCut(system, options.k);
  return auditedBySearch(system, options);
}

/** For two tables without reissued papers. */
export function auditedByMinimumCut(system: System, k: number): Verdict {
  const { people, side } = minimumCut(system);
  if (people >= k) return { safe: true, steps: 1 };
  const [cells, bands] = system.tables as [System['tables'][0], System['tables'][0]];
  const outside = side[cells.bands + bands.bands]!;
  const sideOfBand = (band: number): number => side[cells.bands + band]! ^ outside;
  const classes = [...system.example.keys()].filter((one) => {
    const band = bands.bandOf[system.example[one]!]!;
    return (side[cells.bandOf[system.example[one]!]!]! ^ outside) !== (band < 0 ? 0 : sideOfBand(band));
  });
  const coefficients = [Array.from({ length: bands.bands }, (_, band) => sideOfBand(band))];
  return { safe: false, because: 'unsafe', steps: 1, violation: { people, classes, coefficients } };
}

/** For any number of tables. */
export function auditedBySearch(system: System, { k, prime, budget }: AuditOptions): Verdict {
  const code = packed(system, k, prime);
  const { found, steps, outOfBudget } = searched(system, code, { k, budget });
  if (outOfBudget) return { safe: false, because: 'out-of-budget', steps };
  if (!found) return { safe: true, steps };
  return { safe: false, because: 'unsafe', steps, violation: violationOn(system, code, new Set(found)) };
}

function violationOn(system: System, code: Code, classes: ReadonlySet<number>): Violation {
  const isInside = (column: number): boolean => classes.has(code.columns[column]![0]!);
  const only = copied(code);
  for (const column of code.columns.keys()) if (!isInside(column)) contract(only, column);
  const [row, carried] = [only.rows[0]!, only.carried[0]!];
  const held = [...code.columns.keys()].filter((column) => row[column] !== 0).flatMap((column) => code.columns[column]!);
  let at = 0;
  const coefficients = system.tables.slice(1).map(({ bands }) => [...carried.slice(at, (at += bands))]);
  return { people: peopleIn(system, held), classes: held, coefficients };
}
