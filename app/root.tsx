import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import type { Language } from './domain/kernel/language.ts';
import { page } from './http/page.server.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/plans.css';
import './styles/results.css';
import './styles/home.css';
import './styles/past.css';
import './styles/people.css';
import './styles/privacy.css';
import './styles/surveys.css';
import { refusalKey } from './text/page-refusal.ts';
import { textOf, type TextKey } from './text/text.ts';
import { Flock } from './ui/layout/flock.tsx';
import { useLoaded } from './ui/layout/loaded.ts';
import { Nonce } from './ui/layout/nonce.ts';
import { useScriptless } from './ui/layout/scriptless.ts';
import { RefusedForm } from './ui/layout/refused-form.ts';
import { Shell, type Visitor } from './ui/layout/shell.tsx';
import { isOfParts } from './ui/layout/of-parts.ts';
import { PageLanguage, PageOfParts, useText } from './ui/text.ts';

interface Frame {
  readonly language: Language;
  readonly visitor: Visitor | null;
}

export const loader = page({ may: 'visit' }, ({ actor, language }): Frame => ({
  language,
  visitor: actor && { name: actor.name, roles: actor.roles },
}));

/** Comes before the page's own title, so that it is the one that counts. Only for the document itself: later ones are the form's work. */
function RefusedTitle({ language }: { language: Language }) {
  const refused = useContext(RefusedForm);
  const { key } = useLocation();
  const titles = useMatches().map(({ data }) => (data as { title?: unknown } | null)?.title);
  if (!refused || key !== 'default') return null;
  const text = textOf(language);
  const title = titles.findLast((one) => typeof one === 'string') ?? text('app.name');
  return <title>{text('error.title', { title: String(title) })}</title>;
}

function Page({ language, title, children }: { language: Language; title?: string; children: ReactNode }) {
  const nonce = useContext(Nonce);
  const bare = useScriptless();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {title === undefined ? <RefusedTitle language={language} /> : <title>{title}</title>}
        <Meta />
        <Links />
      </head>
      <body>
        <PageLanguage.Provider value={language}>{children}</PageLanguage.Provider>
        {!bare && <ScrollRestoration nonce={nonce} />}
        {!bare && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** A page for a meeting room fills the screen alone; what it refuses stands in the frame like everything else. */
function useFrameless(): boolean {
  return useMatches().some(({ handle, data }) => (handle as { readonly frameless?: boolean } | undefined)?.frameless === true && data !== undefined);
}

export default function Root() {
  const { language, visitor } = useLoaded<typeof loader>();
  const ofParts = isOfParts(useMatches().map(({ data }) => data));
  const page = (
    <PageOfParts.Provider value={ofParts}>
      <Outlet />
    </PageOfParts.Provider>
  );
  const frameless = useFrameless();
  return <Page language={language}>{frameless ? <main id="content">{page}</main> : <Shell visitor={visitor}>{page}</Shell>}</Page>;
}

function Trouble({ because }: { because: TextKey }) {
  const text = useText();
  return (
    <div className="narrow stack trouble">
      <Flock />
      <h1>{text(because)}</h1>
      <p>
        <a className="button primary" href="/">
          {text('nav.home')}
        </a>
      </p>
    </div>
  );
}

export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('root');
  const language = frame?.language ?? 'en';
  const error = useRouteError();
  const because = refusalKey(isRouteErrorResponse(error) ? (error.status === 404 ? 'not-found' : String(error.data)) : 'unexpected');
  return (
    <Page language={language} title={textOf(language)(because)}>
      <Shell visitor={frame?.visitor ?? null}>
        <Trouble because={because} />
      </Shell>
    </Page>
  );
}
