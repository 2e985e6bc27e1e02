import type { PastAsks } from '#app/domain/past-surveys/asks.ts';
import type { PastAsk } from '#app/domain/past-surveys/guess.ts';
import type { ColumnLook } from '#app/domain/past-surveys/look.ts';
import type { PastRole } from '#app/domain/past-surveys/mapping.ts';
import { directionValue, libraryValue, longestQuestion, roleValue, scaleValue } from '#app/forms/past-roles.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Field, described } from '#app/ui/forms/field.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import type { Text } from '#app/text/text.ts';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';
import type { LibraryGroup } from './library-choice.ts';
import { lookText } from './look-text.ts';
import { scaleText } from './scale-asks.tsx';

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
  readonly ask: PastAsk;
  /** Number of the question about its scale, and of its words; null and empty where nothing is asked. */
  readonly group: number | null;
  readonly words: readonly number[];
  /** Whether the role is what HR said, and no guess. */
  readonly said: boolean;
}

/** For the summary of errors: every field of a column is called by the column. */
export function fieldLabels(text: Text, columns: readonly { readonly label: string; readonly name: string }[]): Record<string, string> {
  const named = columns.map(({ label, name }) => (name === '' ? label : `${label} ${text('past.sign.header', { header: name })}`));
  return Object.fromEntries(named.flatMap((label, at) => ['role', 'scale', 'reverse', 'none', 'text', 'dimension'].map((field) => [`${field}-${at}`, label])));
}

/** For the summary of errors: what is asked once is called by what it is about. */
export function askLabels(text: Text, { scales, words }: PastAsks): Record<string, string> {
  return Object.fromEntries([
    ...scales.map((_, at) => [`ask-${at}`, text('past.ask.title')]),
    ...words.map(({ text: word }, at) => [`point-${at}`, text('past.sign.header', { header: word })]),
    ['words-rest', text('past.ask.title')],
  ]);
}

/** What is asked about this column among others. */
export function asksAbout({ scales, words }: PastAsks, at: number): Pick<Props, 'group' | 'words'> {
  const group = scales.findIndex(({ columns }) => columns.includes(at));
  return { group: group < 0 ? null : group, words: words.flatMap(({ columns }, number) => (columns.includes(at) ? [number] : [])) };
}

/** For exports that use one code throughout. */
export function CodesOfAll({ form }: { form: ValidatedForm }) {
  const text = useText();
  return <TextField form={form} name="none-all" label={text('past.role.none.all')} hint={text('past.role.none.hint')} optional />;
}

/** One column, or one question of a long file: what it looks like, and what HR says it is. */
export function RoleFields(props: Props) {
  const { form, at, label, look, role, plain, library, ask, group, words } = props;
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
      <Read ask={ask} words={look.seen.unknown} asked={group !== null || words.length > 0} />
      {group !== null && <input type="hidden" {...form.hidden(`group-${at}`, String(group))} />}
      {words.length > 0 && <input type="hidden" {...form.hidden(`words-${at}`, words.join(','))} />}
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
      {ask.direction && <Direction form={form} at={at} role={role} said={props.said} />}
      <QuestionFields {...props} />
    </fieldset>
  );
}

/** How the answers are read, where that is plain; else that it is asked. */
function Read({ ask: { scales }, words, asked }: { ask: PastAsk; words: readonly string[]; asked: boolean }) {
  const text = useText();
  if (asked) return <p className="small strong">{text('past.read.asked')}</p>;
  const [only] = scales;
  if (scales.length === 1 && only !== undefined) return <p className="small">{text('past.read.as', { scale: scaleText(text, only) })}</p>;
  return words.length > 1 ? <p className="quiet small">{text('past.read.words', { words: words.join(' · ') })}</p> : null;
}

/** Of «stress» a high number is nothing good: somebody has to say so. */
function Direction({ form, at, role, said }: Pick<Props, 'form' | 'at' | 'role' | 'said'>) {
  const text = useText();
  const directions = (['yes', 'no'] as const).map((value) => ({ value, label: text(`past.role.reverse.${value}`) }));
  const before = role.as === 'question' && said ? (role.question.reverse ? 'yes' : 'no') : '';
  return (
    <>
      <input type="hidden" {...form.hidden(`turned-${at}`, 'asked')} />
      <SelectField form={form} name={`reverse-${at}`} label={text('past.role.reverse')} none={text('past.counted.period.none')} choices={directions} initial={before} />
    </>
  );
}

/** Open where something in it is wrong: nobody finds a mistake behind a fold. */
function QuestionFields({ form, at, look, role, library, ask, group, said }: Props) {
  const text = useText();
  const question = role.as === 'question' ? role.question : null;
  const named = (field: string) => `${field}-${at}`;
  // What is asked for all columns alike stands there.
  const isAsked = group !== null && (!said || ask.scales.includes(scaleValue(role)));
  const ownScale = isAsked || (ask.scales.length !== 1 && !said) ? '' : scaleValue(role);
  const wrong = ['text', 'dimension', 'scale', 'reverse', 'none'].some((field) => form.wrong(named(field)) !== null);
  const dimensions = library.map(({ id, label }) => ({ value: id, label }));
  const directions = [
    { value: 'usual', label: text('past.role.reverse.usual') },
    { value: 'no', label: text('past.role.reverse.no') },
    { value: 'yes', label: text('past.role.reverse.yes') },
  ];
  return (
    <Disclosure summary={text('past.role.more')} open={wrong || undefined}>
      <div className="past-question">
        <TextField form={form} name={named('scale')} label={text('past.role.scale')} hint={text('past.role.scale.hint')} optional initial={ownScale} />
        {!ask.direction && <SelectField form={form} name={named('reverse')} label={text('past.role.reverse')} choices={directions} initial={directionValue(role)} />}
        <TextField form={form} name={named('none')} label={text('past.role.none')} hint={text('past.role.none.hint')} optional initial="" />
        <div className="past-own">
          <TextField form={form} name={named('text')} label={text('past.role.text')} hint={text('past.role.text.hint')} optional maxLength={longestQuestion} initial={question?.text ?? look.name} />
          <SelectField form={form} name={named('dimension')} label={text('past.role.dimension')} hint={text('past.role.dimension.hint')} none={text('past.role.dimension.none')} choices={dimensions} initial={question?.dimension ?? ''} />
        </div>
      </div>
    </Disclosure>
  );
}
