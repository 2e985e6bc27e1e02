// The frame of every page: a side bar for those who run things, one calm column for everybody else.
import { Form, NavLink, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Role } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/actor.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { useText } from '../text.ts';
import { Brand } from './brand.tsx';
import { navigation } from './navigation.ts';

export interface Visitor {
  readonly name: string;
  readonly roles: readonly Role[];
}

function LanguageSwitch() {
  const text = useText();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument className="no-print">
      <input type="hidden" name="to" value={pathname + search} />
      <label htmlFor="language" className="visually-hidden">
        {text('language.label')}
      </label>
      <select id="language" name="language" defaultValue={text.language}>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {text(`language.${language}`)}
          </option>
        ))}
      </select>
      <button className="button plain">{text('language.change')}</button>
    </Form>
  );
}

function Tools({ visitor }: { visitor: Visitor | null }) {
  const text = useText();
  return (
    <div className="tools">
      <LanguageSwitch />
      {visitor && (
        <Form method="post" action="/sign-out" reloadDocument>
          <span className="quiet">{visitor.name}</span>
          <button className="button plain">{text('nav.sign-out')}</button>
        </Form>
      )}
    </div>
  );
}

function Side({ visitor }: { visitor: Visitor }) {
  const text = useText();
  return (
    <nav className="side" aria-label={text('nav.main')}>
      <ul>
        {navigation
          .filter((entry) => may(visitor, entry.may))
          .map((entry) => (
            <li key={entry.to}>
              <NavLink to={entry.to} end={entry.to === '/'}>
                {text(entry.text)}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}

export function Shell({ visitor, children }: { visitor: Visitor | null; children: ReactNode }) {
  const text = useText();
  return (
    <div className="shell">
      <a href="#content" className="skip">
        {text('nav.skip')}
      </a>
      <header className="top">
        <Brand />
        <Tools visitor={visitor} />
      </header>
      <div className={visitor ? 'body with-side' : 'body'}>
        {visitor && <Side visitor={visitor} />}
        <main id="content" className="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
