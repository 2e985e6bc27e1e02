import type { SelectHTMLAttributes } from 'react';
import { described, Field, type FieldProps } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Choices of one group stand together under its name. */
  readonly group?: string;
}

type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | 'id'>;

interface Props extends FieldProps, Select {
  readonly choices: readonly Choice[];
  readonly initial?: string;
  /** Words of the empty choice; without it the first choice stands. */
  readonly none?: string;
}

export function SelectField({ form, name, label, hint, optional, needed, choices, initial, none, ...select }: Props) {
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional} needed={needed}>
      <select {...select} {...form.field(name, initial)} {...described(form, name, hint)} aria-required={needed}>
        {none !== undefined && <option value="">{none}</option>}
        {inGroups(choices).map(([group, members]) => (group === undefined ? options(members) : (
          <optgroup key={group} label={group}>
            {options(members)}
          </optgroup>
        )))}
      </select>
    </Field>
  );
}

function options(choices: readonly Choice[]) {
  return choices.map((choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  ));
}

function inGroups(choices: readonly Choice[]): [string | undefined, Choice[]][] {
  const groups = new Map<string | undefined, Choice[]>();
  for (const choice of choices) groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  return [...groups];
}
