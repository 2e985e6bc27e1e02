// People files of the small company that grow: everybody who is there, and forty more with every turn.
import type { PeopleFiles } from '#app/services/organisation/import-people.server.ts';

const headcounts: Readonly<Record<string, number>> = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 };

const tree = ['amber,,Amber,', 'sales,amber,Sales,south-1', 'north,sales,North,north-1', 'south,sales,South,', 'key-accounts,sales,Key accounts,', 'operations,amber,Operations,', 'finance,amber,Finance,'];

export const newcomersEachTurn = 40;

const fileOf = (lines: readonly string[]) => new TextEncoder().encode([...lines, ''].join('\n'));

export function newcomersUntil(turn: number): PeopleFiles {
  const known = Object.entries(headcounts).flatMap(([id, people]) => Array.from({ length: people }, (_, index) => [`${id}-${index + 1}`, id]));
  const fresh = Array.from({ length: turn * newcomersEachTurn }, (_, index) => [`fresh-${index + 1}`, 'south']);
  const rows = [...known, ['hr', 'finance'], ['admin', 'finance'], ...fresh].map(([id, department]) => `${id},Person ${id},${id}@amber.example,${department}`);
  return { people: fileOf(['employee_id,name,email,department', ...rows]), departments: fileOf(['id,parent,name,head', ...tree]) };
}
