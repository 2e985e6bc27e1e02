// Who is counted in a past survey's file, as HR says it.
import type { PastCounting, PastRepeated } from '#app/domain/past-surveys/counting.ts';
import type { PastLayout } from '#app/domain/past-surveys/mapping.ts';

export interface CountingComplaint {
  readonly field: string;
  readonly code: string;
}

interface ReadCounting {
  readonly counting: PastCounting;
  readonly complaints: readonly CountingComplaint[];
}

/** A wave as its field has it: the column, and what stands there. */
export const periodValue = (column: number, label: string): string => `${column}:${label}`;

function periodIn(text: string): PastCounting['period'] {
  const found = /^(\d{1,4}):(.+)$/s.exec(text);
  return found ? { column: Number(found[1]), value: found[2]! } : null;
}

const repeatedIn = (text: string): PastRepeated => (text === 'first' || text === 'last' ? text : 'refuse');
const columnsIn = (value: unknown): number[] => [value].flat().filter((one): one is string => typeof one === 'string' && /^\d{1,4}$/.test(one)).map(Number);

export function countingIn(values: Readonly<Record<string, unknown>>, layout: PastLayout): ReadCounting {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const counted = text('counted');
  const person = counted === 'person' && /^\d{1,4}$/.test(text('person')) ? Number(text('person')) : null;
  const complaints: CountingComplaint[] = [];
  if (counted !== 'rows' && counted !== 'person') complaints.push({ field: 'counted', code: 'past-counted' });
  if (counted === 'person' && person === null) complaints.push({ field: 'person', code: 'past-person' });
  const counting = {
    layout,
    oneRowPerPerson: counted === 'rows',
    person,
    period: periodIn(text('period')),
    repeated: repeatedIn(text('repeated')),
    disregarded: columnsIn(values['disregard']),
    leaveOutSummaries: [values['summaries']].flat().includes('yes'),
  };
  return { counting, complaints };
}
