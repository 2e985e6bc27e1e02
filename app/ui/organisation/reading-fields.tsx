import { pathSeparators } from '#app/domain/organisation/department-cells.ts';
import type { UnderstoodShown } from '#app/domain/organisation/difference-shown.ts';
import type { DirectoryProblemCode } from '#app/domain/organisation/directory-problem.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import type { EncodingOffer } from '#app/domain/tables/table.ts';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly form: ValidatedForm;
  readonly understood: UnderstoodShown | null;
  readonly offers: readonly EncodingOffer[];
  readonly choices: PeopleChoices;
  /** What is wrong with the file: what has to be answered comes first. */
  readonly codes: readonly DirectoryProblemCode[];
}

/** The same words in every reading, so that whoever can read them sees which is right. */
function Encodings({ form, offers }: Pick<Props, 'form' | 'offers'>) {
  const text = useText();
  const choices = offers.map(({ encoding, words }) => ({ value: encoding, label: words.slice(0, 6).join(' · '), hint: encoding }));
  return <ChoiceGroup form={form} name="encoding" kind="one" label={text('import.read.encoding')} hint={text('import.read.encoding.hint')} choices={choices} initial={offers[0] ? [offers[0].encoding] : []} />;
}

function Questions({ form, choices, codes }: Pick<Props, 'form' | 'choices' | 'codes'>) {
  const text = useText();
  const dates = (['day-first', 'month-first'] as const).map((value) => ({ value, label: text(`import.read.dates.${value}`) }));
  const memberships = (['first', 'last'] as const).map((value) => ({ value, label: text(`import.read.memberships.${value}`) }));
  return (
    <>
      {(codes.includes('ambiguous-date') || choices.dates) && <SelectField form={form} name="dates" label={text('import.read.dates')} none={text('import.read.dates.none')} choices={dates} initial={choices.dates ?? ''} />}
      {(codes.includes('two-departments') || choices.memberships) && <SelectField form={form} name="memberships" label={text('import.read.memberships')} none={text('import.read.memberships.none')} choices={memberships} initial={choices.memberships ?? ''} />}
    </>
  );
}

function Tree({ form, understood, choices }: Pick<Props, 'form' | 'choices'> & { readonly understood: UnderstoodShown }) {
  const text = useText();
  const company = choices.company ?? understood.topped ?? '';
  const paths = [...new Set([...pathSeparators, understood.path])].filter((one) => one !== '' && one !== '／').map((value) => ({ value, label: value === ' / ' ? '/ (A / B)' : value === '/' ? '/ (A/B)' : value.trim() === value ? value : `${value.trim()} (A${value}B)` }));
  return (
    <>
      <SelectField form={form} name="path" label={text('import.read.path')} hint={text('import.read.path.hint')} none={text('import.read.path.none')} choices={paths} initial={understood.path} />
      <input type="hidden" {...form.hidden('path-was', understood.path)} />
      {company !== '' && <TextField form={form} name="company" label={text('import.read.company')} hint={text('import.read.company.hint')} optional initial={company} />}
      <input type="hidden" {...form.hidden('company-was', company)} />
    </>
  );
}

/** How the file was written, and what has to be said about it. */
export function ReadingFields({ form, understood, offers, choices, codes }: Props) {
  const text = useText();
  const sheets = understood?.written.sheets ?? [];
  return (
    <div className="card stack">
      {offers.length > 0 && <Encodings form={form} offers={offers} />}
      {understood?.written.encoding && choices.encoding && <input type="hidden" {...form.hidden('encoding', choices.encoding)} />}
      {sheets.length > 1 && <SelectField form={form} name="sheet" label={text('import.read.sheet')} choices={sheets.map((sheet) => ({ value: sheet, label: sheet }))} initial={understood?.written.sheet ?? ''} />}
      {understood && <Questions form={form} choices={choices} codes={codes} />}
      {understood && <Tree form={form} understood={understood} choices={choices} />}
    </div>
  );
}
