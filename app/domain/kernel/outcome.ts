// Expected refusals are values with a code; a thrown error is always a bug. The words for a code live in app/text.

export type Details = Readonly<Record<string, string | number>>;

export interface Refusal<Code extends string> {
  readonly ok: false;
  readonly because: Code;
  readonly details: Details;
}

export type Outcome<T, Code extends string> = { readonly ok: true; readonly value: T } | Refusal<Code>;

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<Code extends string>(because: Code, details: Details = {}): Refusal<Code> {
  return { ok: false, because, details };
}
