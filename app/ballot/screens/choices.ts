// Native radios and checkboxes with room for a thumb. A digit's key reaches its choice, whether the digit is shown or not.
import { h } from '../element.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The digit whose key chooses it. */
  readonly key?: string;
  /** Whether the digit is shown before the label: where choices are points of a scale. */
  readonly digit?: boolean;
  /** Drawn apart from the others: it is no point of the scale. */
  readonly apart?: boolean;
}

export interface Choosing {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onchange: (value: string, checked: boolean) => void;
}

/** One row per choice, or a row of numbers where `across`. */
export function choiceList({ type, name, choices, chosen, onchange }: Choosing, across = false): HTMLElement {
  return h(
    'div',
    { class: across ? 'choices across' : 'choices' },
    ...choices.map((choice) => {
      const input = h('input', {
        type,
        name,
        value: choice.value,
        checked: chosen.includes(choice.value),
        'data-digit': choice.key,
        onchange: (event) => onchange(choice.value, (event.target as HTMLInputElement).checked),
      });
      const digit = choice.digit && h('span', { class: 'digit num', 'aria-hidden': across ? null : 'true' }, choice.key ?? '');
      const label = h('span', { class: across ? 'hidden' : 'label' }, choice.label);
      return h('label', { class: choice.apart ? 'choice apart' : 'choice' }, input, digit, label);
    }),
  );
}

/** Chooses as if tapped the choice of a digit's key; true where there was one. */
export function chooseByDigit(within: HTMLElement, key: string): boolean {
  const input = within.querySelector<HTMLInputElement>(`input[data-digit="${CSS.escape(key)}"]`);
  if (!input) return false;
  input.focus();
  input.click();
  return true;
}
