// Comments as they were written: no score, no question, no day, no department beside a text.
import { Link } from '@remix-run/react';
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import type { CommentView, WordsPage } from '#app/domain/reports/comments-page.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';
import { PassOn, WordTools } from './pass-on.tsx';
import { Replies } from './word-replies.tsx';
import { ThemeList, WordSearch, type WordLook } from './word-themes.tsx';

export function CommentList({ page, look }: { page: WordsPage; look: WordLook }) {
  const text = useText();
  const address = (number: number) => addressOf(page, look, number);
  return (
    <div className="stack results">
      {page.instead !== null && <Notice>{text('words.instead', { department: page.instead })}</Notice>}
      <p className="quiet">{text(page.sight === 'all' ? 'results.comments.lead' : page.whole ? 'words.lead.all' : 'words.lead.heads', { n: fewestBesideText(page.survey.k) })}</p>
      {page.sight === 'all' && page.all > 0 && <PassOn page={page} />}
      {page.sight !== 'all' && page.passedOn === null && <p>{text('words.not-yet')}</p>}
      {page.sight !== 'all' && page.leftOut !== null && <p className="quiet">{text('words.left-out', { n: page.leftOut })}</p>}
      {page.sight === 'all' && page.all === 0 && <p className="quiet">{text('results.comments.none')}</p>}
      {page.all > 0 && <ThemeList page={page} look={look} />}
      {page.all > 0 && <WordSearch page={page} look={look} />}
      <ul className="comments">
        {page.comments.map((comment, at) => (
          <Comment key={at} page={page} comment={comment} />
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

function addressOf(page: WordsPage, { search, theme, written }: WordLook, number: number): string {
  const query = new URLSearchParams({ department: page.department });
  for (const [name, value] of Object.entries({ search, theme, written })) if (value) query.set(name, value);
  if (number > 1) query.set('page', String(number));
  return `?${query.toString()}`;
}

function Comment({ page, comment }: { page: WordsPage; comment: CommentView }) {
  const text = useText();
  return (
    <li className="card stack-tight">
      {comment.leftOut && (
        <div>
          <Badge>{text('words.is-left-out')}</Badge>
        </div>
      )}
      <p>{comment.text}</p>
      <Replies replies={comment.replies} />
      {page.mayAnswer && (
        <p className="small">
          <Link to={`/results/${page.survey.id}/comments/answer?${new URLSearchParams({ department: page.department, comment: comment.id }).toString()}`}>{text('words.answer')}</Link>
        </p>
      )}
      {page.sight === 'all' && (
        <p className="small">
          <Link to={`/results/${page.survey.id}/comments/propose?${new URLSearchParams({ department: page.department, comment: comment.id }).toString()}`}>{text('proposal.enter')}</Link>
        </p>
      )}
      {page.sight === 'all' && <WordTools page={page} comment={comment} />}
    </li>
  );
}
