// The form of a plan, new or changed: four questions, each with a suggestion in it already.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { causes, type Cause } from '#app/domain/plans/cause.ts';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import { Card } from '../controls/card.tsx';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import { DayField } from '../forms/day-field.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

export interface OfferedMeasure {
  readonly id: string;
  readonly title: string;
  readonly controllability: 'department' | 'shared' | 'company';
  readonly effort: 'S' | 'M' | 'L';
  readonly leadWeeks: number;
}

/** What stands in the fields before anybody types. */
export interface PlanWishes {
  readonly title: string;
  readonly cause: Cause;
  readonly measures: readonly string[];
  readonly own: string;
  readonly ownIsTalk: boolean;
  readonly leadingName: string;
  readonly leadingStart: string;
  readonly leadingGoal: string;
  readonly valueFigure: string;
  readonly promise: string;
  readonly promiseDue: string;
  readonly target: string;
  readonly by: string;
}

interface Props {
  readonly form: ValidatedForm;
  readonly wishes: PlanWishes;
  readonly measures: readonly OfferedMeasure[];
  readonly evidence: Pick<Evidence, 'index' | 'n' | 'smallestChange'>;
  readonly today: string;
  /** Address of this form with another cause. */
  readonly withCause: (cause: Cause) => string;
  /** The part between the measures and the goal. */
  readonly children?: ReactNode;
}

export function PlanFields({ form, wishes, measures, evidence, today, withCause, children }: Props) {
  const text = useText();
  return (
    <>
      <Card title={text('plan.new.step.1')}>
        <CauseLinks cause={wishes.cause} withCause={withCause} />
        <input type="hidden" {...form.hidden('cause', wishes.cause)} />
        {(wishes.cause === 'awareness' || wishes.cause === 'mixed') && (
          <TextField form={form} name="valueFigure" label={text('plan.new.value-figure')} hint={text('plan.new.value-figure.hint')} initial={wishes.valueFigure} />
        )}
        {wishes.cause === 'expectation' && (
          <div className="fields">
            <TextField form={form} name="promise" label={text('plan.new.promise')} initial={wishes.promise} />
            <DayField form={form} name="promiseDue" label={text('plan.new.promise.due')} initial={wishes.promiseDue} min={today} />
          </div>
        )}
      </Card>
      <Card title={text('plan.new.step.2')}>
        <MeasureChoice form={form} measures={measures} chosen={wishes.measures} />
        <TextArea form={form} name="own" label={text('plan.new.own')} optional initial={wishes.own} rows={2} />
        <label className="choice plain">
          <input type="checkbox" value="yes" defaultChecked={form.chosen('ownIsTalk', wishes.ownIsTalk ? ['yes'] : []).includes('yes')} {...form.box('ownIsTalk')} />
          <span>{text('plan.new.own.talk')}</span>
        </label>
      </Card>
      {children}
      <Card title={text('plan.new.step.4')}>
        <div className="fields">
          <TextField form={form} name="target" label={text('plan.new.target')} inputMode="decimal" initial={wishes.target} />
          <DayField form={form} name="by" label={text('plan.new.by')} initial={wishes.by} min={today} />
        </div>
        <p className="small quiet">{text('plan.new.target.hint', { index: whole(evidence.index), n: evidence.n, points: evidence.smallestChange })}</p>
        <TextField form={form} name="leadingName" label={text('plan.new.leading')} hint={text('plan.new.leading.hint')} optional initial={wishes.leadingName} />
        <div className="fields numbers">
          <TextField form={form} name="leadingStart" label={text('plan.new.leading.start')} optional inputMode="decimal" initial={wishes.leadingStart} />
          <TextField form={form} name="leadingGoal" label={text('plan.new.leading.goal')} optional inputMode="decimal" initial={wishes.leadingGoal} />
        </div>
        <TextField form={form} name="title" label={text('plan.new.name')} initial={wishes.title} />
      </Card>
    </>
  );
}

/** Links, not radios: the measures below follow the cause, and without JavaScript a page has to come for that. */
function CauseLinks({ cause, withCause }: Pick<PlanWishes, 'cause'> & Pick<Props, 'withCause'>) {
  const text = useText();
  return (
    <ul className="causes bare">
      {causes.map((one) => (
        <li key={one}>
          <Link to={withCause(one)} replace preventScrollReset aria-current={one === cause ? 'true' : undefined}>
            <span className="strong">{text(`plan.cause.${one}`)}</span>
            <span className="small quiet">{text(`plan.cause.hint.${one}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function MeasureChoice({ form, measures, chosen }: Pick<Props, 'form' | 'measures'> & { chosen: readonly string[] }) {
  const text = useText();
  if (measures.length === 0) return <p className="quiet">{text('plan.new.measures.none')}</p>;
  const choices = measures.map(({ id, title, controllability, effort, leadWeeks }) => ({
    value: id,
    label: title,
    hint: [text(`plan.measure.${controllability}`), text(`plan.measure.effort.${effort}`), text('plan.measure.weeks', { n: leadWeeks })].join(' · '),
  }));
  return <ChoiceGroup form={form} name="measures" kind="several" label={text('plan.new.measures')} hint={text('plan.new.measures.hint')} choices={choices} initial={chosen} />;
}
