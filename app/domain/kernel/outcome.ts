// Expected refusals are values with a code; a thrown error is always a bug. The words for a code live in app/text.

export type Details = Readonly<Record<string, string | number>>;

export interface Refusal<Code extends string> {
  readonly ok: false;
  readonly because: Code;
  readonly details: Details;
  /** What else is wrong with the same thing, each for itself. */
  readonly besides?: readonly Refusal<Code>[];
}

export type Outcome<T, Code extends string> = { readonly ok: true; readonly value: T } | Refusal<Code>;

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** One refusal that says them all, the first of them first; null where there is none. */
export function together<Code extends string>(found: readonly (Refusal<Code> | null)[]): Refusal<Code> | null {
  const [first, ...besides] = found.flatMap((one) => (one === null ? [] : eachOf(one)));
  return first === undefined ? null : besides.length === 0 ? first : { ...first, besides };
}

/** The refusals among several outcomes, of which one at least is one, as one. */
export function saidTogether<Code extends string>(outcomes: readonly Outcome<unknown, Code>[]): Refusal<Code> {
  const wrong = together(outcomes.map((one) => (one.ok ? null : one)));
  if (!wrong) throw new Error('nothing was refused');
  return wrong;
}

/** Everything a refusal says, one by one. */
export function eachOf<Code extends string>({ besides = [], ...first }: Refusal<Code>): readonly Refusal<Code>[] {
  return [first, ...besides];
}

export function refused<Code extends string>(because: Code, details: Details = {}): Refusal<Code> {
  return { ok: false, because, details };
}
