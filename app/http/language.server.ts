// Which language a page speaks: what was chosen in this browser, else the person's, else the browser's, else the organisation's.
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Actor } from '#app/domain/access/actor.ts';
import { isLanguage, languageOfTag, type Language } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';
import { isEncrypted } from './session.server.ts';

const name = 'murmur_language';

/** No secret, and checked when it is read: whoever slips in another one changes a language. */
export function languageCookie(app: App, language: Language): string {
  return stringifySetCookie({ name, value: language, path: '/', httpOnly: true, sameSite: 'lax', secure: isEncrypted(app), maxAge: 31_536_000 });
}

type Asking = Readonly<Record<string, string | string[] | undefined>>;

const chosenIn = (cookies: string | null | undefined): Language | null => {
  const chosen = parseCookie(cookies ?? '')[name];
  return chosen !== undefined && isLanguage(chosen) ? chosen : null;
};

function preferred(accepted: string | null | undefined): Language | null {
  for (const part of (accepted ?? '').split(',')) {
    const language = languageOfTag(part.split(';')[0] ?? '');
    if (language) return language;
  }
  return null;
}

/** What the headers alone say; null when they say nothing. */
export function languageAskedFor({ cookie, 'accept-language': accepted }: Asking): Language | null {
  return chosenIn(cookie as string | undefined) ?? preferred(accepted as string | undefined);
}

export async function languageOfRequest(app: App, request: Request, actor: Actor | null): Promise<Language> {
  const chosen = chosenIn(request.headers.get('cookie'));
  if (chosen) return chosen;
  if (actor) return actor.language;
  return preferred(request.headers.get('accept-language')) ?? (await app.data.organisation.get())?.language ?? 'en';
}
