import type { TextareaHTMLAttributes } from 'react';
import { described, Field, type FieldProps } from './field.tsx';

type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | 'id'>;

export function TextArea({ form, name, label, hint, optional, initial, ...area }: FieldProps & Area & { initial?: string }) {
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional}>
      <textarea {...area} {...form.field(name, initial)} {...described(form, name, hint)} />
    </Field>
  );
}
