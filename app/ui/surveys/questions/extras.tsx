// What plans and turns add to a pulse, and what they leave for later: to be seen before sealing, never chosen.
import type { ExtrasView } from '#app/domain/surveys/questions/extras-view.ts';
import { Card } from '../../controls/card.tsx';
import { useText } from '../../text.ts';

export function Extras({ extras: { taken, later } }: { extras: ExtrasView }) {
  const text = useText();
  const said = (texts: ExtrasView['taken'][number]['texts']) => texts.map((one) => text.of(one)).join(' · ');
  return (
    <Card title={text('extras.title')}>
      <p className="quiet">{text('extras.lead')}</p>
      {taken.length === 0 && <p>{text('extras.none')}</p>}
      <ul className="stack-tight">
        {taken.map(({ kind, texts, people }) => (
          <li key={said(texts)}>
            <p>{said(texts)}</p>
            <p className="small quiet">{text.list([text(`extras.kind.${kind}`), people === null ? text('extras.everybody') : text('extras.of', { n: people })])}</p>
          </li>
        ))}
      </ul>
      {later.length > 0 && (
        <>
          <h3>{text('extras.later')}</h3>
          <ul className="stack-tight">
            {later.map(({ kind, texts, because }) => (
              <li key={said(texts)}>
                <p>{said(texts)}</p>
                <p className="small quiet">{text.list([text(`extras.kind.${kind}`), text(`extras.because.${because}`)])}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
