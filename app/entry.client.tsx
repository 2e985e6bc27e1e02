import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { loadCatalogue } from './text/load.client.ts';
import { holdsRefusal, RefusedForm } from './ui/layout/refused-form.ts';

if (import.meta.env.DEV) await loadCatalogue();
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
