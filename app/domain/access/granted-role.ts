// Two roles are given to people; employee follows from being here and manager from heading a department.
import type { Role } from './actor.ts';

/** A new role counts as given until it is named here: then the compiler asks for its words, and for its place wherever roles are given. */
export type GrantedRole = Exclude<Role, 'employee' | 'manager'>;

export const grantedRoles = ['hr', 'administrator'] as const satisfies readonly GrantedRole[];
