// The state of a plan in one word, and the flags that follow from days.
import type { Day } from '#app/domain/kernel/day.ts';
import type { ActionPlan, PlanState } from '#app/domain/plans/action-plan.ts';
import { flagsOf } from '#app/domain/plans/plan-flags.ts';
import { Badge, type Tone } from '../controls/badge.tsx';
import type { IconName } from '../controls/icon.tsx';
import { useText } from '../text.ts';

const looks: Readonly<Record<PlanState, readonly [Tone, IconName | undefined]>> = {
  draft: ['quiet', undefined],
  consulted: ['accent', 'feed'],
  committed: ['accent', 'check'],
  'in-progress': ['accent', 'arrow'],
  blocked: ['late', 'warning'],
  implemented: ['good', 'check'],
  monitoring: ['wait', 'calendar'],
  reviewed: ['wait', 'results'],
  'closed-achieved': ['good', 'check'],
  'closed-not-achieved': ['quiet', undefined],
  cancelled: ['quiet', undefined],
};

export function StateBadge({ state }: { state: PlanState }) {
  const text = useText();
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {text(`plan.state.${state}`)}
    </Badge>
  );
}

export function FlagBadges({ plan, today }: { plan: ActionPlan; today: Day }) {
  const text = useText();
  const flags = flagsOf(plan, today);
  return (
    <>
      {flags.overdue && (
        <Badge tone="late" icon="calendar">
          {text('plan.flag.overdue')}
        </Badge>
      )}
      {flags.slipping && <Badge tone="wait">{text('plan.flag.slipping')}</Badge>}
      {flags.stale ? <Badge tone="wait">{text('plan.flag.stale')}</Badge> : flags.updateDue && <Badge tone="wait">{text('plan.flag.update-due')}</Badge>}
    </>
  );
}
