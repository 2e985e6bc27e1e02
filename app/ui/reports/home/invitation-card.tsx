import { Link } from '@remix-run/react';
import type { OpenInvitation } from '#app/domain/responses/open-invitation.ts';
import { timeNeeded } from '#app/text/text.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Flock } from '#app/ui/layout/flock.tsx';
import { useText } from '#app/ui/text.ts';

function Held() {
  const text = useText();
  return (
    <Notice tone="warn">
      <p>{text('home.open.held')}</p>
      <p>
        {text('home.open.held.former')} {text('home.open.held.release')}
      </p>
    </Notice>
  );
}

/** One open survey and one button. The ballot page is a document of its own, so the link leaves the portal's pages. */
export function InvitationCard({ invitation }: { invitation: OpenInvitation }) {
  const text = useText();
  const { title, purpose, closes, seconds, counted, link, held, bySlip, taken, plan } = invitation;
  const [first = '', ...others] = counted.names;
  const name = others.length > 0 ? text('counted-with', { department: first, others: text.list(others) }) : first;
  const group = text('home.open.group', { name, people: text('people.count', { n: counted.people }) });
  return (
    <section className="card invitation" aria-labelledby={`survey-${invitation.surveyId}`}>
      <Flock />
      <div className="stack-tight">
        <p className="eyebrow">{text(plan === null ? 'home.open' : 'consultation.home')}</p>
        <h2 id={`survey-${invitation.surveyId}`}>{text.of(title)}</h2>
        <p className="facts-line">
          <span>
            <Icon name="clock" />
            {timeNeeded(text, seconds)}
          </span>
          <span>
            <Icon name="calendar" />
            {text('home.open.until', { closes: text.day(closes) })}
          </span>
        </p>
      </div>
      {taken ? <p>{text('home.open.taken', { closes: text.day(closes) })}</p> : <p>{text.of(purpose)}</p>}
      <div className="counted">
        <span className="strong">{text('home.open.counted', { group })}</span>
        <span className="quiet small">{text('home.open.promise')}</span>
      </div>
      {held && <Held />}
      {bySlip && !held && <Notice>{text('home.open.by-slip')}</Notice>}
      {!held && !bySlip && (
        <a className={taken ? 'button large' : 'button primary large'} href={link}>
          {text(taken ? 'home.open.again' : 'home.open.start')}
          {!taken && <Icon name="arrow" />}
        </a>
      )}
      {plan !== null && (
        <p>
          <Link to={`/plans/${plan}`}>{text('consultation.home.plan')}</Link>
        </p>
      )}
    </section>
  );
}
