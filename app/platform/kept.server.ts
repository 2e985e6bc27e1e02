// What was made once is kept, and what was used last is dropped last: a portal lives for years.

export interface Kept<Value> {
  /** Made by `make` unless it is kept. Those who ask at the same time share one making; one that fails or
   * comes to nothing (undefined) is made anew. */
  once(key: string, make: () => Value | Promise<Value>): Promise<Value>;
}

export function keptLately<Value>(most: number): Kept<Value> {
  const values = new Map<string, Promise<Value>>();
  return {
    once(key, make) {
      const known = values.get(key);
      const value = known ?? (async () => make())();
      const forget = () => void (values.get(key) === value && values.delete(key));
      if (!known) value.then((made) => void (made === undefined && forget()), forget);
      values.delete(key);
      values.set(key, value);
      if (values.size > most) values.delete(values.keys().next().value as string);
      return value;
    },
  };
}
