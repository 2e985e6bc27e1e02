// Native radios and checkboxes with room for a thumb. A digit's key reaches the choice that carries it.
import { h } from '../element.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Shown before the label where choices are numbers. */
  readonly digit?: string;
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
        'data-digit': choice.digit,
        onchange: (event) => onchange(choice.value, (event.target as HTMLInputElement).checked),
      });
      const digit = choice.digit !== undefined && h('span', { class: 'digit num', 'aria-hidden': across ? null : 'true' }, choice.digit);
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
