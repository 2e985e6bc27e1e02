// Departments form one tree with one root. Everything said about a department is said about the people below it too.

export interface Department {
  readonly id: string;
  /** Null for the root alone. */
  readonly parentId: string | null;
  readonly name: string;
}

/** A department as the directory lists it, gone ones included: old surveys still speak of them. */
export interface ListedDepartment extends Department {
  /** What the people file calls it: an id of departments.csv, else the whole path. Unique. */
  readonly code: string;
  /** The person who leads it; null where nobody is named. */
  readonly headId: string | null;
  /** Order among its neighbours, from 0. */
  readonly position: number;
  readonly closed: boolean;
}
