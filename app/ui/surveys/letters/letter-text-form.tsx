import { Form } from '@remix-run/react';
import { longestBody, longestSubject } from '#app/domain/surveys/letters/letter-texts.ts';
import { surveyLettersForm } from '#app/forms/survey-letters.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import type { WrittenLetter } from '#app/domain/surveys/letters/letters-view.ts';
import { Card } from '../../controls/card.tsx';
import { useAskBeforeLeaving } from '../../forms/ask-before-leaving.ts';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { useValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';

/** What HR writes of one letter. What the program adds stands below, in grey, and cannot be changed. */
export function LetterTextForm({ letter, reply }: { readonly letter: WrittenLetter; readonly reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(surveyLettersForm, reply);
  const leaving = useAskBeforeLeaving(text('letter-page.leave'));
  const labels = { subject: text('letter-page.subject'), body: text('letter-page.body') };
  const places = letter.places.map((name) => `{${name}}`).join(' ');
  return (
    <Card title={text('letter-page.write')}>
      <ErrorSummary form={form} labels={labels} />
      <Form
        method="post"
        noValidate
        className="stack"
        onInput={leaving.typed}
        onSubmit={(event) => {
          leaving.sent();
          form.onSubmit(event);
        }}
      >
        <input type="hidden" {...form.hidden('kind', letter.kind)} />
        <input type="hidden" {...form.hidden('language', letter.language)} />
        <TextField form={form} name="subject" label={labels.subject} initial={letter.text.subject} lang={letter.language} dir="auto" maxLength={longestSubject} />
        <TextArea form={form} name="body" label={labels.body} hint={text('letter-page.places', { places })} initial={letter.text.body} lang={letter.language} dir="auto" rows={12} maxLength={longestBody} />
        <div className="notice stack">
          <p className="small strong">{text('letter-page.fixed')}</p>
          {letter.fixed.split(/\n+/).map((line) => (
            <p key={line} className="quiet small" lang={letter.language}>
              {line}
            </p>
          ))}
        </div>
        <div className="row">
          <SubmitButton name="intent" value="write">
            {text('letter-page.save')}
          </SubmitButton>
          {letter.own && (
            <SubmitButton className="button plain" name="intent" value="back">
              {text('letter-page.back')}
            </SubmitButton>
          )}
        </div>
      </Form>
    </Card>
  );
}
