// Before a plan is agreed: what is still missing, who agrees it and when, in the order in which it can be put right.
import { Link } from '@remix-run/react';
import type { PlanPage } from '#app/domain/plans/plan-page.ts';
import { Card } from '../controls/card.tsx';
import { Icon } from '../controls/icon.tsx';
import { useText } from '../text.ts';
import { TurnButton } from './turn-button.tsx';

type Agreeing = Pick<PlanPage, 'plan' | 'departmentName' | 'missing' | 'agreement' | 'today'> & Pick<PlanPage['me'], 'hr'>;

function Missing({ plan, missing }: Pick<Agreeing, 'plan' | 'missing'>) {
  const text = useText();
  return (
    <>
      <p className="strong">{text('plan.ready.missing')}</p>
      <ul className="missing bare">
        {missing.map(({ because, details }) => (
          <li key={because}>
            <Icon name="arrow" />
            <Link to={because === 'needs-step' ? '#add-step' : `/plans/${plan.id}/edit`}>{text.error(because, details)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

export function AgreeingCard(props: Agreeing) {
  const text = useText();
  const { plan, missing, agreement, hr, today, departmentName } = props;
  const shownFirst = agreement.consultation && plan.state === 'draft';
  const waits = agreement.consultation && plan.days.consulted !== null && agreement.from > today;
  const mayAgree = agreement.small || hr;
  return (
    <Card title={text('plan.ready')} tone="accent">
      {missing.length > 0 ? <Missing plan={plan} missing={missing} /> : <p>{text('plan.ready.lead', { department: departmentName })}</p>}
      {shownFirst && <p className="small">{text('plan.consult.lead')}</p>}
      {waits && plan.days.consulted && <p className="small">{text('plan.consulted', { day: text.day(plan.days.consulted), from: text.day(agreement.from) })}</p>}
      {!mayAgree && <p className="small">{text('plan.needs-hr')}</p>}
      <div className="row no-print">
        {missing.length === 0 && mayAgree && !shownFirst && !waits && <TurnButton intent="commit">{text('plan.commit')}</TurnButton>}
        {plan.state === 'draft' && (shownFirst || !mayAgree) && missing.length === 0 && <TurnButton intent="show-draft">{text('plan.consult')}</TurnButton>}
        <Link className={missing.length > 0 ? 'button primary' : 'button'} to={`/plans/${plan.id}/edit`}>
          {text('plan.edit')}
        </Link>
      </div>
    </Card>
  );
}
