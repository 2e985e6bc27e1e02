import { NavLink, useLocation } from '@remix-run/react';
import { useText } from '#app/ui/text.ts';

/** The parts of one survey's results; the department looked at goes along. */
export function ResultTabs({ survey, comments = true }: { survey: string; comments?: boolean }) {
  const text = useText();
  const { search } = useLocation();
  const department = new URLSearchParams(search).get('department');
  const query = department === null ? '' : `?department=${encodeURIComponent(department)}`;
  const base = `/results/${survey}`;
  const tabs = [
    { to: `${base}/full${query}`, label: text('results.nav.overview') },
    { to: `${base}/map${query}`, label: text('results.nav.map') },
    { to: `${base}/questions${query}`, label: text('results.nav.questions') },
    ...(comments ? [{ to: `${base}/comments${query}`, label: text('results.nav.comments') }] : []),
    { to: `${base}/method`, label: text('results.nav.method') },
  ];
  return (
    <nav className="result-tabs no-print" aria-label={text('results.nav')}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to}>{tab.label}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
