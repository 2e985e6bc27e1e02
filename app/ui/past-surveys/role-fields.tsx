import type { ColumnLook } from '#app/domain/past-surveys/look.ts';
import type { PastRole } from '#app/domain/past-surveys/mapping.ts';
import { directionValue, libraryValue, longestQuestion, pointsValue, roleValue } from '#app/forms/past-roles.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Field, described } from '#app/ui/forms/field.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';
import type { LibraryGroup } from './library-choice.ts';
import { lookText } from './look-text.ts';

interface Props {
  readonly form: ValidatedForm;
  /** Number of the column or question, from 0: the end of every field's name. */
  readonly at: number;
  readonly label: string;
  readonly look: ColumnLook;
  readonly role: PastRole;
  /** Roles that can be chosen besides a question. */
  readonly plain: readonly Exclude<PastRole['as'], 'question'>[];
  readonly library: readonly LibraryGroup[];
}

/** For the summary of errors: every field of a column is called by the column. */
export function fieldLabels(columns: readonly { readonly label: string; readonly name: string }[]): Record<string, string> {
  const named = columns.map(({ label, name }) => (name === '' ? label : `${label} «${name}»`));
  return Object.fromEntries(named.flatMap((label, at) => ['role', 'points', 'reverse', 'none', 'text', 'dimension'].map((field) => [`${field}-${at}`, label])));
}

/** For exports that use one code throughout. */
export function CodesOfAll({ form }: { form: ValidatedForm }) {
  const text = useText();
  return <TextField form={form} name="none-all" label={text('past.role.none.all')} hint={text('past.role.none.hint')} optional />;
}

/** One column, or one question of a long file: what it looks like, and what HR says it is. */
export function RoleFields({ form, at, label, look, role, plain, library }: Props) {
  const text = useText();
  const name = `role-${at}`;
  const chosen = role.as === 'question' ? role.question.item : null;
  const k = library.flatMap(({ items }) => items).find(({ id }) => id === chosen)?.k;
  return (
    <fieldset className="card past-column">
      <legend>
        <span className="strong">{look.name === '' ? text('past.columns.nameless') : look.name}</span> <span className="quiet small">{label}</span>
      </legend>
      <p className="quiet small">{lookText(text, look)}</p>
      {look.words !== null && <input type="hidden" {...form.hidden(`words-${at}`, look.words)} />}
      <Field form={form} name={name} label={text('past.columns.is')}>
        <select {...form.field(name, roleValue(role))} {...described(form, name, null)}>
          {plain.map((one) => (
            <option key={one} value={one}>
              {text(`past.role.${one}`)}
            </option>
          ))}
          <option value="own">{text('past.role.own')}</option>
          {library.map((group) => (
            <optgroup key={group.id} label={text('past.role.library', { dimension: group.label })}>
              {group.items.map((item) => (
                <option key={item.id} value={libraryValue(item.id)}>
                  {`${item.id} ${item.text}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      {k && <p className="quiet small">{text('past.role.sensitive', { k })}</p>}
      <QuestionFields form={form} at={at} look={look} role={role} library={library} />
    </fieldset>
  );
}

/** Open where something in it is wrong: nobody finds a mistake behind a fold. */
function QuestionFields({ form, at, look, role, library }: Omit<Props, 'label' | 'plain'>) {
  const text = useText();
  const question = role.as === 'question' ? role.question : null;
  const named = (field: string) => `${field}-${at}`;
  const wrong = ['text', 'dimension', 'points', 'reverse', 'none'].some((field) => form.wrong(named(field)) !== null);
  const dimensions = library.map(({ id, label }) => ({ value: id, label }));
  const directions = [
    { value: 'usual', label: text('past.role.reverse.usual') },
    { value: 'no', label: text('past.role.reverse.no') },
    { value: 'yes', label: text('past.role.reverse.yes') },
  ];
  return (
    <Disclosure summary={text('past.role.more')} open={wrong || undefined}>
      <div className="past-question">
        <TextField form={form} name={named('points')} label={text('past.role.points')} hint={text('past.role.points.hint')} inputMode="numeric" optional initial={pointsValue(role)} />
        <SelectField form={form} name={named('reverse')} label={text('past.role.reverse')} choices={directions} initial={directionValue(role)} />
        <TextField form={form} name={named('none')} label={text('past.role.none')} hint={text('past.role.none.hint')} optional initial={question?.none.join(', ') ?? ''} />
        <div className="past-own">
          <TextField form={form} name={named('text')} label={text('past.role.text')} hint={text('past.role.text.hint')} optional maxLength={longestQuestion} initial={question?.text ?? look.name} />
          <SelectField form={form} name={named('dimension')} label={text('past.role.dimension')} hint={text('past.role.dimension.hint')} none={text('past.role.dimension.none')} choices={dimensions} initial={question?.dimension ?? ''} />
        </div>
      </div>
    </Disclosure>
  );
}
