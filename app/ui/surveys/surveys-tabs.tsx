import { NavLink } from '@remix-run/react';
import { useText } from '#app/ui/text.ts';

/** Whatever HR keeps for all surveys, beside the surveys themselves. */
export function SurveysTabs() {
  const text = useText();
  return (
    <nav className="parts" aria-label={text('surveys.tabs')}>
      <NavLink to="/surveys" end>
        {text('surveys.title')}
      </NavLink>
      <NavLink to="/surveys/own">{text('own-question.title')}</NavLink>
      <NavLink to="/surveys/proposals">{text('proposals.title')}</NavLink>
      <NavLink to="/surveys/programme">{text('programme.title')}</NavLink>
      <NavLink to="/surveys/services">{text('services.title')}</NavLink>
      <NavLink to="/surveys/languages">{text('tongues.title')}</NavLink>
      <NavLink to="/surveys/channel">{text('chat.title')}</NavLink>
      <NavLink to="/surveys/past">{text('past.title')}</NavLink>
    </nav>
  );
}
