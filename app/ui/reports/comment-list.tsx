// Comments as they were written: no score, no question, no day, no department beside a text.
import { Link } from '@remix-run/react';
import { fewestBesideText } from '#app/domain/surveys/own-words.ts';
import type { CommentsPage } from '#app/domain/reports/comments-page.ts';
import { useText } from '#app/ui/text.ts';

export function CommentList({ page }: { page: CommentsPage }) {
  const text = useText();
  const address = (number: number) => {
    const query = new URLSearchParams({ department: page.department });
    if (number > 1) query.set('page', String(number));
    return `?${query.toString()}`;
  };
  if (page.total === 0) return <p className="quiet">{text('results.comments.none')}</p>;
  return (
    <div className="stack results">
      <p className="quiet">{text('results.comments.lead', { n: fewestBesideText(page.survey.k) })}</p>
      <ul className="comments">
        {page.comments.map((comment, at) => (
          <li key={at} className="card">
            <p>{comment}</p>
          </li>
        ))}
      </ul>
      {page.pages > 1 && (
        <nav className="row" aria-label={text('results.comments')}>
          {page.page > 1 && (
            <Link className="button" to={address(page.page - 1)}>
              {text('results.comments.newer')}
            </Link>
          )}
          <span className="quiet">{text('results.comments.page', { page: page.page, pages: page.pages })}</span>
          {page.page < page.pages && (
            <Link className="button" to={address(page.page + 1)}>
              {text('results.comments.older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}
