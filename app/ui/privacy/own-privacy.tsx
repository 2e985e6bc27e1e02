import { Form } from '@remix-run/react';
import type { OwnPrivacy } from '#app/domain/organisation/address-change.ts';
import { Card } from '../controls/card.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useText } from '../text.ts';

function OwnAddresses({ addresses }: Pick<OwnPrivacy, 'addresses'>) {
  const text = useText();
  if (addresses.length === 0) return <p className="quiet">{text('own.addresses.none')}</p>;
  return (
    <ul className="stack-tight">
      {addresses.map(({ id, day, event, who, was, became }) => (
        <li key={id}>
          {text(`own.address.${event}`, { day: text.day(day), who: who === null ? text('privacy.log.by-command') : who || text('privacy.log.somebody-gone') })}
          {was !== null && became !== null && <span className="quiet block small">{text('own.address.from-to', { was, became })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What somebody who lent themselves another's address cannot hide from that person. */
export function OwnPrivacyCard({ own }: { own: OwnPrivacy }) {
  const text = useText();
  return (
    <Card title={text('own.title')}>
      <div className="stack-tight">
        <p>{text('own.sessions', { n: own.signedInSince.length })}</p>
        <ul>
          {own.signedInSince.map((day) => (
            <li key={day}>{text.day(day)}</li>
          ))}
        </ul>
        <p className="quiet small">{text('own.sessions.hint')}</p>
        <Form method="post" action="/privacy/sessions" className="no-print">
          <SubmitButton className="button">{text('own.sessions.end')}</SubmitButton>
        </Form>
        <h3>{text('own.addresses')}</h3>
        <OwnAddresses addresses={own.addresses} />
      </div>
    </Card>
  );
}
