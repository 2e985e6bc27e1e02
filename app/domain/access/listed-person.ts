// A person as those who look after people see them, in the list and alone.
import type { GrantedRole } from './granted-role.ts';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly employeeId: string | null;
  readonly email: string | null;
  readonly department: string;
  readonly roles: readonly GrantedRole[];
}

export interface PersonView extends ListedPerson {
  readonly manager: { readonly id: string; readonly name: string } | null;
  readonly site: string | null;
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  readonly language: string | null;
  /** Paths of the departments this person heads. */
  readonly heads: readonly string[];
}
