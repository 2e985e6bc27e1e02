// The choice between the report of one survey and that of its year.
import { Link } from '@remix-run/react';
import { useText } from '#app/ui/text.ts';

interface Props {
  /** Whose report, as in the address of the page. */
  readonly query: string;
  readonly year: string;
  readonly span: 'survey' | 'year';
}

export function ReportSpan({ query, year, span }: Props) {
  const text = useText();
  const choices = [
    { key: 'survey', to: query, label: text('report.span.survey') },
    { key: 'year', to: `${query}&span=year`, label: text('report.span.year', { year }) },
  ];
  return (
    <nav className="filters no-print" aria-label={text('report.span')}>
      <ul className="bare">
        {choices.map(({ key, to, label }) => (
          <li key={key}>
            <Link to={to} aria-current={span === key ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
