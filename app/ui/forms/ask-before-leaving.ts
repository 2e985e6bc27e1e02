// What was typed and not kept is lost with the page: whoever goes on to another one is asked first.
import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useCallback, useEffect, useState } from 'react';

/** Tell it of every change, and of what was sent. A form goes to the page it stands on, which is no leaving. */
export function useAskBeforeLeaving(question: string): { readonly typed: () => void; readonly sent: () => void } {
  const [isTyped, setTyped] = useState(false);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isTyped && (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search));
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useBeforeUnload(useCallback((event) => isTyped && event.preventDefault(), [isTyped]));
  return { typed: () => setTyped(true), sent: () => setTyped(false) };
}
