// What should come of it: a score that could be seen to rise, or a count where none could.
import { whole } from '#app/domain/kernel/rounding.ts';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import type { Text } from '#app/text/text.ts';
import { DayField } from '../forms/day-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import type { PlanWishes } from './plan-form.tsx';

interface Props {
  readonly form: ValidatedForm;
  readonly wishes: Pick<PlanWishes, 'target' | 'by' | 'leadingName' | 'leadingStart' | 'leadingGoal'>;
  readonly evidence: Pick<Evidence, 'index' | 'n' | 'smallestChange'> | null;
  readonly today: string;
}

function whyThisGoal(text: Text, { evidence, wishes }: Pick<Props, 'evidence' | 'wishes'>): string {
  if (evidence === null) return text('plan.form.goal.none');
  return text(wishes.target === '' ? 'plan.form.goal.count' : 'plan.form.goal.score', { index: whole(evidence.index), n: evidence.n, points: evidence.smallestChange });
}

export function GoalFields({ form, wishes, evidence, today }: Props) {
  const text = useText();
  const counts = wishes.target === '';
  return (
    <>
      <p className="small quiet">{whyThisGoal(text, { evidence, wishes })}</p>
      <div className="fields">
        {evidence !== null && <TextField form={form} name="target" label={text('plan.form.goal.index')} optional={counts} inputMode="decimal" initial={wishes.target} />}
        <DayField form={form} name="by" label={text('plan.new.by')} needed initial={wishes.by} min={today} />
      </div>
      <TextField form={form} name="leadingName" label={text('plan.form.count')} hint={text('plan.form.count.hint')} needed={counts} optional={!counts} initial={wishes.leadingName} />
      <div className="fields numbers">
        <TextField form={form} name="leadingStart" label={text('plan.new.leading.start')} needed={counts} optional={!counts} inputMode="decimal" initial={wishes.leadingStart} />
        <TextField form={form} name="leadingGoal" label={text('plan.new.leading.goal')} needed={counts} optional={!counts} inputMode="decimal" initial={wishes.leadingGoal} />
      </div>
    </>
  );
}
