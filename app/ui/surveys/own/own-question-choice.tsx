import { Link } from '@remix-run/react';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import type { DraftOffer } from '#app/domain/surveys/draft-offer.ts';
import { timeNeeded } from '#app/text/text.ts';
import { Wrong } from '../../forms/field.tsx';
import type { ValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';

interface Props {
  readonly form: ValidatedForm;
  readonly questions: DraftOffer['own'];
  readonly initial: readonly string[];
}

/** The wording people will read, and what stands in the way of sealing it. */
export function OwnChoice({ question: { id, text: words, kind, seconds, lacking, gated, describes } }: { readonly question: DraftOffer['own'][number] }) {
  const text = useText();
  return (
    <span>
      {text.of(words)}
      <span className="hint">
        {id} · {text(`own-question.kind.${kind}`)} · {timeNeeded(text, seconds)}
        {describes && ` · ${text('own-question.describes.mark')}`}
        {!gated && ` · ${text('gates.missing')}`}
        {lacking !== null && ` · ${text('own-question.lacking', { language: nameOfTongue(lacking) })}`}
      </span>
    </span>
  );
}

/** Own questions that may be asked. */
export function OwnQuestionChoice({ form, questions, initial }: Props) {
  const text = useText();
  const chosen = form.chosen('own', initial);
  return (
    <fieldset className="field" id="field-own" tabIndex={-1}>
      <legend>{text('own-question.choose')}</legend>
      <span className="hint">
        {text('own-question.choose.hint')} <Link to="/surveys/own/new">{text('own-question.choose.write')}</Link>
      </span>
      <Wrong form={form} name="own" />
      <div className="choices">
        {questions.map((one) => (
          <label key={one.id} className="choice">
            <input type="checkbox" value={one.id} defaultChecked={chosen.includes(one.id)} {...form.box('own')} />
            <OwnChoice question={one} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
