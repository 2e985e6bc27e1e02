// Departments form one tree with one root. Everything said about a department is said about the people below it too.

export interface Department {
  readonly id: string;
  /** Null for the root alone. */
  readonly parentId: string | null;
  readonly name: string;
}
