import { Link } from '@remix-run/react';
import { useText } from '../text.ts';

/** A few birds of a flock. */
export function Brand() {
  const text = useText();
  return (
    <Link to="/" className="brand">
      <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" aria-hidden="true">
        <path d="M3 12c3-3 5-3 6.5 0c1.5-3 3.5-3 6.5 0" />
        <path d="M15 20c3-3 5-3 6.5 0c1.5-3 3.5-3 6.5 0" />
        <path d="M19 9c2-2 3.3-2 4.3 0c1-2 2.3-2 4.3 0" />
        <path d="M5 24c2-2 3.3-2 4.3 0c1-2 2.3-2 4.3 0" />
      </svg>
      {text('app.name')}
    </Link>
  );
}
