// Who acts, and what that person may do. Permissions are a table, so that one look shows that nobody is above the group minimum
// and that the person who runs the system sees no results.
import type { Language } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';

export type Role = 'employee' | 'manager' | 'hr' | 'administrator';

export interface Actor {
  readonly personId: string;
  readonly name: string;
  /** Null for somebody no people file brought. */
  readonly departmentId: string | null;
  readonly language: Language;
  /** In which somebody is asked, where that is none of the product's own. */
  readonly tongue?: Tongue;
  readonly roles: readonly Role[];
  /** Departments this person is the head of; what a manager may read lies at or below one of them. */
  readonly heads: readonly string[];
}

const table = {
  /** Own home, ballots, the feed, results of the company and the own department. */
  'take-part': ['employee'],
  'read-own-departments': ['manager'],
  'read-results': ['hr'],
  /** What people wrote in their own words; the ballot page names who may, before they write. */
  'read-comments': ['hr'],
  /** Full results of departments: of every one for HR, of the own branch for a head. */
  'read-departments': ['manager', 'hr'],
  'compose-surveys': ['hr'],
  'make-plans': ['manager', 'hr'],
  'oversee-plans': ['hr'],
  'manage-people': ['hr', 'administrator'],
  'manage-access': ['administrator'],
  'run-system': ['administrator'],
  /** What becomes of a survey whose files do not fit; nothing of it is read. */
  'decide-set-asides': ['hr', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

/** `visit` is for pages that anybody may open, signed in or not. */
export type Permission = keyof typeof table | 'visit';

export const permissions: readonly Permission[] = ['visit', ...(Object.keys(table) as (keyof typeof table)[])];

/** Who has a right by a role. */
export function rolesWith(permission: keyof typeof table): readonly Role[] {
  return table[permission];
}

export function may(actor: Pick<Actor, 'roles'> | null, permission: Permission): boolean {
  if (permission === 'visit') return true;
  return actor !== null && table[permission].some((role) => actor.roles.includes(role));
}
