import { Form } from '@remix-run/react';
import type { DifferenceShown } from '#app/domain/organisation/difference-shown.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useText } from '#app/ui/text.ts';

/** Departments that are known by their people: somebody who knows better says so before anything is written. */
export function RenamedDepartments({ difference }: { readonly difference: DifferenceShown }) {
  const text = useText();
  const { departmentsRenamed: renamed, departmentsMerged: merged } = difference;
  return (
    <>
      {renamed.count > 0 && (
        <Card title={text('import.departments-renamed')}>
          <Form method="post" className="stack">
            <p>{text('import.departments-renamed.text')}</p>
            <input type="hidden" name="does" value="renames" />
            <div className="choices">
              {renamed.first.map((renaming) => (
                <label key={renaming.to} className="choice">
                  <input type="hidden" name="all[]" value={renaming.to} />
                  <input type="checkbox" name="same[]" value={renaming.to} defaultChecked />
                  <span>{text('import.departments-renamed.same', { from: renaming.from, to: renaming.to, together: renaming.together, of: renaming.of })}</span>
                </label>
              ))}
            </div>
            <div>
              <SubmitButton className="button">{text('import.departments-renamed.save')}</SubmitButton>
            </div>
          </Form>
        </Card>
      )}
      {merged.count > 0 && (
        <Card title={text('import.departments-merged')}>
          <ul className="list small">
            {merged.first.map((merger) => (
              <li key={merger.from}>{text('import.departments-merged.entry', { from: merger.from, into: merger.into, together: merger.together, of: merger.of })}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
