import { Link } from '@remix-run/react';
import type { RoutedTo } from '#app/domain/surveys/routing.ts';
import { Card } from '../controls/card.tsx';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';
import { RoutedLine, RoutedRules } from './routed-to.tsx';

export interface RoutingRow {
  readonly id: string;
  readonly text: string;
  readonly k: number;
  readonly departments: readonly string[] | null;
  readonly to: RoutedTo | null;
  /** Why it cannot be sealed like this. */
  readonly said: string | null;
}

interface Props {
  readonly rows: readonly RoutingRow[];
  readonly everybody: number | null;
  /** Its id. */
  readonly survey: string;
}

/** Every question that may be asked of some, and whom it is asked of now. */
export function RoutingList({ rows, everybody, survey }: Props) {
  const text = useText();
  if (rows.length === 0) {
    return (
      <Card>
        <p>{text('routing.none')}</p>
        <p>
          <Link to="/surveys/own">{text('routing.none.write')}</Link>
        </p>
      </Card>
    );
  }
  return rows.map((row) => (
    <Card
      key={row.id}
      title={row.text}
      aside={
        <Link className="button" to={`/surveys/${survey}/routing?${new URLSearchParams({ question: row.id }).toString()}`} aria-label={text('routing.change.of', { question: row.text })}>
          {text('routing.change')}
        </Link>
      }
    >
      {row.said && <Notice tone="warn">{row.said}</Notice>}
      {row.departments === null && <p>{everybody === null ? text('routing.everybody') : text('routing.everybody.of', { people: text('people.count', { n: everybody }) })}</p>}
      {row.to && (
        <>
          <p>
            <RoutedLine to={row.to} />
          </p>
          <RoutedRules to={row.to} k={row.k} />
        </>
      )}
    </Card>
  ));
}
