// The people file of Lantern, as a company would export it.
import type { Chance } from '#app/domain/kernel/chance.ts';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { teams, type SeedTeam } from './company.ts';
import { nameIn } from './names.ts';

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Employee id of somebody of a team, the first one leading it. */
export const employeeOf = (team: number, seat: number) => `L${String(team + 1).padStart(2, '0')}${String(seat + 1).padStart(2, '0')}`;

function bossOf(team: SeedTeam, index: number, seat: number): string {
  if (seat > 0) return employeeOf(index, 0);
  for (let depth = team.path.length - 1; depth > 0; depth -= 1) {
    const above = teams.findIndex((other) => other.path.length === depth && other.path.every((part, at) => part === team.path[at]));
    if (above >= 0) return employeeOf(above, 0);
  }
  return '';
}

/** Up to twelve years; every fifth person came in the last months. */
const daysHere = (chance: Chance) => 15 + Math.round(12 * 365 * (chance(3000) / 3000) ** 2.3);

/** CSV, UTF-8; people of a team in their seats. */
export function directoryFile(today: Day, chance: Chance): string {
  const rows = teams.flatMap((team, index) =>
    Array.from({ length: team.people }, (_, seat) => {
      const id = employeeOf(index, seat);
      return [
        id,
        nameIn(team.language, chance),
        `${id.toLowerCase()}@lantern.example`,
        team.path.join(' / '),
        bossOf(team, index, seat),
        team.site,
        addDays(today, -daysHere(chance)),
        team.language,
      ];
    }),
  );
  const header = ['employee_id', 'name', 'email', 'department', 'manager_id', 'site', 'joined_on', 'language'];
  return [header, ...rows].map((row) => row.map(quoted).join(',')).join('\n');
}
