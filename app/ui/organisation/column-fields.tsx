import { peopleFields } from '#app/domain/organisation/column-names.ts';
import type { ColumnRole } from '#app/domain/organisation/directory-columns.ts';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';

/** Each column with what stands in it, and what it is. */
export function ColumnFields({ form, roles }: { readonly form: ValidatedForm; readonly roles: readonly ColumnRole[] }) {
  const text = useText();
  const choices = [{ value: 'nothing', label: text('import.read.nothing') }, ...peopleFields.map((field) => ({ value: field, label: text(`people.role.${field}`) }))];
  return (
    <section className="stack" aria-labelledby="columns-title">
      <h2 id="columns-title">{text('import.read.columns')}</h2>
      <div className="people-columns">
        {roles.map(({ header, role, examples }, at) => (
          <div key={at} className="card people-column">
            <SelectField form={form} name={`role-${at}`} label={header.trim() === '' ? `${text('import.read.column', { n: at + 1 })} (${text('import.read.nameless')})` : header} hint={examples.length === 0 ? text('import.read.empty') : text('import.read.examples', { examples: text.list(examples) })} choices={choices} initial={role} />
            <input type="hidden" {...form.hidden(`was-${at}`, role)} />
            <input type="hidden" {...form.hidden(`header-${at}`, header)} />
          </div>
        ))}
      </div>
    </section>
  );
}
