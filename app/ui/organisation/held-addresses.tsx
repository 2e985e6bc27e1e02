import { Link } from '@remix-run/react';
import type { HeldAddress } from '#app/domain/access/second-person.ts';
import { useText } from '#app/ui/text.ts';

function Release({ personId, name, refusal }: HeldAddress) {
  const text = useText();
  if (refusal !== null) return <span className="quiet small">{text(`addresses.not.${refusal}`)}</span>;
  return (
    <label className="choice">
      <input type="checkbox" name="people[]" value={personId} />
      <span>{text('addresses.choose', { name })}</span>
    </label>
  );
}

/** On a phone each row becomes a card; the column's name then stands before the cell. */
export function HeldAddresses({ held }: { held: readonly HeldAddress[] }) {
  const text = useText();
  const columns = [text('addresses.was'), text('addresses.became'), text('addresses.by'), text('addresses.state')] as const;
  const [was, became, by, state] = columns;
  return (
    <div className="card flush">
      <table className="table as-cards">
        <caption className="visually-hidden">{text('addresses.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('people.column.name')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {held.map((one) => (
            <tr key={one.personId}>
              <th scope="row">
                <Link to={`/people/${one.personId}`}>{one.name}</Link>
              </th>
              <td data-label={was}>{one.was ?? <span className="quiet">{text('addresses.nothing')}</span>}</td>
              <td data-label={became}>{one.became ?? <span className="quiet">{text('addresses.nothing')}</span>}</td>
              <td data-label={by}>
                {text.list(one.by.map((name) => name || text('privacy.log.by-command')))}
                <span className="quiet block small">{text.day(one.day)}</span>
              </td>
              <td data-label={state}>
                <Release {...one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
