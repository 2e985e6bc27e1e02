// A figure about people is never a bare number: whoever draws it has to say what stands there when it may not be shown.

export type Figure<T> =
  | { readonly shown: true; readonly value: T }
  | { readonly shown: false; readonly because: 'too-few' | 'not-asked' };

export function shown<T>(value: T): Figure<T> {
  return { shown: true, value };
}

export function hidden(because: 'too-few' | 'not-asked'): Figure<never> {
  return { shown: false, because };
}
