import { Link } from '@remix-run/react';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import type { DraftOffer } from '#app/domain/surveys/draft-offer.ts';
import { timeNeeded } from '#app/text/text.ts';
import { Wrong } from '../forms/field.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

interface Props {
  readonly form: ValidatedForm;
  readonly questions: DraftOffer['own'];
  readonly initial: readonly string[];
}

/** Own questions that may be asked, with the wording people will read. */
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
        {questions.map(({ id, text: words, kind, seconds, lacking, gated, describes }) => (
          <label key={id} className="choice">
            <input type="checkbox" value={id} defaultChecked={chosen.includes(id)} {...form.box('own')} />
            <span>
              {text.of(words)}
              <span className="hint">
                {id} · {text(`own-question.kind.${kind}`)} · {timeNeeded(text, seconds)}
                {describes && ` · ${text('own-question.describes.mark')}`}
                {!gated && ` · ${text('gates.missing')}`}
                {lacking !== null && ` · ${text('own-question.lacking', { language: nameOfTongue(lacking) })}`}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
