export interface DepartmentsTable {
  id: string;
  parent_id: string | null;
  code: string;
  name: string;
  /** No foreign key: people point to departments, and two tables cannot be made each after the other. */
  head_id: string | null;
  position: number;
  closed: number;
}
