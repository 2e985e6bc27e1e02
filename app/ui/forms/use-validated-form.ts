// One form for both sides: works as a plain post before the script arrives, then validates with the same schema in the browser.
// react-hook-form gets no default values: it adopts what stands in the page, so text typed before hydration stays.
import { valibotResolver } from '@hookform/resolvers/valibot';
import { useSubmit } from '@remix-run/react';
import { useEffect, useState, type FormEvent } from 'react';
import { useForm, type FieldValues, type UseFormRegisterReturn } from 'react-hook-form';
import type * as v from 'valibot';
import { saidOf, type FormReply } from '#app/text/form-reply.ts';
import type { ErrorCode } from '#app/text/text.ts';
import { useText } from '../text.ts';
import { afterPress, seePresses } from './after-press.ts';

/** The name of a button that looks for something in the form and stays in it. */
export const looking = 'looking';

export interface ValidatedForm {
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  /** Attributes of a field; `initial` stands in it unless the server sent back what was typed. */
  field(name: string, initial?: string): { name: string; id: string; defaultValue: string; autoFocus?: boolean; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
  hidden(name: string, value: string): { name: string; defaultValue: string };
  /** Attributes of one check box or radio of a group; which are ticked is `chosen`. */
  box(name: string): Pick<UseFormRegisterReturn, 'name'> & Partial<UseFormRegisterReturn>;
  /** The ticked values of a group: what the server sent back, else `initial`. */
  chosen(name: string, initial?: readonly string[]): readonly string[];
  /** The code of what is wrong, or null. */
  wrong(name: string): ErrorCode | null;
  readonly errors: Readonly<Record<string, ErrorCode>>;
  /** What is said of a field that is wrong. */
  said(name: string): string;
  /** How often the form was refused, here or by the server; 0 while nothing was sent. */
  readonly refusals: number;
}

/** react-hook-form takes the first ticked box of a group for a single one and ticks all others with it: what stood in the page stays. */
function keepingTicks(field: UseFormRegisterReturn): UseFormRegisterReturn {
  return {
    ...field,
    ref: (box) => {
      const group = box instanceof HTMLInputElement && box.form ? [...box.form.elements].filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === field.name) : [];
      const ticked = group.map((one) => one.checked);
      field.ref(box);
      if (box instanceof HTMLInputElement && box.type === 'checkbox') group.forEach((one, index) => (one.checked = ticked[index] ?? false));
    },
  };
}

/** What is wrong with a field that is left is not said under a press. */
function leftByPress(field: UseFormRegisterReturn): UseFormRegisterReturn {
  return {
    ...field,
    onBlur: async (event: unknown) => afterPress(() => void field.onBlur(event as Parameters<typeof field.onBlur>[0])),
  };
}

/** `asks`: what is wrong is sent all the same, because the server has more to say of the other fields. */
export function useValidatedForm<Input extends FieldValues>(
  schema: v.GenericSchema<FieldValues, Input>,
  reply: FormReply | undefined,
  { asks = false }: { readonly asks?: boolean } = {},
): ValidatedForm {
  const text = useText();
  const submit = useSubmit();
  const { register: registered, handleSubmit, formState } = useForm<FieldValues>({ resolver: valibotResolver(schema) as never, mode: 'onTouched' });
  const register = (name: string): UseFormRegisterReturn => leftByPress(registered(name));
  useEffect(seePresses, []);
  // A form that comes back with what somebody looked for was not refused.
  const isRefused = reply !== undefined && Object.keys(reply.errors).length > 0;
  const [refusals, setRefusals] = useState(isRefused ? 1 : 0);
  const countRefusal = () => setRefusals((count) => count + 1);
  useEffect(() => {
    if (isRefused) countRefusal();
  }, [reply, isRefused]);
  // What the browser finds itself it also sees mended; of that the reply knows no more than it does.
  const [foundHere, setFoundHere] = useState<readonly string[]>([]);
  const errors: Record<string, ErrorCode> = Object.fromEntries(Object.entries(reply?.errors ?? {}).filter(([name]) => !foundHere.includes(name)));
  for (const [name, error] of Object.entries(formState.errors)) errors[name] = text.errorCode(String(error?.message ?? 'required'));
  const valueOf = (name: string, initial: string) => {
    const typed = reply?.values[name];
    return typeof typed === 'string' ? typed : initial;
  };
  return {
    errors,
    refusals,
    said: (name) => (name in formState.errors || !reply ? text.error(errors[name] ?? 'not-understood') : saidOf(text, reply, name)),
    wrong: (name) => errors[name] ?? null,
    hidden: (name, value) => ({ ...register(name), defaultValue: value }),
    box: (name) => keepingTicks(register(name)),
    chosen: (name, initial = []) => (reply ? [reply.values[name] ?? []].flat() : initial),
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
      const send = () => submit(submitter instanceof HTMLElement ? (submitter as HTMLButtonElement) : form, { method: 'post', preventScrollReset: submitter instanceof HTMLButtonElement && submitter.name === looking });
      const refuse = (found: object) => {
        setFoundHere(Object.keys(found));
        if (asks) send();
        else countRefusal();
      };
      const sendWhole = () => {
        setFoundHere([]);
        send();
      };
      void handleSubmit(sendWhole, refuse)(event);
    },
  };
}
