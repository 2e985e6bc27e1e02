// What an entry of the log of settings says in words.
import type { LoggedChange } from '#app/domain/privacy/privacy-settings.ts';
import type { Text } from './text.ts';

export function changeText(text: Text, { code, from, to, person }: LoggedChange): string {
  const values = { from, to, setting: code, person: person || text('privacy.log.somebody-gone') };
  const said = text.code('privacy.log', code, values);
  return said === code ? text('privacy.log.other', values) : said;
}

export function whoText(text: Text, { who, code }: LoggedChange): string {
  if (who !== null) return who || text('privacy.log.somebody-gone');
  return text(code.startsWith('scheduled-') ? 'privacy.log.by-itself' : 'privacy.log.by-command');
}
