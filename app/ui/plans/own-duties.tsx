// What the reader has to do for plans, by day, and the same days as a file for a calendar.
import { Link } from '@remix-run/react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import type { OwnDuty } from '#app/domain/plans/own-duties.ts';
import { Badge } from '../controls/badge.tsx';
import { Card } from '../controls/card.tsx';
import { Icon } from '../controls/icon.tsx';
import { useText } from '../text.ts';

const shownFirst = 6;

const addressOfDuty = ({ kind, planId, id }: OwnDuty): string => (kind === 'promise' ? `/plans/${planId}/promises/${id}` : `/plans/${planId}`);

function DueBadge({ duty, today }: { duty: OwnDuty; today: Day }) {
  const text = useText();
  const late = duty.kind === 'review' ? 0 : daysBetween(duty.due, today);
  if (late > 0) {
    return (
      <Badge tone="late" icon="calendar">
        {text('homes.duty.late', { n: late })}
      </Badge>
    );
  }
  return (
    <Badge tone={late === 0 && duty.kind !== 'review' ? 'wait' : 'quiet'} icon="calendar">
      {duty.due === today ? text('homes.duty.today') : text.day(duty.due)}
    </Badge>
  );
}

/** `dated`: other days of this reader are in the calendar file too. */
export function OwnDuties({ duties, today, dated }: { duties: readonly OwnDuty[]; today: Day; dated: boolean }) {
  const text = useText();
  if (duties.length === 0 && !dated) return null;
  return (
    <Card title={text('homes.duties')}>
      {duties.length === 0 && <p className="quiet">{text('homes.duties.none')}</p>}
      <ul className="list">
        {duties.slice(0, shownFirst).map((duty) => (
          <li key={`${duty.kind} ${duty.planId} ${duty.id}`} className="row apart">
            <div>
              <Link to={addressOfDuty(duty)}>{duty.title}</Link>
              <p className="small quiet">{text(`homes.duty.${duty.kind}`, { plan: duty.planTitle })}</p>
            </div>
            <DueBadge duty={duty} today={today} />
          </li>
        ))}
      </ul>
      {duties.length > shownFirst && <p className="small quiet">{text('homes.duty.more', { n: duties.length - shownFirst })}</p>}
      <p className="no-print">
        <a className="button small" href="/plans/calendar.ics" download>
          <Icon name="calendar" />
          {text('homes.calendar')}
        </a>
      </p>
    </Card>
  );
}
