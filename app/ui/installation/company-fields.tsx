import { type Language, languages, nameOfLanguage } from '#app/domain/kernel/language.ts';
import type { ZoneOffer } from '#app/domain/organisation/zone-offer.ts';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';
import { ZoneField } from './zone-field.tsx';

/** The company and its languages; all three are offered, the reader's own first. */
export function CompanyFields({ form, language, zones }: { form: ValidatedForm; language: Language; zones: ZoneOffer }) {
  const text = useText();
  const choices = languages.map((one) => ({ value: one, label: nameOfLanguage(one) }));
  return (
    <>
      <TextField form={form} name="company" label={text('setup.company.name')} hint={text('setup.company.hint')} autoComplete="organization" maxLength={200} />
      <ChoiceGroup form={form} name="languages" label={text('setup.languages')} kind="several" choices={choices} initial={languages} />
      <SelectField form={form} name="language" label={text('setup.language')} choices={choices} initial={language} />
      <ZoneField form={form} offer={zones} hint={text('zone.hint')} />
    </>
  );
}
