// The words of a plan in every language of the product. The language its own words are in is chosen; the style sheet hides that one
// below, and where it cannot, what stands there is left out.
import { languages, nameOfLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { SaidElsewhere } from '#app/domain/plans/plan-texts.ts';
import { Card } from '../controls/card.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

interface Props {
  readonly form: ValidatedForm;
  /** The language that is chosen at first. */
  readonly written: Language;
  /** What was given so far; nothing for a new plan. */
  readonly elsewhere?: Readonly<Record<Language, SaidElsewhere>>;
}

const nothing: SaidElsewhere = { title: '', own: [], counted: '', promise: '', steps: [] };

export function LanguageFields({ form, written, elsewhere }: Props) {
  const text = useText();
  return (
    <Card title={text('plan.form.languages')}>
      <div className="stack written-in">
        <p className="small quiet">{text('plan.form.languages.hint')}</p>
        <SelectField form={form} name="written" label={text('plan.form.written')} choices={languages.map((language) => ({ value: language, label: nameOfLanguage(language) }))} initial={written} />
        {languages.map((language) => (
          <WordsIn key={language} form={form} language={language} said={elsewhere?.[language] ?? nothing} />
        ))}
      </div>
    </Card>
  );
}

function WordsIn({ form, language, said }: Pick<Props, 'form'> & { readonly language: Language; readonly said: SaidElsewhere }) {
  const text = useText();
  const name = <const Field extends string>(field: Field) => `${field}-${language}` as const;
  const given = said.title !== '' || ['title', 'own', 'leadingName', 'promise', 'steps'].some((field) => form.wrong(name(field)) !== null);
  return (
    <div data-words={language}>
      <Disclosure summary={text('plan.form.in', { language: nameOfLanguage(language) })} open={given}>
        <div className="stack" role="group" aria-label={text('plan.form.in', { language: nameOfLanguage(language) })}>
          <TextField form={form} lang={language} name={name('title')} label={text('plan.new.name')} initial={said.title} />
          <TextArea form={form} lang={language} name={name('own')} label={text('plan.form.own')} hint={text('plan.form.in.own')} rows={2} initial={said.own.join('\n')} />
          <TextArea form={form} lang={language} name={name('steps')} label={text('plan.form.in.steps')} hint={text('plan.form.in.steps.hint')} rows={2} initial={said.steps.join('\n')} />
          <TextField form={form} lang={language} name={name('leadingName')} label={text('plan.form.count')} optional initial={said.counted} />
          <TextField form={form} lang={language} name={name('promise')} label={text('plan.new.promise')} optional initial={said.promise} />
        </div>
      </Disclosure>
    </div>
  );
}
