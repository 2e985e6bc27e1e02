// A form that the server alone checks, for pages that send no script. Drawn by the same fields as every other form, and refused in
// the same words.
import { saidOf, type FormReply } from '#app/text/form-reply.ts';
import { useText } from '../text.ts';
import type { FieldsForm } from './field.tsx';

export function usePostedForm(reply: FormReply | undefined): FieldsForm {
  const text = useText();
  const errors = reply?.errors ?? {};
  const [firstWrong] = Object.keys(errors);
  const typed = (name: string) => reply?.values[name];
  const textIn = (name: string, initial: string) => [typed(name) ?? initial].flat()[0] ?? '';
  return {
    errors,
    refusals: reply ? 1 : 0,
    said: (name) => saidOf(text, reply ?? { errors, words: {} }, name),
    wrong: (name) => errors[name] ?? null,
    hidden: (name, value) => ({ name, defaultValue: value }),
    box: (name) => ({ name }),
    chosen: (name, initial = []) => (reply ? [typed(name) ?? []].flat() : initial),
    field: (name, initial = '') => ({
      name,
      id: `field-${name}`,
      defaultValue: textIn(name, initial),
      autoFocus: name === firstWrong,
      'aria-invalid': name in errors,
      'aria-describedby': name in errors ? `wrong-${name}` : undefined,
    }),
  };
}
