// Whether what HR would have asked names nobody of those who work here today.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { colleaguesCalled, namedColleague, type Asked, type Colleagues } from '#app/domain/surveys/own/named-colleague.ts';
import type { Stores } from '#db/index.server.ts';

/** Of today; read once for everything that is looked at together. */
export async function colleagues({ data }: { readonly data: Pick<Stores, 'people'> }): Promise<Colleagues> {
  return colleaguesCalled((await data.people.current()).map(({ name }) => name));
}

export function naming(words: Asked, known: Colleagues): Outcome<null, 'own-names'> {
  const named = namedColleague(words, known);
  return named === null ? done(null) : refused('own-names', { ...named });
}

export async function namesNobody(from: { readonly data: Pick<Stores, 'people'> }, words: Asked): Promise<Outcome<null, 'own-names'>> {
  return naming(words, await colleagues(from));
}
