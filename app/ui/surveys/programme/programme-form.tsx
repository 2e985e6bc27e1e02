// The rule of a programme as a form: how often, which days, which questions take turns.
import { Form, Link } from '@remix-run/react';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Localized } from '#app/domain/kernel/language.ts';
import { announcedBefore, draftedBefore, waveLength, type ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import type { DraftOffer } from '#app/domain/surveys/draft-offer.ts';
import { ruleForm, saidOfRanges } from '#app/forms/programme.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { ChoiceGroup } from '../../forms/choice-group.tsx';
import { DayField } from '../../forms/day-field.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { Wrong } from '../../forms/field.tsx';
import { SelectField } from '../../forms/select-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { useValidatedForm, type ValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';
import { OwnChoice } from '../own/own-question-choice.tsx';

interface Offer {
  readonly initial: ProgrammeRule;
  readonly cadences: readonly number[];
  readonly usual: number;
  readonly hours: readonly number[];
  readonly areas: readonly { readonly id: string; readonly label: Localized; readonly items: readonly { readonly id: string; readonly text: Localized }[] }[];
  readonly own: DraftOffer['own'];
  readonly today: Day;
}

/** Monday first. */
const week = [1, 2, 3, 4, 5, 6, 0] as const;

function Rotating({ form, areas, own, initial }: { readonly form: ValidatedForm; readonly areas: Offer['areas']; readonly own: Offer['own']; readonly initial: readonly string[] }) {
  const text = useText();
  const chosen = form.chosen('rotating[]', initial);
  // In the order in which they stand here they take their first turn: what HR wrote itself comes soon.
  return (
    <fieldset className="field" id="field-rotating[]" tabIndex={-1}>
      <legend>{text('programme.rule.rotating')}</legend>
      <span className="hint">{text('programme.rule.rotating.hint')}</span>
      <Wrong form={form} name="rotating[]" />
      <section aria-labelledby="turning-own">
        <h3 id="turning-own">{text('own-question.choose')}</h3>
        <p className="hint">
          {text('programme.rule.own.hint')} <Link to="/surveys/own/new">{text('own-question.choose.write')}</Link>
        </p>
        <div className="choices">
          {own.map((question) => (
            <label key={question.id} className="choice">
              <input type="checkbox" value={question.id} defaultChecked={chosen.includes(question.id)} {...form.box('rotating[]')} />
              <OwnChoice question={question} />
            </label>
          ))}
        </div>
      </section>
      <details className="disclosure" open={form.wrong('rotating[]') !== null}>
        <summary>{text('programme.rule.rotating.choose')}</summary>
        <div className="further">
          {areas.map(({ id, label, items }) => (
            <section key={id}>
              <h3>{text.of(label)}</h3>
              <div className="choices">
                {items.map((item) => (
                  <label key={item.id} className="choice">
                    <input type="checkbox" value={item.id} defaultChecked={chosen.includes(item.id)} {...form.box('rotating[]')} />
                    <span>{text.of(item.text)}</span>
                  </label>
                ))}
              </div>
            </section>
          ))}
        </div>
      </details>
    </fieldset>
  );
}

export function ProgrammeForm({ offer, request, reply }: { readonly offer: Offer; readonly request: string; readonly reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(ruleForm, reply, { asks: true });
  const { initial } = offer;
  const labels = {
    everyWeeks: text('programme.rule.every'), from: text('programme.rule.from'), weekday: text('programme.rule.weekday'), length: text('programme.rule.length'), hour: text('programme.rule.hour'), announced: text('programme.rule.announced'),
    drafted: text('programme.rule.drafted'), 'weekdays[]': text('programme.rule.weekdays'), free: text('programme.rule.free'), blackouts: text('programme.rule.blackouts'), 'rotating[]': text('programme.rule.rotating'),
  };
  const number = { inputMode: 'numeric', autoComplete: 'off' } as const;
  const weekdays = week.map((one) => ({ value: String(one), label: text(`programme.weekday.${one}`) }));
  return (
    <>
      <ErrorSummary form={form} labels={labels} />
      <Form method="post" noValidate className="card stack" onSubmit={form.onSubmit}>
        <input type="hidden" {...form.hidden('request', request)} />
        <SelectField form={form} name="everyWeeks" label={labels.everyWeeks} initial={String(initial.everyWeeks)} choices={offer.cadences.map((n) => ({ value: String(n), label: text(n === offer.usual ? 'programme.rule.every.usual' : 'programme.rule.every.weeks', { n }) }))} />
        <DayField form={form} name="from" label={labels.from} initial={initial.from} min={offer.today} />
        <SelectField form={form} name="weekday" label={labels.weekday} initial={String(initial.weekday)} choices={weekdays} />
        <TextField form={form} name="length" label={labels.length} hint={text('programme.rule.length.hint', waveLength)} initial={String(initial.length)} {...number} />
        <TextField form={form} name="drafted" label={labels.drafted} hint={text('programme.rule.drafted.hint', draftedBefore)} initial={String(initial.drafted)} {...number} />
        <TextField form={form} name="announced" label={labels.announced} hint={text('programme.rule.announced.hint', announcedBefore)} initial={String(initial.announced)} {...number} />
        <SelectField form={form} name="hour" label={labels.hour} initial={String(initial.hour)} choices={offer.hours.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))} />
        <ChoiceGroup form={form} name="weekdays[]" label={labels['weekdays[]']} kind="several" choices={weekdays} initial={initial.calendar.weekdays.map(String)} />
        <TextArea form={form} name="free" label={labels.free} hint={text('programme.rule.free.hint')} optional rows={4} initial={saidOfRanges(initial.calendar.free)} spellCheck={false} />
        <TextArea form={form} name="blackouts" label={labels.blackouts} hint={text('programme.rule.blackouts.hint')} optional rows={4} initial={saidOfRanges(initial.blackouts)} spellCheck={false} />
        <Rotating form={form} areas={offer.areas} own={offer.own} initial={initial.rotating} />
        <SubmitButton>{text('programme.rule.save')}</SubmitButton>
      </Form>
    </>
  );
}
