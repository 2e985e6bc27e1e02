// A confirmation where something was done. It takes the focus only where the control that had it is gone, so that a tap keeps its place.
import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Deed } from '#app/domain/plans/deed.ts';
import { Icon } from '../controls/icon.tsx';
import { useText } from '../text.ts';

interface Props {
  /** What was done, anywhere on the page; null where nothing was, or where it was refused. */
  readonly did: Deed | null;
  /** What this place speaks of. */
  readonly here: readonly Deed[];
}

export function Done({ did, here }: Props) {
  const text = useText();
  const { key } = useLocation();
  const line = useRef<HTMLParagraphElement>(null);
  const shown = did !== null && here.includes(did);
  useEffect(() => {
    if (!shown) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) line.current?.focus();
    // Loaded again or passed on, the address must not claim that something was just done.
    const bare = new URL(location.href);
    bare.searchParams.delete('did');
    history.replaceState(history.state, '', bare);
  }, [shown, key]);
  return (
    <div role="status" className="done-place">
      {shown && (
        <p id="done" className="done" tabIndex={-1} ref={line}>
          <Icon name="check" />
          <span>{text(`plan.done.${did}`)}</span>
        </p>
      )}
    </div>
  );
}

/** Inside a form: a browser without a script says so, and is taken to the confirmation. */
export function Plain() {
  return (
    <noscript>
      <input type="hidden" name="plain" value="yes" />
    </noscript>
  );
}
