// Somebody found by typing a name or a department: the browser's own list, which works without a script and with a keyboard.
import { TextField } from '../forms/text-field.tsx';
import type { FieldProps } from '../forms/field.tsx';
import { useText } from '../text.ts';

interface Props extends Pick<FieldProps, 'form' | 'name' | 'label'> {
  readonly people: readonly { readonly id: string; readonly called: string }[];
  readonly initial: string;
}

export function OwnerField({ form, name, label, people, initial }: Props) {
  const text = useText();
  return (
    <>
      <TextField form={form} name={name} label={label} hint={text('plan.form.owner.hint')} needed initial={initial} list={`list-${name}`} autoComplete="off" />
      <datalist id={`list-${name}`}>
        {people.map(({ id, called }) => (
          <option key={id} value={called} />
        ))}
      </datalist>
    </>
  );
}
