import { NavLink } from '@remix-run/react';
import { useText } from '#app/ui/text.ts';

export function PeopleTabs() {
  const text = useText();
  return (
    <nav className="parts" aria-label={text('people.tabs')}>
      <NavLink to="/people" end>
        {text('people.tab.people')}
      </NavLink>
      <NavLink to="/people/departments">{text('people.tab.departments')}</NavLink>
      <NavLink to="/people/scheduled">{text('people.tab.scheduled')}</NavLink>
      <NavLink to="/people/letters">{text('people.tab.letters')}</NavLink>
      <NavLink to="/people/addresses">{text('people.tab.addresses')}</NavLink>
    </nav>
  );
}
