// Inside a form with much to type: what was sent and did not arrive, because the session had ended or the connection broke, stands in it
// again when it is opened next.
import { useNavigation } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';
import { forgetUnsent, keepUnsent, keyFrom, unsentFor, type Pairs } from './unsent.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** As if it had been typed, so that whatever listens to the field hears of it. */
function type(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const { prototype } = control instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

function fill(control: Control, values: readonly string[]): void {
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
    if (control.checked !== values.includes(control.value) && !(control.type === 'radio' && control.checked)) control.click();
  } else if (control instanceof HTMLSelectElement) {
    control.value = values[0] ?? control.value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (values[0] !== undefined && control.value !== values[0]) type(control, values[0]);
}

function fillForm(form: HTMLFormElement, pairs: Pairs): void {
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) || control.name === '') continue;
    fill(control, pairs.filter(([name]) => name === control.name).map(([, value]) => value));
  }
}

const pairsOf = (form: HTMLFormElement): [string, string][] => [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');

async function ownKey(): Promise<CryptoKey | null> {
  const answer = await fetch('/form-key', { redirect: 'error' });
  const { key } = (await answer.json()) as { readonly key: string | null };
  return key === null ? null : keyFrom(key);
}

/** Where the form leads while it is open: read at once, for the address has changed by the time it is gone. */
const here = () => location.pathname + location.search;

const signIn = '/sign-in';

/** Whether the server took what was sent and led on. Where it did not arrive, the page that is loaded is the one it was sent to. */
function useTaken(): () => boolean {
  const { state, location: to } = useNavigation();
  const sentTo = useRef<string | null>(null);
  const taken = useRef(false);
  useEffect(() => {
    if (state === 'submitting') sentTo.current = to.key;
    else if (state === 'loading' && sentTo.current !== null) taken.current = to.key !== sentTo.current && to.pathname !== signIn;
  }, [state, to]);
  return useCallback(() => taken.current, []);
}

export function KeptForm() {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [restored, setRestored] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const taken = useTaken();
  useEffect(() => {
    const form = place.current?.closest('form');
    const path = here();
    let key: CryptoKey | null = null;
    // What somebody else left here is not ours to take away.
    let own = false;
    const keep = () => {
      if (!key || !form) return;
      own = true;
      void keepUnsent(key, path, pairsOf(form)).catch(() => undefined);
    };
    const begin = async () => {
      key = await ownKey();
      const pairs = key && (await unsentFor(key, path));
      if (pairs && form) {
        own = true;
        fillForm(form, pairs);
        setRestored(true);
      }
      setKeeping(key !== null);
    };
    void begin().catch(() => undefined);
    form?.addEventListener('submit', keep, true);
    return () => {
      form?.removeEventListener('submit', keep, true);
      const left = here() !== path && location.pathname !== signIn;
      if (own && (taken() || left)) forgetUnsent();
    };
  }, [taken]);
  return (
    <div ref={place} role="status" className="done-place" data-keeps={keeping || undefined}>
      {restored && <Notice tone="info">{text('form.restored')}</Notice>}
    </div>
  );
}
