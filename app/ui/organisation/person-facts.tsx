import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { PersonView } from '#app/domain/access/listed-person.ts';
import { isLanguage, nameOfLanguage } from '#app/domain/kernel/language.ts';
import { useText } from '#app/ui/text.ts';

/** What the staff system says about one person. */
export function PersonFacts({ person }: { person: PersonView }) {
  const text = useText();
  const language = person.language !== null && isLanguage(person.language) ? nameOfLanguage(person.language) : null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text('people.column.employee-id'), person.employeeId ?? text('person.by-hand')],
    [text('people.column.email'), person.email ?? text('person.without-email')],
    [text('people.column.department'), person.department],
    [text('person.manager'), person.manager && <Link to={`/people/${person.manager.id}`}>{person.manager.name}</Link>],
    [text('person.heads'), person.heads.length > 0 && text.list(person.heads)],
    [text('person.site'), person.site],
    [text('person.joined-on'), person.joinedOn && text.day(person.joinedOn)],
    [text('person.left-on'), person.leftOn && text.day(person.leftOn)],
    [text('person.language'), language],
  ];
  return (
    <dl className="facts">
      {facts.map(([label, value]) =>
        value ? (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
