import type { NamedDepartment } from '#app/domain/past-surveys/named-department.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly form: ValidatedForm;
  /** `at`: the number of its field. */
  readonly departments: readonly (NamedDepartment & { readonly at: number })[];
  readonly today: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
}

/** Each choice is a list of all departments: more than so many would make a page nobody can load. */
const mostChosen = 100;

export function PlaceFields({ form, departments, today }: Props) {
  const text = useText();
  const open = departments.filter(({ matched }) => !matched);
  const matched = departments.filter((one) => one.matched);
  const rest = open.slice(mostChosen);
  return (
    <>
      <Card title={open.length > 0 ? text('past.names.open', { n: open.length }) : text('past.step.names')}>
        <p>{open.length > 0 ? text('past.names.open.text') : text('past.names.none-open')}</p>
        <Places form={form} departments={open.slice(0, mostChosen)} today={today} />
        {rest.length > 0 && <p className="quiet">{text('past.names.more', { n: rest.length, names: rest.map(({ name }) => name).join(' · ') })}</p>}
      </Card>
      {matched.length > 0 && (
        <Disclosure summary={text('past.names.matched', { n: matched.length })}>
          {matched.length <= mostChosen ? <Places form={form} departments={matched} today={today} /> : <p>{text.list(matched.map(({ name }) => name))}</p>}
        </Disclosure>
      )}
    </>
  );
}

function Places({ form, departments, today }: Props) {
  const text = useText();
  const choices = today.map(({ id, name, depth }) => ({ value: id, label: '\u2003'.repeat(depth) + name }));
  return (
    <div className="past-places">
      {departments.map(({ at, name, place }) => (
        <SelectField key={at} form={form} name={`place-${at}`} label={name === '' ? text('past.names.nothing') : name} none={text('past.names.only-then')} choices={choices} initial={place ?? ''} />
      ))}
    </div>
  );
}
