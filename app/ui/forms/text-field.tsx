import type { InputHTMLAttributes } from 'react';
import { useText } from '../text.ts';
import type { ValidatedForm } from './use-validated-form.ts';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'form' | 'name' | 'id'> {
  form: ValidatedForm;
  name: string;
  label: string;
  hint?: string;
  initial?: string;
}

export function TextField({ form, name, label, hint, initial, ...input }: Props) {
  const text = useText();
  const wrong = form.wrong(name);
  return (
    <div className="field">
      <label htmlFor={`field-${name}`}>{label}</label>
      {hint && <span className="hint">{hint}</span>}
      <input type="text" {...input} {...form.field(name, initial)} />
      {wrong && (
        <span className="wrong" id={`wrong-${name}`}>
          {text.code('error', wrong, form.details)}
        </span>
      )}
    </div>
  );
}
