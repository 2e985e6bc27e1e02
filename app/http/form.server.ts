// The one reader of forms. Each pair is looked at once: asking a list of pairs for every name again takes minutes for a hundred
// thousand of them, during which the portal answers nobody.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { FormValues } from '#app/text/form-reply.ts';

const and = 38;

/** Pairs, counted before any is made. */
function pairsIn(body: Buffer): number {
  if (body.length === 0) return 0;
  let pairs = 1;
  for (const byte of body) if (byte === and) pairs += 1;
  return pairs;
}

/** `body` as application/x-www-form-urlencoded, of at most `most` pairs. Names that end in `[]` are lists, and so are names that come twice. */
export function formIn(body: Buffer, most: number): Outcome<FormValues, 'too-large'> {
  if (pairsIn(body) > most) return refused('too-large');
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  }
  const values = [...lists].map(([name, list]) => [name, list.length > 1 || name.endsWith('[]') ? list : (list[0] as string)] as const);
  // Every name is a field of its own here, also `__proto__`: assigned one by one it would change what all other names mean.
  return done(Object.fromEntries(values));
}

export function isForm(contentType: string | null | undefined): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? '');
}
