// What a draft that came from a file does not ask as it was meant, in the address of its page: it is told once and kept nowhere.
import type { LeftOut } from '#app/domain/surveys/questionnaire/questionnaire-here.ts';

/** So many names of a kind, and so many characters of each: nobody reads more. */
const most = { names: 20, characters: 80 } as const;

export function leftOutWords({ tables, parts, everybody }: LeftOut): string {
  const words = new URLSearchParams();
  if (tables > 0) words.set('left', String(tables));
  for (const name of parts.slice(0, most.names)) words.append('away', name);
  for (const { question, away } of everybody.slice(0, most.names)) {
    words.append('everybody', question);
    for (const name of away.slice(0, most.names)) words.append(`away-${question}`, name);
  }
  return words.toString();
}

export function leftOutOf({ searchParams }: URL): LeftOut {
  const all = (name: string) => searchParams.getAll(name).slice(0, most.names).map((one) => one.slice(0, most.characters));
  return { tables: Math.min(99, Number(searchParams.get('left') ?? 0) || 0), parts: all('away'), everybody: all('everybody').map((question) => ({ question, away: all(`away-${question}`) })) };
}
