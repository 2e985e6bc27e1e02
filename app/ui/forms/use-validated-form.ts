// One form for both sides: works as a plain post before the script arrives, then validates with the same schema in the browser.
// react-hook-form gets no default values: it adopts what stands in the page, so text typed before hydration stays.
import { valibotResolver } from '@hookform/resolvers/valibot';
import { useSubmit } from '@remix-run/react';
import type { FormEvent } from 'react';
import { useForm, type FieldValues } from 'react-hook-form';
import type * as v from 'valibot';
import type { Details } from '#app/domain/kernel/outcome.ts';

export interface Reply {
  readonly errors: Readonly<Record<string, string>>;
  readonly details?: Details;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

export interface ValidatedForm {
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  /** Attributes of a field; `initial` stands in it unless the server sent back what was typed. */
  field(name: string, initial?: string): { name: string; id: string; defaultValue: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
  hidden(name: string, value: string): { name: string; defaultValue: string };
  /** The code of what is wrong, or null. */
  wrong(name: string): string | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly details: Details;
}

export function useValidatedForm<Input extends FieldValues>(
  schema: v.GenericSchema<FieldValues, Input>,
  reply: Reply | undefined,
): ValidatedForm {
  const submit = useSubmit();
  const { register, handleSubmit, formState } = useForm<FieldValues>({ resolver: valibotResolver(schema) as never, mode: 'onTouched' });
  const errors: Record<string, string> = { ...reply?.errors };
  for (const [name, error] of Object.entries(formState.errors)) errors[name] = String(error?.message ?? 'required');
  const valueOf = (name: string, initial: string) => {
    const typed = reply?.values[name];
    return typeof typed === 'string' ? typed : initial;
  };
  return {
    errors,
    details: reply?.details ?? {},
    wrong: (name) => errors[name] ?? null,
    hidden: (name, value) => ({ ...register(name), defaultValue: value }),
    field: (name, initial = '') => ({
      ...register(name),
      id: `field-${name}`,
      defaultValue: valueOf(name, initial),
      'aria-invalid': name in errors,
      'aria-describedby': name in errors ? `wrong-${name}` : undefined,
    }),
    onSubmit: (event) => {
      const form = event.currentTarget;
      const { submitter } = event.nativeEvent as SubmitEvent;
      void handleSubmit(() => submit(submitter instanceof HTMLElement ? (submitter as HTMLButtonElement) : form, { method: 'post' }))(event);
    },
  };
}
