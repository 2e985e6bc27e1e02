import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { isLanguage } from './domain/kernel/language.ts';
import { loadText } from './text/load.client.ts';

const { lang } = document.documentElement;
await loadText(isLanguage(lang) ? lang : 'en');
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
