export interface PeopleTable {
  id: string;
  employee_id: string | null;
  name: string;
  name_folded: string;
  email: string | null;
  /** For look-up; null once somebody has left, so that nobody who left signs in and the address is free again. */
  email_folded: string | null;
  department_id: string | null;
  manager_id: string | null;
  site: string | null;
  joined_on: string | null;
  left_on: string | null;
  language: string | null;
}

export interface RolesTable {
  person_id: string;
  role: string;
  /** How many surveys had been sealed when it was granted. */
  seals: number;
}

/** Their own choice; nobody else makes it. */
export interface SlipWishesTable {
  person_id: string;
}
