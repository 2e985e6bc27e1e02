import type { ReactNode } from 'react';
import type { DifferenceShown, Shortened } from '#app/domain/organisation/difference-shown.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { useText } from '#app/ui/text.ts';

interface PartProps<T> {
  readonly title: string;
  readonly list: Shortened<T>;
  readonly draw: (entry: T) => ReactNode;
}

function Part<T>({ title, list, draw }: PartProps<T>) {
  const text = useText();
  if (list.count === 0) return null;
  return (
    <Disclosure summary={`${title} (${text.number(list.count)})`}>
      <ul className="list small">
        {list.first.map((entry, index) => (
          <li key={index}>{draw(entry)}</li>
        ))}
      </ul>
      {list.count > list.first.length && <p className="quiet">{text('import.and-more', { n: list.count - list.first.length })}</p>}
    </Disclosure>
  );
}

function Counts({ difference }: { difference: DifferenceShown }) {
  const text = useText();
  const counts = [
    { label: text('import.joined'), value: difference.joined.count },
    { label: text('import.left'), value: difference.left.count },
    { label: text('import.moved'), value: difference.moved.count },
    { label: text('import.changed'), value: difference.changed.count, note: text('import.unchanged', { n: text.number(difference.unchanged) }) },
  ];
  return (
    <dl className="tiles difference">
      {counts.map(({ label, value, note }) => (
        <div key={label} className="tile">
          <dt>{label}</dt>
          <dd>{text.number(value)}</dd>
          {note && <dd className="note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Everything an import would do, by kind; long lists are cut and counted. */
export function DifferenceView({ difference }: { difference: DifferenceShown }) {
  const text = useText();
  const fromTo = (from: string, to: string) => text('import.from-to', { from, to });
  return (
    <div className="stack">
      <Counts difference={difference} />
      <div>
        <Part title={text('import.joined')} list={difference.joined} draw={(person) => `${person.employeeId} ${person.name} · ${person.department}`} />
        <Part title={text('import.left')} list={difference.left} draw={(person) => `${person.employeeId} ${person.name} · ${person.department}`} />
        <Part
          title={text('import.moved')}
          list={difference.moved}
          draw={(person) => `${person.employeeId} ${person.name} · ${fromTo(person.from, person.department)}`}
        />
        <Part
          title={text('import.changed')}
          list={difference.changed}
          draw={(person) => `${person.employeeId} ${person.name} · ${text.list(person.fields.map((field) => text(`people.field.${field}`)))}`}
        />
        <Part title={text('import.departments-new')} list={difference.departmentsNew} draw={(path) => path} />
        <Part title={text('import.departments-gone')} list={difference.departmentsGone} draw={(path) => path} />
        <Part
          title={text('import.departments-changed')}
          list={difference.departmentsChanged}
          draw={({ department, from, newHead }) => `${from === null ? department : fromTo(from, department)}${newHead ? ` · ${text('import.new-head')}` : ''}`}
        />
      </div>
    </div>
  );
}
