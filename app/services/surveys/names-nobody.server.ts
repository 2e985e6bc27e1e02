// Whether what HR would have asked names nobody of those who work here today.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { namedColleague, type Asked } from '#app/domain/surveys/own/named-colleague.ts';
import type { Stores } from '#db/index.server.ts';

export async function namesNobody({ data }: { readonly data: Pick<Stores, 'people'> }, words: Asked): Promise<Outcome<null, 'own-names'>> {
  const people = await data.people.current();
  const named = namedColleague(words, people.map(({ name }) => name));
  return named === null ? done(null) : refused('own-names', { ...named });
}
