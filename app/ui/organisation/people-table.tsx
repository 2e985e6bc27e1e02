import { Link } from '@remix-run/react';
import type { GrantedRole } from '#app/domain/access/granted-role.ts';
import type { ListedPerson } from '#app/domain/access/listed-person.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { useText } from '#app/ui/text.ts';

function RoleBadges({ roles }: { roles: readonly GrantedRole[] }) {
  const text = useText();
  return (
    <span className="row tight">
      {roles.map((role) => (
        <Badge key={role} tone="accent">
          {text(`role.${role}`)}
        </Badge>
      ))}
    </span>
  );
}

/** On a phone each row becomes a card; the column's name then stands before the cell. */
export function PeopleTable({ people }: { people: readonly ListedPerson[] }) {
  const text = useText();
  return (
    <div className="card flush">
      <table className="table as-cards">
        <caption className="visually-hidden">{text('people.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('people.column.name')}</th>
            <th scope="col">{text('people.column.employee-id')}</th>
            <th scope="col">{text('people.column.department')}</th>
            <th scope="col">{text('people.column.email')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <span className="row tight">
                  <Link to={`/people/${person.id}`}>{person.name}</Link>
                  <RoleBadges roles={person.roles} />
                </span>
              </th>
              <td data-label={text('people.column.employee-id')}>{person.employeeId ?? <span className="quiet">{text('person.by-hand')}</span>}</td>
              <td data-label={text('people.column.department')}>{person.department}</td>
              <td data-label={text('people.column.email')}>{person.email ?? <span className="quiet">{text('person.nothing')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
