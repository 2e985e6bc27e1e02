// Comments by topic: no score, no day, no department beside a text.
import { Link } from '@remix-run/react';
import type { CommentsPage } from '#app/domain/reports/comments-page.ts';
import { useText } from '../text.ts';

export function CommentList({ page }: { page: CommentsPage }) {
  const text = useText();
  const address = (topic: string | null, number: number) => {
    const query = new URLSearchParams({ department: page.department });
    if (topic !== null) query.set('topic', topic);
    if (number > 1) query.set('page', String(number));
    return `?${query.toString()}`;
  };
  if (page.topics.length === 0) return <p className="quiet">{text('results.comments.none')}</p>;
  return (
    <div className="stack results">
      <p className="quiet">{text('results.comments.lead')}</p>
      <p className="row no-print">
        <Link className="chip" to={address(null, 1)} aria-current={page.topic === null ? 'true' : undefined}>
          {text('results.comments.all')}
        </Link>
        {page.topics.map((topic) => (
          <Link key={topic.id} className="chip" to={address(topic.id, 1)} aria-current={page.topic === topic.id ? 'true' : undefined}>
            {topic.label} <span className="num">{topic.count}</span>
          </Link>
        ))}
      </p>
      <ul className="comments">
        {page.comments.map((comment, at) => (
          <li key={at} className="card">
            <p>{comment.text}</p>
            <small className="quiet">{comment.topic}</small>
          </li>
        ))}
      </ul>
      {page.pages > 1 && (
        <nav className="row" aria-label={text('results.comments')}>
          {page.page > 1 && (
            <Link className="button" to={address(page.topic, page.page - 1)}>
              {text('results.comments.newer')}
            </Link>
          )}
          <span className="quiet">{text('results.comments.page', { page: page.page, pages: page.pages })}</span>
          {page.page < page.pages && (
            <Link className="button" to={address(page.topic, page.page + 1)}>
              {text('results.comments.older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}
