// A small company: Amber (root) with Sales {North 12, South 9, Key accounts 3}, Operations 14 and Finance 4; heads, HR and an
// administrator, so that every role is somebody.
import type { Actor } from '#app/domain/access/actor.ts';
import type { App } from '#app/platform/app.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';
import { aDepartment, aPerson } from './directory.ts';

const headcounts = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 } as const;

/** Ids: departments as above; people `north-1` …; `hr` and `admin` work in finance; `north-1` heads North, `south-1` heads Sales. */
export async function aSmallCompany(app: App): Promise<void> {
  await app.data.organisation.save({ name: 'Amber', languages: ['en', 'zh-Hans', 'zh-Hant'], language: 'en', k: 5, created: app.now().toISOString(), timeZone: null });
  const departments = [
    aDepartment('amber', { name: 'Amber' }),
    aDepartment('sales', { parentId: 'amber', name: 'Sales', position: 0 }),
    aDepartment('north', { parentId: 'sales', name: 'North', position: 0 }),
    aDepartment('south', { parentId: 'sales', name: 'South', position: 1 }),
    aDepartment('key-accounts', { parentId: 'sales', name: 'Key accounts', position: 2 }),
    aDepartment('operations', { parentId: 'amber', name: 'Operations', position: 1 }),
    aDepartment('finance', { parentId: 'amber', name: 'Finance', position: 2 }),
  ];
  await app.data.departments.saveAll(departments);
  const people = Object.entries(headcounts).flatMap(([departmentId, count]) =>
    Array.from({ length: count }, (_, index) => aPerson(`${departmentId}-${index + 1}`, { departmentId, language: 'en' })),
  );
  people.push(aPerson('hr', { departmentId: 'finance', language: 'en' }), aPerson('admin', { departmentId: 'finance', language: 'en' }));
  await app.data.people.saveAll(people);
  const heads: Record<string, string> = { north: 'north-1', sales: 'south-1' };
  await app.data.departments.saveAll(departments.map((department) => ({ ...department, headId: heads[department.id] ?? null })));
  await app.data.roles.grant('hr', 'hr');
  await app.data.roles.grant('admin', 'administrator');
}

/** Somebody of the company as the one who acts. */
export async function actorFor(app: App, personId: string): Promise<Actor> {
  const actor = await actorOfPerson(app, personId);
  if (!actor) throw new Error(`nobody is called ${personId}`);
  return actor;
}
