// A person of the directory. Who has left stays on record, without a way to sign in, because plans and letters name people.
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';

export interface Person {
  readonly id: string;
  /** The company's own number, unique: by it a new people file finds who is already here. Null for somebody no file brought
   * (the first administrator): files neither move nor remove such a person. */
  readonly employeeId: string | null;
  readonly name: string;
  /** Null where somebody has none; such a person cannot be sent a link. */
  readonly email: string | null;
  /** Null for somebody no file brought. */
  readonly departmentId: string | null;
  readonly managerId: string | null;
  readonly site: string | null;
  readonly joinedOn: Day | null;
  readonly leftOn: Day | null;
  readonly language: Tongue | null;
}

/** In which language somebody is written to: their own, or the company's. */
export function languageOf(person: Pick<Person, 'language'>, organisation: { readonly language: Language } | null | undefined): Tongue {
  return person.language ?? organisation?.language ?? 'en';
}
