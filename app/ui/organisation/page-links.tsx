import { Link, useSearchParams } from '@remix-run/react';
import { useText } from '#app/ui/text.ts';

/** One page back, one on; keeps what was searched for. `at`: the part of the page that is leafed through. */
export function PageLinks({ page, pages, at }: { page: number; pages: number; at?: string }) {
  const text = useText();
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(search);
    next.set('page', String(number));
    return `?${next}${at ? `#${at}` : ''}`;
  };
  return (
    <nav className="row" aria-label={text('people.pages')}>
      {page > 1 && (
        <Link className="button small" to={to(page - 1)} rel="prev">
          {text('people.page.previous')}
        </Link>
      )}
      <span className="quiet small">{text('people.page', { page: text.number(page), pages: text.number(pages) })}</span>
      {page < pages && (
        <Link className="button small" to={to(page + 1)} rel="next">
          {text('people.page.next')}
        </Link>
      )}
    </nav>
  );
}
