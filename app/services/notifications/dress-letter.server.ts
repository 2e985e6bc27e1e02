// A letter lies in the outbox as text and is dressed when it leaves: twenty thousand of them would be kept twice otherwise.
import { isRightToLeft } from '#app/domain/kernel/direction.ts';
import { letterHtml } from '#app/domain/notifications/letter-html.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';

type Bare = Pick<Letter, 'id' | 'to' | 'subject' | 'text' | 'html' | 'language'>;

/** With its text as HTML beside it, where it says in which language it is written. */
export function dressed<L extends Bare>(app: App, letter: L): L {
  const { language, subject, text } = letter;
  if (language === null) return letter;
  const button = textOf(language)('letter.button');
  return { ...letter, html: letterHtml({ language, rightToLeft: isRightToLeft(language), subject, text, home: app.config.publicUrl, button }) };
}
