import { Form } from '@remix-run/react';
import type { EncodingOffer } from '#app/domain/tables/table.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useText } from '#app/ui/text.ts';

/** One button for each reading: whoever can read the words presses the one below them. */
export function EncodingAsk({ id, offers }: { id: string; offers: readonly EncodingOffer[] }) {
  const text = useText();
  return (
    <Card title={text('past.encoding.title')}>
      <p>{text('past.encoding.text')}</p>
      <Form method="post" action={`/surveys/past/${id}/encoding`}>
        <ul className="bare">
          {offers.map(({ encoding, words }) => (
            <li key={encoding} className="past-column">
              {words.length > 0 && <p className="strong">{words.join(' · ')}</p>}
              <SubmitButton name="encoding" value={encoding} className="button">
                {text('past.encoding.take', { encoding })}
              </SubmitButton>
            </li>
          ))}
        </ul>
      </Form>
    </Card>
  );
}
