import { Link } from '@remix-run/react';
import type { TroubledLetter } from '#app/domain/notifications/troubled-letter.ts';
import type { TextKey } from '#app/text/text.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { useText } from '#app/ui/text.ts';

const columns = ['letters.column.to', 'letters.column.subject', 'letters.column.day', 'letters.column.state', 'letters.column.reason'] as const satisfies readonly TextKey[];

/** Letters the mail server did not take, in its own words. On a phone each row becomes a card. */
export function TroubledLetters({ letters }: { letters: readonly TroubledLetter[] }) {
  const text = useText();
  return (
    <div className="card flush">
      <table className="table as-cards">
        <caption className="visually-hidden">{text('letters.table')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {text(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {letters.map(({ id, to, personId, subject, day, reason, givenUp }) => (
            <tr key={id}>
              <th scope="row">{personId === null ? to : <Link to={`/people/${personId}`} aria-label={text('letters.mend', { to })}>{to}</Link>}</th>
              <td data-label={text('letters.column.subject')}>{subject}</td>
              <td data-label={text('letters.column.day')}>{text.day(day)}</td>
              <td>
                <Badge tone={givenUp ? 'late' : 'wait'}>{text(givenUp ? 'letters.given-up' : 'letters.waiting')}</Badge>
              </td>
              <td data-label={text('letters.column.reason')}>
                <span lang="en">{reason}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
