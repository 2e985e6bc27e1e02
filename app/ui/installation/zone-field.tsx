import { useEffect } from 'react';
import type { ZoneOffer } from '#app/domain/organisation/zone-offer.ts';
import { SelectField, type Choice } from '#app/ui/forms/select-field.tsx';
import type { ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';

/** The browser's zone as it is called in the list: one zone has more than one name. */
function own(choices: readonly Choice[]): string | null {
  const canonical = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const values = choices.map(({ value }) => value);
  return values.includes(zone) ? zone : (values.find((value) => canonical(value) === zone) ?? null);
}

/** Every city by whose clock a company may go; the browser's own stands there unless somebody has chosen or wished otherwise. */
export function ZoneField({ form, offer, hint }: { form: ValidatedForm; offer: ZoneOffer; hint: string }) {
  const text = useText();
  const { open, chosen, choices } = offer;
  useEffect(() => {
    const select = document.getElementById('field-timeZone');
    if (!open || form.refusals > 0 || !(select instanceof HTMLSelectElement) || select.value !== chosen) return;
    const zone = own(choices);
    if (zone === null || zone === chosen) return;
    select.value = zone;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    // Once: what is chosen after that stays.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return <SelectField form={form} name="timeZone" label={text('zone.label')} hint={hint} choices={choices} initial={chosen} />;
}
