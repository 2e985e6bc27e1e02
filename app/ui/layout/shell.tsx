// The frame of every page: for those who run things a side bar, for employees one calm column; on a phone the way around lies at
// the thumb for both.
import { Form, NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { may, type Role } from '#app/domain/access/actor.ts';
import { Icon } from '../controls/icon.tsx';
import { Menu } from '../controls/menu.tsx';
import { useText } from '../text.ts';
import { Brand } from './brand.tsx';
import { useFocusOnArrival } from './focus-on-arrival.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { navigation, type Entry } from './navigation.ts';

export interface Visitor {
  readonly name: string;
  readonly roles: readonly Role[];
}

const mostTabs = 5;

function Way({ entry, short = false }: { entry: Entry; short?: boolean }) {
  const text = useText();
  return (
    <NavLink to={entry.to} end={entry.to === '/'}>
      <Icon name={entry.icon} />
      <span>{text((short && entry.short) || entry.text)}</span>
    </NavLink>
  );
}

function Ways({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.to}>
          <Way entry={entry} />
        </li>
      ))}
    </ul>
  );
}

/** At the thumb; what does not fit is behind «More». */
function Tabs({ entries }: { entries: readonly Entry[] }) {
  const text = useText();
  const first = entries.length > mostTabs ? entries.slice(0, mostTabs - 1) : entries;
  const rest = entries.slice(first.length);
  return (
    <nav className="tabs" aria-label={text('nav.main')}>
      <ul>
        {first.map((entry) => (
          <li key={entry.to}>
            <Way entry={entry} short />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Menu
              id="more-menu"
              menuClass="more-menu"
              opener={
                <>
                  <Icon name="more" />
                  <span>{text('nav.more')}</span>
                </>
              }
            >
              {rest.map((entry) => (
                <Way key={entry.to} entry={entry} />
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

function SignOut({ className }: { className: string }) {
  const text = useText();
  return (
    <Form method="post" action="/sign-out" reloadDocument>
      <button className={className}>{text('nav.sign-out')}</button>
    </Form>
  );
}

function PersonMenu({ visitor }: { visitor: Visitor }) {
  const text = useText();
  const opener = (
    <span className="initial" aria-hidden="true">
      {[...visitor.name][0]}
    </span>
  );
  return (
    <Menu id="person-menu" menuClass="person-menu" openerClass="person" label={text('nav.account', { name: visitor.name })} opener={opener}>
      <p className="who">{visitor.name}</p>
      <LanguageSwitch />
      <SignOut className="item" />
    </Menu>
  );
}

function Side({ visitor, entries }: { visitor: Visitor; entries: readonly Entry[] }) {
  const text = useText();
  return (
    <header className="side">
      <Brand />
      <nav aria-label={text('nav.main')}>
        <Ways entries={entries} />
      </nav>
      <div className="foot">
        <LanguageSwitch />
        <div className="row">
          <span className="name">{visitor.name}</span>
          <SignOut className="button plain small" />
        </div>
      </div>
    </header>
  );
}

function Top({ visitor, entries }: { visitor: Visitor | null; entries: readonly Entry[] }) {
  const text = useText();
  return (
    <header className="top">
      <Brand />
      {visitor && (
        <nav aria-label={text('nav.main')}>
          <Ways entries={entries} />
        </nav>
      )}
      {visitor ? <PersonMenu visitor={visitor} /> : <LanguageSwitch />}
    </header>
  );
}

export function Shell({ visitor, children }: { visitor: Visitor | null; children: ReactNode }) {
  useFocusOnArrival();
  const text = useText();
  const entries = navigation.filter((entry) => may(visitor, entry.may) && visitor !== null);
  const runsThings = visitor !== null && visitor.roles.some((role) => role !== 'employee');
  return (
    <div className={runsThings ? 'shell with-side' : 'shell'}>
      <a href="#content" className="skip">
        {text('nav.skip')}
      </a>
      <Top visitor={visitor} entries={entries} />
      {runsThings && <Side visitor={visitor} entries={entries} />}
      <main id="content" className="main" tabIndex={-1}>
        {children}
      </main>
      {visitor && <Tabs entries={entries} />}
    </div>
  );
}
