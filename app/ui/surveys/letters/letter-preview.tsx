// A letter as it arrives: dressed, in a frame in which nothing runs and nothing is loaded, and as bare text.
import { Form } from '@remix-run/react';
import type { WrittenLetter } from '#app/domain/surveys/letters/letters-view.ts';
import { Card } from '../../controls/card.tsx';
import { Disclosure } from '../../controls/disclosure.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useText } from '../../text.ts';

export function LetterPreview({ letter: { kind, language, preview } }: { readonly letter: WrittenLetter }) {
  const text = useText();
  return (
    <Card title={text('letter-page.preview')}>
      <div className="stack">
        <p className="strong" lang={language} dir="auto">
          {preview.subject}
        </p>
        <iframe className="letter-frame" sandbox="" srcDoc={preview.html} title={text('letter-page.preview.html')} />
        <Disclosure summary={text('letter-page.preview.text')}>
          <pre className="letter-text" lang={language} dir="auto">
            {preview.body}
          </pre>
        </Disclosure>
        <Form method="post" className="stack">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="language" value={language} />
          <SubmitButton className="button" name="intent" value="test">
            {text('letter-page.test')}
          </SubmitButton>
          <p className="quiet small">{text('letter-page.test.hint')}</p>
        </Form>
      </div>
    </Card>
  );
}
