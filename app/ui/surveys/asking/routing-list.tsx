import { Link } from '@remix-run/react';
import type { RoutedLines } from '#app/domain/surveys/asking/routed-lines.ts';
import type { Asking } from '#app/domain/surveys/asking/routing.ts';
import { Card } from '../../controls/card.tsx';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';
import { RoutedLine, RoutedRules } from './routed-to.tsx';

export interface RoutingRow {
  readonly id: string;
  readonly text: string;
  readonly k: number;
  readonly least: number;
  readonly asking: Asking | null;
  readonly lines: RoutedLines | null;
  readonly screens: boolean;
  readonly mayDepend: boolean;
  /** Why it cannot be sealed like this. */
  readonly said: string | null;
}

interface Props {
  readonly rows: readonly RoutingRow[];
  readonly everybody: number | null;
  /** The page on which this list stands. */
  readonly page: string;
  /** Said where nothing can be chosen. */
  readonly none: string;
}

/** Every question that may be asked of some, and whom it is asked of now. */
export function RoutingList({ rows, everybody, page, none }: Props) {
  const text = useText();
  if (rows.length === 0) {
    return (
      <Card>
        <p>{none}</p>
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
        <Link className="button" to={`${page}?${new URLSearchParams({ question: row.id }).toString()}`} aria-label={text('routing.change.of', { question: row.text })}>
          {text('routing.change')}
        </Link>
      }
    >
      {row.said && <Notice tone="warn">{row.said}</Notice>}
      {row.screens && <p className="quiet">{text('routing.screens')}</p>}
      {row.asking === null && <p>{everybody === null ? text('routing.everybody') : text('routing.everybody.of', { people: text('people.count', { n: everybody }) })}</p>}
      {row.lines && (
        <>
          <p>
            <RoutedLine to={row.lines.to} screener={row.lines.screener && text.of(row.lines.screener)} />
          </p>
          <RoutedRules lines={row.lines} k={row.k} />
        </>
      )}
    </Card>
  ));
}
