import { useNavigation } from '@remix-run/react';
import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import { useText } from '../text.ts';

type Button = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'onClick'>;

/** Sends its form once: while it is on its way it says so and cannot be pressed again. Stays reachable by keyboard. */
export function SubmitButton({ className = 'button primary', name, value, children, ...button }: Button) {
  const text = useText();
  const navigation = useNavigation();
  const busy = navigation.formMethod !== undefined && navigation.formMethod !== 'GET';
  const mine = busy && (name === undefined || navigation.formData?.get(name) === value);
  const onlyOnce = (event: MouseEvent) => {
    if (busy) event.preventDefault();
  };
  return (
    <button {...button} type="submit" name={name} value={value} className={className} aria-disabled={busy || undefined} onClick={onlyOnce}>
      {mine && <span className="spinner" aria-hidden="true" />}
      {children}
      {mine && (
        <span className="visually-hidden" role="status">
          {text('form.sending')}
        </span>
      )}
    </button>
  );
}
