// What will be done: own words first, beside them ready-made measures in an order that is explained.
import { ChoiceGroup } from '../forms/choice-group.tsx';
import { TextArea } from '../forms/text-area.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import type { PlanWishes } from './plan-form.tsx';

export interface OfferedMeasure {
  readonly id: string;
  readonly title: string;
  readonly kind: 'value' | 'awareness' | 'expectation';
  readonly controllability: 'department' | 'shared' | 'company';
  readonly effort: 'S' | 'M' | 'L';
  readonly leadWeeks: number;
  readonly answers: { readonly reason: string; readonly people: number } | null;
}

export interface ShownClues {
  readonly reasons: boolean;
  readonly awareness: { readonly question: string; readonly index: number; readonly rest: number; readonly says: 'not-seen' | 'seen' } | null;
}

interface Props {
  readonly form: ValidatedForm;
  readonly measures: readonly OfferedMeasure[];
  readonly clues: ShownClues;
  readonly wishes: Pick<PlanWishes, 'measures' | 'own' | 'ownIsTalk'>;
}

export function MeasureFields({ form, measures, clues, wishes }: Props) {
  const text = useText();
  return (
    <div className="stack">
      <TextArea form={form} name="own" label={text('plan.form.own')} hint={text('plan.form.own.hint')} initial={wishes.own} rows={2} />
      <label className="choice plain">
        <input type="checkbox" value="yes" defaultChecked={form.chosen('ownIsTalk', wishes.ownIsTalk ? ['yes'] : []).includes('yes')} {...form.box('ownIsTalk')} />
        <span>{text('plan.new.own.talk')}</span>
      </label>
      {measures.length === 0 ? <p className="quiet">{text('plan.new.measures.none')}</p> : <ReadyMade form={form} measures={measures} clues={clues} chosen={wishes.measures} />}
    </div>
  );
}

function ReadyMade({ form, measures, clues, chosen }: Pick<Props, 'form' | 'measures' | 'clues'> & { chosen: readonly string[] }) {
  const text = useText();
  const choices = measures.map(({ id, title, kind, controllability, effort, leadWeeks, answers }) => ({
    value: id,
    label: title,
    hint: [
      ...(answers ? [text('plan.form.answers', { reason: answers.reason, n: answers.people })] : []),
      text(`plan.form.kind.${kind}`), text(`plan.measure.${controllability}`), text(`plan.measure.effort.${effort}`), text('plan.measure.weeks', { n: leadWeeks }),
    ].join(' · '),
  }));
  return (
    <>
      <Why clues={clues} />
      <ChoiceGroup form={form} name="measures" kind="several" label={text('plan.form.measures')} hint={text('plan.form.measures.hint')} choices={choices} initial={chosen} />
    </>
  );
}

/** Why the measures stand in this order. */
function Why({ clues: { reasons, awareness } }: { clues: ShownClues }) {
  const text = useText();
  return (
    <div className="small quiet stack-tight">
      {reasons && <p>{text('plan.form.order.reasons')}</p>}
      {awareness && <p>{text(`plan.form.order.${awareness.says}`, { question: awareness.question, index: awareness.index, rest: awareness.rest })}</p>}
      <p>{text('plan.form.order.reach')}</p>
    </div>
  );
}
