import { described, Label, Wrong, type FieldProps } from './field.tsx';
import type { Choice } from './select-field.tsx';

interface Props extends FieldProps {
  readonly choices: readonly Choice[];
  /** `several` draws check boxes and sends the name once for each. */
  readonly kind: 'one' | 'several';
  readonly initial?: readonly string[];
}

/** Radios or check boxes under one question. */
export function ChoiceGroup({ form, name, label, hint, optional, needed, choices, kind, initial }: Props) {
  const chosen = form.chosen(name, initial);
  return (
    <fieldset className="field" {...described(form, name, hint)}>
      <legend>
        <Label label={label} optional={optional} needed={needed} />
      </legend>
      {hint && (
        <span className="hint" id={`hint-${name}`}>
          {hint}
        </span>
      )}
      <div className="choices" id={`field-${name}`} tabIndex={-1}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input type={kind === 'one' ? 'radio' : 'checkbox'} value={choice.value} defaultChecked={chosen.includes(choice.value)} {...form.box(name)} />
            <span>
              {choice.label}
              {choice.hint && <span className="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <Wrong form={form} name={name} />
    </fieldset>
  );
}
