import { Field, described, type FieldProps } from './field.tsx';

/** One file of the browser's own chooser. `accept` only helps to choose; what arrives is judged by what is in it. */
export function FileField({ form, name, label, hint, optional, accept }: FieldProps & { accept: string }) {
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional}>
      <input type="file" accept={accept} {...form.box(name)} id={`field-${name}`} aria-invalid={form.wrong(name) !== null} {...described(form, name, hint)} />
    </Field>
  );
}
