// The form of a plan, new or changed: four questions, each with a suggestion in it already. Nothing that is chosen loads another page,
// so nothing that was typed is lost.
import type { ReactNode } from 'react';
import { causes, type Cause } from '#app/domain/plans/cause.ts';
import { languages, nameOfLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import type { SaidElsewhere } from '#app/domain/plans/plan-texts.ts';
import type { EditPlanInput, NewPlanInput, typedTerms } from '#app/forms/plans.ts';
import type { Text, TextKey } from '#app/text/text.ts';
import { Card } from '../controls/card.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import { DayField } from '../forms/day-field.tsx';
import { NeededNote } from '../forms/needed-note.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { GoalFields } from './goal-fields.tsx';
import { LanguageFields } from './language-fields.tsx';
import { MeasureFields, type OfferedMeasure, type ShownClues } from './measure-fields.tsx';

/** What stands in the fields before anybody types. */
export interface PlanWishes extends ReturnType<typeof typedTerms> {
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
  readonly partners: readonly string[];
  readonly written: Language;
  /** What was given in other languages; nothing for a new plan. */
  readonly elsewhere?: Readonly<Record<Language, SaidElsewhere>>;
}

interface Props {
  readonly form: ValidatedForm;
  readonly wishes: PlanWishes;
  readonly measures: readonly OfferedMeasure[];
  readonly clues: ShownClues;
  readonly evidence: Pick<Evidence, 'index' | 'n' | 'smallestChange'> | null;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  /** The part between the measures and the goal. */
  readonly children?: ReactNode;
}

export function PlanFields({ form, wishes, measures, clues, evidence, others, today, children }: Props) {
  const text = useText();
  return (
    <>
      <NeededNote />
      <Card title={text('plan.new.step.1')}>
        <CauseFields form={form} wishes={wishes} today={today} />
      </Card>
      <Card title={text('plan.new.step.2')}>
        <MeasureFields form={form} measures={measures} clues={clues} wishes={wishes} />
      </Card>
      {children}
      <Card title={text('plan.new.step.4')}>
        <GoalFields form={form} wishes={wishes} evidence={evidence} today={today} />
        <TextField form={form} name="title" label={text('plan.new.name')} needed initial={wishes.title} />
        <PartnerFields form={form} others={others} chosen={wishes.partners} />
      </Card>
      <LanguageFields form={form} written={wishes.written} {...(wishes.elsewhere && { elsewhere: wishes.elsewhere })} />
    </>
  );
}

/** Every cause has fields of its own; the style sheet shows those of the chosen one, and all of them where it cannot. */
function CauseFields({ form, wishes, today }: Pick<Props, 'form' | 'wishes' | 'today'>) {
  const text = useText();
  const choices = causes.map((value) => ({ value, label: text(`plan.cause.${value}`), hint: text(`plan.cause.hint.${value}`) }));
  return (
    <div className="causes stack">
      <ChoiceGroup form={form} name="cause" kind="one" label={text('plan.form.causes')} needed choices={choices} initial={[wishes.cause]} />
      <div className="when-seen">
        <TextField form={form} name="valueFigure" label={text('plan.new.value-figure')} hint={text('plan.new.value-figure.hint')} needed initial={wishes.valueFigure} />
      </div>
      <div className="when-promised fields">
        <TextField form={form} name="promise" label={text('plan.new.promise')} needed initial={wishes.promise} />
        <DayField form={form} name="promiseDue" label={text('plan.new.promise.due')} needed initial={wishes.promiseDue} min={today} />
      </div>
    </div>
  );
}

function PartnerFields({ form, others, chosen }: Pick<Props, 'form' | 'others'> & { chosen: readonly string[] }) {
  const text = useText();
  if (others.length === 0) return null;
  return (
    <div className="partners">
      <Disclosure summary={text('plan.form.partners')} open={form.chosen('partners', chosen).length > 0}>
        <ChoiceGroup form={form} name="partners" kind="several" label={text('plan.form.partners')} hint={text('plan.form.partners.hint')} optional choices={others.map(({ id, name }) => ({ value: id, label: name }))} initial={chosen} />
      </Disclosure>
    </div>
  );
}

/** What was seen or said, where no figure is behind a plan. */
export function AboutField({ form }: Pick<Props, 'form'>) {
  const text = useText();
  return <TextArea form={form} name="about" label={text('plan.form.about')} hint={text('plan.form.about.hint')} needed rows={2} />;
}

type Unlabelled = `${string}-${Language}` | 'written' | 'request' | 'seen' | 'issue' | 'department' | 'dimension' | 'source' | 'provided' | 'then' | 'ownIsTalk';

/** What the fields are called in a list of problems. */
const labels: Readonly<Record<Exclude<keyof NewPlanInput | keyof EditPlanInput, Unlabelled>, TextKey>> = {
  about: 'plan.form.about',
  cause: 'plan.form.causes',
  valueFigure: 'plan.new.value-figure',
  promise: 'plan.new.promise',
  promiseDue: 'plan.new.promise.due',
  measures: 'plan.form.measures',
  own: 'plan.form.own',
  stepTitle: 'plan.new.first',
  stepOwner: 'plan.step.owner',
  stepDue: 'plan.step.due',
  target: 'plan.form.goal.index',
  by: 'plan.new.by',
  leadingName: 'plan.form.count',
  leadingStart: 'plan.new.leading.start',
  leadingGoal: 'plan.new.leading.goal',
  title: 'plan.new.name',
  partners: 'plan.form.partners',
  owner: 'plan.edit.owner',
  supports: 'supports.title',
};

const elsewhere: Readonly<Record<string, TextKey>> = { title: 'plan.new.name', own: 'plan.form.own', steps: 'plan.form.in.steps', leadingName: 'plan.form.count', promise: 'plan.new.promise' };

const inLanguages = (text: Text): [string, string][] =>
  languages.flatMap((language) => Object.entries(elsewhere).map(([name, key]): [string, string] => [`${name}-${language}`, text('plan.form.in.field', { field: text(key), language: nameOfLanguage(language) })]));

export const fieldLabels = (text: Text): Record<string, string> => Object.fromEntries([...Object.entries(labels).map(([name, key]): [string, string] => [name, text(key)]), ...inLanguages(text)]);
