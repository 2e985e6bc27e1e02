// A page that comes without a new document takes away what had the focus. Whoever has no mouse, or hears the page, then begins at its
// heading, as if it had been opened; a page that puts the focus somewhere itself keeps it there.
import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

export function useFocusOnArrival(): void {
  const { pathname, hash } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const main = document.getElementById('content');
    if (!main || hash !== '' || main.contains(document.activeElement)) return;
    const heading = main.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? main).focus({ preventScroll: true });
  }, [pathname, hash]);
}
