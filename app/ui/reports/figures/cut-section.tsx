// The tables by background of the department looked at: one at a time, chosen among those that were published. On paper all of them.
import { Link } from '@remix-run/react';
import type { CutsView } from '#app/domain/reports/cut-view.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { CutChart } from './cut-chart.tsx';
import { CutTable } from './cut-table.tsx';

interface Props {
  readonly cuts: CutsView;
  /** Brought from a file: nothing was declared before. */
  readonly past?: boolean;
  /** Address of this page with these choices. */
  readonly addressOf: (choice: Readonly<Record<string, string>>) => string;
}

const here = 'by-background';

export function CutSection({ cuts, past = false, addressOf }: Props) {
  const text = useText();
  const { tables, chosen, elsewhere } = cuts;
  if (tables.length + elsewhere.length === 0) return null;
  const to = (choice: Readonly<Record<string, string>>) => `${addressOf(choice)}#${here}`;
  return (
    <div id={here}>
      <Card title={text('results.cuts')}>
        <p className="quiet">{text(past ? 'past.cuts.lead' : 'results.cuts.lead')}</p>
        {tables.length > 1 && (
          <nav className="row no-print" aria-label={text('results.cuts.choose')}>
            {tables.map((table) => (
              <Link key={table.question} className="chip" to={to({ cut: table.question })} aria-current={table.question === chosen?.question ? 'true' : undefined} preventScrollReset>
                {table.label}
              </Link>
            ))}
          </nav>
        )}
        {tables.map((table) => {
          const shown = table.question === chosen?.question;
          const drawn = shown ? chosen.item : null;
          return (
            <div key={table.question} className={shown ? 'stack' : 'stack print-only'}>
              <h3>{table.text}</h3>
              {drawn !== null && <CutChart cut={table} item={drawn} />}
              <CutTable cut={table} drawn={drawn} addressOf={(item) => to({ cut: table.question, item })} />
            </div>
          );
        })}
        {tables.length > 0 && (
          <p className="quiet small">
            {text('results.cuts.key')} <span className="no-print">{text('results.cuts.draw')}</span>
          </p>
        )}
        {elsewhere.length > 0 && (
          <p className="row no-print">
            <span>{text('results.cuts.elsewhere')}</span>
            {elsewhere.map((place) => (
              <Link key={place.id} className="chip" to={to({ department: place.id })}>
                {place.name}
              </Link>
            ))}
          </p>
        )}
      </Card>
    </div>
  );
}
