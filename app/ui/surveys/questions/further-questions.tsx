import type { Localized } from '#app/domain/kernel/language.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { Wrong } from '../../forms/field.tsx';
import type { ValidatedForm } from '../../forms/use-validated-form.ts';
import type { Area } from './question-list.tsx';
import { useText } from '../../text.ts';

interface Props {
  readonly form: ValidatedForm;
  readonly items: readonly { readonly id: string; readonly text: Localized; readonly dimension: string | null; readonly restsUntil: string | null }[];
  readonly areas: readonly Area[];
  readonly most: number;
  readonly initial: readonly string[];
  readonly today: string;
}

/** Check boxes by area, with the wording people will read; a question that still rests cannot be ticked and says until when. */
export function FurtherQuestions({ form, items, areas: all, most, initial, today }: Props) {
  const text = useText();
  const chosen = form.chosen('further', initial);
  const areas = all.map((area) => ({ area, of: items.filter((item) => item.dimension === area.id) })).filter(({ of }) => of.length > 0);
  return (
    <fieldset className="field" id="field-further" tabIndex={-1}>
      <legend>{text('draft.further')}</legend>
      <span className="hint">{text('draft.further.hint', { most, seconds: secondsFrom([{ kind: 'scale' }]) })}</span>
      <Wrong form={form} name="further" />
      <details className="disclosure" open={chosen.length > 0 || form.wrong('further') !== null}>
        <summary>{text('draft.further.choose')}</summary>
        <div className="further">
          {areas.map(({ area, of }) => (
            <section key={area.id}>
              <h3>{text.of(area.label)}</h3>
              <div className="choices">
                {of.map((item) => {
                  const rests = item.restsUntil !== null && item.restsUntil > today && !chosen.includes(item.id);
                  return (
                    <label key={item.id} className="choice">
                      <input type="checkbox" value={item.id} defaultChecked={chosen.includes(item.id)} disabled={rests} {...form.box('further')} />
                      <span>
                        {text.of(item.text)}
                        {rests && <span className="hint">{text('draft.further.resting', { day: text.day(item.restsUntil) })}</span>}
                      </span>
                    </label>
                  );
                })}
              </div>
            </section>
          ))}
        </div>
      </details>
    </fieldset>
  );
}
