import { Form, useLocation } from '@remix-run/react';
import { languages, nameOfLanguage, shortNameOf } from '#app/domain/kernel/language.ts';
import { useText } from '../text.ts';

/** One tap, with or without a script; the page stays. The document reloads because it loads one language only. */
export function LanguageSwitch() {
  const text = useText();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument className="no-print">
      <input type="hidden" name="to" value={pathname + search} />
      <div className="segments" role="group" aria-label={text('language.label')}>
        {languages.map((language) => (
          <button key={language} name="language" value={language} lang={language} aria-pressed={language === text.language} aria-label={nameOfLanguage(language)}>
            {shortNameOf(language)}
          </button>
        ))}
      </div>
    </Form>
  );
}
