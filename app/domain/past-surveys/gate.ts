// Which rows of a file of past answers are counted, decided before any of them is read, and the signs of those that are.
import { objectionsTo, type PastCounting, type PastObjection } from './counting.ts';
import { isSummary } from './headers.ts';
import { periodOf } from './id-column.ts';
import { signsReader, summaryColumns, type PastSigns, type SignsAsked } from './signs.ts';

export interface GateFound extends PastSigns {
  readonly objections: readonly PastObjection[];
  /** Rows of other waves, and rows that are sums of others: not counted. */
  readonly otherPeriods: number;
  readonly summaries: number;
}

export interface PastGate {
  /** Whether the row is counted. */
  readonly admits: (line: number, cells: readonly string[]) => boolean;
  readonly finish: () => GateFound;
}

export function pastGate(header: readonly string[], said: PastCounting, asked: SignsAsked): PastGate {
  const signs = signsReader(header, asked);
  const { period, leaveOutSummaries } = said;
  let otherPeriods = 0;
  let summaries = 0;
  return {
    admits: (line, cells) => {
      if (period && periodOf(cells[period.column] ?? '') !== period.value) {
        otherPeriods += 1;
        return false;
      }
      if (leaveOutSummaries && summaryColumns(asked.department).some((at) => isSummary(cells[at] ?? ''))) {
        summaries += 1;
        return false;
      }
      signs.see(line, cells);
      return true;
    },
    finish: () => {
      const found = signs.finish();
      return { ...found, objections: objectionsTo(said, found), otherPeriods, summaries };
    },
  };
}
