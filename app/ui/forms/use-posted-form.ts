// A form that the server alone checks: where it has one field, whoever opens it does not wait for a form library. Drawn by the same
// fields as every other form, and refused in the same words.
import { useEffect } from 'react';
import { saidOfCode, type FormReply } from '#app/text/form-reply.ts';
import { useText } from '../text.ts';
import type { FieldsForm } from './field.tsx';

export function usePostedForm(reply: FormReply | undefined): FieldsForm {
  const text = useText();
  const errors = reply?.errors ?? {};
  useEffect(() => {
    const [first] = Object.keys(reply?.errors ?? {});
    if (first) document.getElementById(`field-${first}`)?.focus();
  }, [reply]);
  const typed = (name: string) => reply?.values[name];
  const textIn = (name: string, initial: string) => [typed(name) ?? initial].flat()[0] ?? '';
  return {
    errors,
    refusals: reply ? 1 : 0,
    said: (code) => saidOfCode(text, reply, code),
    wrong: (name) => errors[name] ?? null,
    hidden: (name, value) => ({ name, defaultValue: value }),
    box: (name) => ({ name }),
    chosen: (name, initial = []) => (reply ? [typed(name) ?? []].flat() : initial),
    field: (name, initial = '') => ({
      name,
      id: `field-${name}`,
      defaultValue: textIn(name, initial),
      'aria-invalid': name in errors,
      'aria-describedby': name in errors ? `wrong-${name}` : undefined,
    }),
  };
}
