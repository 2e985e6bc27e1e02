import { speaksAgainst, type PastCounting } from '#app/domain/past-surveys/counting.ts';
import type { PastLook } from '#app/domain/past-surveys/look.ts';
import type { PastSigns } from '#app/domain/past-surveys/signs.ts';
import { periodValue } from '#app/forms/past-counting.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';
import { SignList } from './sign-list.tsx';

interface Props {
  readonly form: ValidatedForm;
  readonly look: PastLook;
  readonly signs: PastSigns;
  /** Null while nothing was said. */
  readonly counting: PastCounting | null;
}

/** Who is counted: what was seen in the file, and what HR says. Nothing is chosen beforehand unless every row has an id of its own. */
export function CountingFields({ form, look, signs: { signs }, counting }: Props) {
  const text = useText();
  const against = signs.filter(({ kind }) => speaksAgainst(kind));
  const shown = counting !== null || (against.length === 0 && signs.some(({ kind }) => kind === 'id-single'));
  const nameOf = (at: number) => `${text('past.columns.name', { n: at + 1 })} · ${look.columns[at]?.name || text('past.columns.nameless')}`;
  const who = [
    { value: 'rows', label: text('past.counted.rows'), hint: text('past.counted.rows.hint') },
    { value: 'person', label: text('past.counted.person'), hint: text('past.counted.person.hint') },
  ];
  const waves = against.filter(({ kind }) => kind === 'periods').flatMap(({ column, header, labels }) => labels.map((label) => ({ value: periodValue(column, label), label: `${header}: ${label}` })));
  const repeats = (['refuse', 'first', 'last'] as const).map((value) => ({ value, label: text(`past.counted.repeated.${value}`) }));
  const columns = [...new Set(against.filter(({ kind }) => kind !== 'summaries').map(({ column }) => column))];
  const known = { person: counting?.person === null || !counting ? '' : String(counting.person), period: counting?.period ? periodValue(counting.period.column, counting.period.value) : '' };
  return (
    <Card title={text('past.counted.title')}>
      <p>{text('past.counted.text')}</p>
      <SignList signs={signs} />
      <ChoiceGroup form={form} name="counted" kind="one" label={text('past.counted.who')} choices={who} initial={shown ? [counting && counting.person !== null ? 'person' : 'rows'] : []} />
      <div className="past-question">
        <SelectField form={form} name="person" label={text('past.counted.column')} hint={text('past.counted.column.hint')} optional none={text('past.counted.column.none')} choices={look.columns.map((_, at) => ({ value: String(at), label: nameOf(at) }))} initial={known.person} />
        <SelectField form={form} name="repeated" label={text('past.counted.repeated')} hint={text('past.counted.repeated.hint')} choices={repeats} initial={counting?.repeated ?? 'refuse'} />
        {waves.length > 0 && <SelectField form={form} name="period" label={text('past.counted.period')} hint={text('past.counted.period.hint')} none={text('past.counted.period.none')} choices={waves} initial={known.period} />}
      </div>
      {against.some(({ kind }) => kind === 'summaries') && (
        <ChoiceGroup form={form} name="summaries" kind="several" label={text('past.counted.summaries')} choices={[{ value: 'yes', label: text('past.counted.summaries.yes') }]} initial={counting?.leaveOutSummaries ? ['yes'] : []} />
      )}
      {columns.length > 0 && (
        <ChoiceGroup form={form} name="disregard" kind="several" label={text('past.counted.disregard')} hint={text('past.counted.disregard.hint')} optional choices={columns.map((at) => ({ value: String(at), label: nameOf(at) }))} initial={counting?.disregarded.map(String) ?? []} />
      )}
    </Card>
  );
}

/** Where on the page an objection is answered. */
export function fieldOfObjection({ kind }: { readonly kind: string }): string {
  if (kind === 'questions') return 'layout';
  if (kind === 'periods') return 'period';
  if (kind === 'summaries') return 'summaries';
  if (kind === 'names-rows') return 'person';
  return kind === 'counts' || kind === 'groups' ? 'disregard' : 'counted';
}
