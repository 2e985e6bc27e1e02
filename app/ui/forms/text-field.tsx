import type { InputHTMLAttributes } from 'react';
import { described, Field, type FieldProps } from './field.tsx';

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'id'>;

export function TextField({ form, name, label, hint, optional, needed, initial, ...input }: FieldProps & Input & { initial?: string }) {
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional} needed={needed}>
      <input type="text" {...input} {...form.field(name, initial)} {...described(form, name, hint)} aria-required={needed} />
    </Field>
  );
}
