// People who may be given something to do. They are found by typing, so each is called so that no two are called alike.
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  /** Name and department, with a number where two would be the same. */
  readonly called: string;
}

export function called(people: readonly Pick<Colleague, 'id' | 'name' | 'department'>[]): Colleague[] {
  const seen = new Map<string, number>();
  return people.map((one) => {
    const name = one.department === '' ? one.name : `${one.name} · ${one.department}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...one, called: count === 1 ? name : `${name} (${count})` };
  });
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The one person meant by an id, by what somebody is called, or by a name that only one bears; null where nobody or several are. */
export function meant(people: readonly Colleague[], written: string): Colleague | null {
  const wanted = folded(written);
  const exact = people.find((one) => one.id === written || folded(one.called) === wanted);
  if (exact) return exact;
  const named = people.filter((one) => folded(one.name) === wanted);
  return named.length === 1 ? (named[0] ?? null) : null;
}
