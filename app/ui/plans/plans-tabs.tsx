import { NavLink } from '@remix-run/react';
import { useText } from '../text.ts';

/** The figures are for those who oversee all plans. */
export function PlansTabs({ overseeing }: { overseeing: boolean }) {
  const text = useText();
  return (
    <nav className="parts no-print" aria-label={text('plans.tabs')}>
      <NavLink to="/plans" end>
        {text('plans.title')}
      </NavLink>
      <NavLink to="/plans/promises">{text('promises.title')}</NavLink>
      {overseeing && <NavLink to="/plans/board">{text('board.title')}</NavLink>}
      <NavLink to="/plans/inquiries">{text('inquiries.title')}</NavLink>
      {overseeing && <NavLink to="/plans/secondary">{text('secondary.title')}</NavLink>}
      <NavLink to="/notices">{text('notices.title')}</NavLink>
      {overseeing && <NavLink to="/plans/figures">{text('progress.title')}</NavLink>}
    </nav>
  );
}
