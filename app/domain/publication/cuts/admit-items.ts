// Which of the admitted cuts show an item: audited on the item's valid answers with its own partition and k. An item that fails in a
// cut, or has a band below k valid answers there, is left out of that cut alone.
import type { Auditing } from '#app/domain/publication/audit/auditing.ts';
import { peopleByBand, withTable, type System, type Table } from '#app/domain/publication/audit/system.ts';

export interface ItemTables {
  /** Places in the list of tables, in order. */
  readonly shown: readonly number[];
  /** The item's valid answers with all tables that show it. */
  readonly system: System;
}

/**
 * Admits the tables in their order exactly as one by one would; as what is safe together is safe in part, it tries all that are
 * left at once and after a violation only those before the last table in it.
 */
export function shownIn(auditing: Auditing, alone: System, k: number, tables: readonly Table[]): ItemTables {
  const shown: number[] = [];
  let system = alone;
  let pending = [...tables.keys()].filter((index) => Math.min(...peopleByBand(alone, tables[index]!)) >= k);
  while (pending.length > 0) {
    const { count, together } = longestSafe(auditing, { system, k, tables }, pending);
    shown.push(...pending.slice(0, count));
    system = together;
    pending = pending.slice(count + 1);
  }
  return { shown, system };
}

/** How many of the pending tables are safe together with the system; one more is not. */
function longestSafe(
  auditing: Auditing,
  { system, k, tables }: { system: System; k: number; tables: readonly Table[] },
  pending: readonly number[],
): { count: number; together: System } {
  let safe = { count: 0, together: system };
  let unsafe = pending.length + 1;
  let trying = pending.length;
  while (safe.count < unsafe - 1) {
    const together = pending.slice(safe.count, trying).reduce((sum, index) => withTable(sum, tables[index]!), safe.together);
    const verdict = auditing.audit(together, k);
    if (verdict.safe) safe = { count: trying, together };
    else unsafe = verdict.because === 'unsafe' ? placeOfLast(verdict.violation.coefficients.slice(-trying)) : trying;
    trying = !verdict.safe && verdict.because === 'out-of-budget' ? Math.max(safe.count + 1, (safe.count + unsafe) >> 1) : unsafe - 1;
  }
  return safe;
}

/** How many tables, from the first, hold the whole violation; at least one. */
function placeOfLast(coefficients: readonly (readonly number[])[]): number {
  let place = coefficients.length;
  while (place > 1 && coefficients[place - 1]!.every((coefficient) => coefficient === 0)) place -= 1;
  return place;
}
