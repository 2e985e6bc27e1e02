// Which department to look at: a plain select in a form that works before JavaScript arrives.
import { Form } from '@remix-run/react';
import { useEffect, useState, type ChangeEvent } from 'react';
import type { ResultsPage } from '#app/domain/reports/results-page.ts';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly departments: ResultsPage['departments'];
  readonly department: string;
  /** Further fields that the address keeps. */
  readonly keep?: Readonly<Record<string, string>>;
}

export function DepartmentPicker({ departments, department, keep = {} }: Props) {
  const text = useText();
  const [shown, setShown] = useState(department);
  // Not by a key: a select that is made anew takes the focus away from whoever chose.
  useEffect(() => setShown(department), [department]);
  const show = (event: ChangeEvent<HTMLSelectElement>) => {
    setShown(event.target.value);
    event.target.form?.requestSubmit();
  };
  if (departments.length < 2) return null;
  return (
    <Form method="get" className="picker no-print">
      <label htmlFor="department">{text('results.department')}</label>
      <select id="department" name="department" value={shown} onChange={show}>
        {departments.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {'\u2003'.repeat(depth) + name}
          </option>
        ))}
      </select>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="button">{text('results.department.show')}</button>
    </Form>
  );
}
