// Which language a page speaks: what was chosen in this browser, else the person's, else the browser's, else the organisation's.
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Actor } from '#app/domain/access/actor.ts';
import { isLanguage, languageOf, type Language } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';

const name = 'murmur_language';

export function languageCookie(language: Language): string {
  return stringifySetCookie({ name, value: language, path: '/', sameSite: 'lax', maxAge: 31_536_000 });
}

export async function languageOfRequest(app: App, request: Request, actor: Actor | null): Promise<Language> {
  const chosen = parseCookie(request.headers.get('cookie') ?? '')[name];
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  if (actor) return actor.language;
  for (const part of (request.headers.get('accept-language') ?? '').split(',')) {
    const language = languageOf(part.split(';')[0] ?? '');
    if (language) return language;
  }
  return (await app.data.organisation.get())?.language ?? 'en';
}
