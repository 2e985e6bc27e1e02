// A form of which something is wrong, read field by field: what the services have to say of the rest is said together with it, so that
// nobody mends one mistake to be told of the next.
import * as v from 'valibot';

type Entries = Readonly<Record<string, v.GenericSchema>>;

const entriesIn = (form: object): Entries | null => ('entries' in form ? (form.entries as Entries) : null);

/** Of forms that are told apart by a name, the one that was sent. */
function sentForm(form: v.GenericSchema, values: Readonly<Record<string, unknown>>): Entries | null {
  if (!('options' in form && 'key' in form)) return entriesIn(form);
  const key = String(form.key);
  const sent = (form.options as object[]).map(entriesIn).find((entries) => entries?.[key] !== undefined && v.safeParse(entries[key], values[key]).success);
  return sent ?? null;
}

/** The fields that can be read, each for itself. */
export function readAlone<Input>(form: v.GenericSchema<unknown, Input>, values: Readonly<Record<string, unknown>>): Partial<Input> {
  const read = Object.entries(sentForm(form, values) ?? {}).flatMap(([name, schema]): [string, unknown][] => {
    const field = v.safeParse(schema, values[name]);
    return field.success ? [[name, field.output]] : [];
  });
  return Object.fromEntries(read) as Partial<Input>;
}
