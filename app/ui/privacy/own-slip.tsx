import { Form } from '@remix-run/react';
import { Card } from '../controls/card.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useText } from '../text.ts';

/** A person's own choice, which nobody else makes. */
export function OwnSlipCard({ wished }: { wished: boolean }) {
  const text = useText();
  return (
    <Card title={text('own.slip')}>
      <Form method="post" action="/privacy/slips" className="stack-tight no-print" id="slip">
        <p>{text('own.slip.lead')}</p>
        <p className="strong">{text(wished ? 'own.slip.now.yes' : 'own.slip.now.no')}</p>
        <input type="hidden" name="wished" value={wished ? 'no' : 'yes'} />
        <div>
          <SubmitButton className="button">{text(wished ? 'own.slip.undo' : 'own.slip.choose')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
