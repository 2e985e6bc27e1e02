import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { isLanguage } from './domain/kernel/language.ts';
import { loadText } from './text/load.client.ts';
import { holdsRefusal, RefusedForm } from './ui/layout/refused-form.ts';

const { lang } = document.documentElement;
await loadText(isLanguage(lang) ? lang : 'en');
const refused = holdsRefusal(window.__remixContext.state.actionData);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RefusedForm.Provider value={refused}>
        <RemixBrowser />
      </RefusedForm.Provider>
    </StrictMode>,
  );
});
