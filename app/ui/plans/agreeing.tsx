// Before a plan is agreed: what is still missing, who agrees it and when, in the order in which it can be put right.
import { Link } from '@remix-run/react';
import type { PlanPage } from '#app/domain/plans/plan-page.ts';
import type { TextKey } from '#app/text/text.ts';
import { Card } from '../controls/card.tsx';
import { Icon } from '../controls/icon.tsx';
import { useText } from '../text.ts';
import { TurnButton } from './turn-button.tsx';

type Agreeing = Pick<PlanPage, 'plan' | 'departmentName' | 'missing' | 'agreement' | 'today'> & Pick<PlanPage['me'], 'hr'>;

/** Every refusal has its sentence here, so that a page brings those of plans and not all there are. */
const saidMissing = {
  forbidden: 'error.forbidden',
  'wrong-state': 'error.wrong-state',
  'needs-cause': 'error.needs-cause',
  'needs-fact': 'error.needs-fact',
  'needs-measure': 'error.needs-measure',
  'too-many-measures': 'error.too-many-measures',
  'still-in-consultation': 'error.still-in-consultation',
  'needs-hr': 'error.needs-hr',
  'needs-target': 'error.needs-target',
  'target-below-now': 'error.target-below-now',
  'target-day-is-past': 'error.target-day-is-past',
  'needs-step': 'error.needs-step',
  'needs-leading-indicator': 'error.needs-leading-indicator',
  'needs-count': 'error.needs-count',
  'steps-are-open': 'error.steps-are-open',
  'too-early': 'error.too-early',
  'needs-because': 'error.needs-because',
  'needs-result': 'error.needs-result',
  'not-improved': 'error.not-improved',
  'needs-lesson': 'error.needs-lesson',
  'needs-reason': 'error.needs-reason',
  'needs-substantive-measure': 'error.needs-substantive-measure',
  'needs-communication-measure': 'error.needs-communication-measure',
  'needs-value-figure': 'error.needs-value-figure',
  'needs-promise': 'error.needs-promise',
  'objections-unanswered': 'error.objections-unanswered',
} as const satisfies Record<PlanPage['missing'][number]['because'], TextKey>;

function Missing({ plan, missing }: Pick<Agreeing, 'plan' | 'missing'>) {
  const text = useText();
  return (
    <>
      <p className="strong">{text('plan.ready.missing')}</p>
      <ul className="missing bare">
        {missing.map(({ because, details }) => (
          <li key={because}>
            <Icon name="arrow" />
            <Link to={because === 'needs-step' ? '#add-step' : `/plans/${plan.id}/edit`}>{text(saidMissing[because], details)}</Link>
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
  const waits = plan.state === 'consulted' && agreement.from > today;
  const owed = plan.consultation !== null && plan.consultation.answer === null;
  const mayAgree = agreement.small || hr;
  return (
    <Card title={text('plan.ready')} tone="accent">
      {missing.length > 0 ? <Missing plan={plan} missing={missing} /> : <p>{text('plan.ready.lead', { department: departmentName })}</p>}
      {shownFirst && <p className="small">{text('plan.consult.lead')}</p>}
      {waits && plan.days.consulted && <p className="small">{text('plan.consulted', { day: text.day(plan.days.consulted), from: text.day(agreement.from) })}</p>}
      {!mayAgree && <p className="small">{text('plan.needs-hr')}</p>}
      <div className="row no-print">
        {missing.length === 0 && mayAgree && !shownFirst && !waits && !owed && <TurnButton intent="commit">{text('plan.commit')}</TurnButton>}
        {plan.state === 'draft' && (shownFirst || !mayAgree) && missing.length === 0 && <TurnButton intent="show-draft">{text('plan.consult')}</TurnButton>}
        {!(owed && waits) && (
          <Link className={missing.length > 0 ? 'button primary' : 'button'} to={`/plans/${plan.id}/edit`}>
            {text('plan.edit')}
          </Link>
        )}
      </div>
    </Card>
  );
}
