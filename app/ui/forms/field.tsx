// Label, hint and what is wrong, the same around every control.
import type { ReactNode } from 'react';
import { Icon } from '../controls/icon.tsx';
import { useText } from '../text.ts';
import type { ValidatedForm } from './use-validated-form.ts';

/** What fields need of a form, whoever checks it. */
export type FieldsForm = Omit<ValidatedForm, 'onSubmit'>;

export interface FieldProps {
  readonly form: FieldsForm;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Says «optional» beside the label; everything else is needed. */
  readonly optional?: boolean;
  /** Marks it, where a form says that marked fields are needed. */
  readonly needed?: boolean;
}

export function Wrong({ form, name }: Pick<FieldProps, 'form' | 'name'>) {
  if (!form.wrong(name)) return null;
  return (
    <span className="wrong" id={`wrong-${name}`}>
      <Icon name="warning" />
      <span>{form.said(name)}</span>
    </span>
  );
}

export function Label({ label, optional = false, needed = false }: Pick<FieldProps, 'label' | 'optional' | 'needed'>) {
  const text = useText();
  return (
    <>
      {label}
      {needed && (
        <span className="needed" aria-hidden="true">
          {' *'}
        </span>
      )}
      {optional && <span className="optional"> ({text('field.optional')})</span>}
    </>
  );
}

export function Field({ form, name, label, hint, optional, needed, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={`field-${name}`}>
        <Label label={label} optional={optional} needed={needed} />
      </label>
      {hint && (
        <span className="hint" id={`hint-${name}`}>
          {hint}
        </span>
      )}
      {children}
      <Wrong form={form} name={name} />
    </div>
  );
}

/** Joins the hint to what is wrong, so that both are spoken with the control. */
export function described(form: FieldsForm, name: string, hint: ReactNode): { 'aria-describedby': string | undefined } {
  const ids = [hint ? `hint-${name}` : null, form.wrong(name) ? `wrong-${name}` : null].filter((id) => id !== null);
  return { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined };
}
