import type { TextareaHTMLAttributes } from 'react';
import { described, Field, type FieldProps } from './field.tsx';

type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | 'id'>;

export function TextArea({ form, name, label, hint, optional, needed, initial, ...area }: FieldProps & Area & { initial?: string }) {
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional} needed={needed}>
      <textarea {...area} {...form.field(name, initial)} {...described(form, name, hint)} aria-required={needed} />
    </Field>
  );
}
