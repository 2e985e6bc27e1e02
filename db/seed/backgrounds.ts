// What made-up people of Lantern say about themselves where a survey asks for it: the same every time, and some prefer not to say.
import { createHash } from 'node:crypto';
import type { SeedTeam } from './company.ts';

/** Years with the company, from which on an option of «tenure» holds; its id is that number. */
const tenures = [11, 6, 3, 1, 0];

/** Where people work, in per cent: on site, partly at home, at home, on the move. The first part of the tree that is named counts. */
const places: readonly (readonly [part: string, shares: readonly [number, number, number, number]])[] = [
  ['仓储物流部', [80, 0, 0, 20]],
  ['深圳工厂', [97, 3, 0, 0]],
  ['Hardware', [60, 35, 5, 0]],
  ['Product', [10, 50, 40, 0]],
  ['Field sales', [0, 10, 15, 75]],
  ['Europe', [10, 40, 10, 40]],
  ['業務部', [30, 20, 0, 50]],
  ['台北辦公室', [55, 45, 0, 0]],
  ['Lantern', [30, 55, 15, 0]],
];
const placeIds = ['on-site', 'hybrid', 'home', 'on-the-move'] as const;

export interface About {
  readonly employeeId: string;
  readonly team: Pick<SeedTeam, 'path'>;
  /** Years with the company. */
  readonly years: number;
}

/** The same number from 0 to 99 for the same person and purpose, whatever else is drawn. */
const draw = (employeeId: string, purpose: string) => createHash('sha256').update(`${employeeId} ${purpose}`).digest().readUInt32BE(0) % 100;

/** The option somebody ticks; null for «prefer not to say» and for what Lantern never asks. */
export function backgroundOf({ employeeId, team, years }: About, question: string): string | null {
  if (draw(employeeId, `${question} silent`) < 7) return null;
  if (question === 'tenure') return String(tenures.find((from) => years >= from) ?? 0);
  return question === 'place' ? placeOf(employeeId, team) : null;
}

function placeOf(employeeId: string, { path }: Pick<SeedTeam, 'path'>): string {
  const shares = places.find(([part]) => path.includes(part))?.[1] ?? [100, 0, 0, 0];
  let left = draw(employeeId, 'place');
  const at = shares.findIndex((share) => (left -= share) < 0);
  return placeIds[at] ?? placeIds[0];
}
