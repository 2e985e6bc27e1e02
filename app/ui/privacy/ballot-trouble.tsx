import type { BallotTrouble as Trouble } from '#app/domain/reports/ballot-trouble.ts';
import { Badge, type Tone } from '../controls/badge.tsx';
import { Card } from '../controls/card.tsx';
import { useText } from '../text.ts';

const tones = { none: 'quiet', few: 'wait', many: 'late' } as const satisfies Record<Trouble['today'], Tone>;

/** What failed on the ballot's way, in three words by kind. */
export function BallotTrouble({ trouble }: { trouble: readonly Trouble[] }) {
  const text = useText();
  const cell = (extent: Trouble['today']) => <Badge tone={tones[extent]}>{text(`trouble.${extent}`)}</Badge>;
  return (
    <Card title={text('trouble.title')}>
      <p>{text('trouble.text')}</p>
      <table className="table">
        <caption className="visually-hidden">{text('trouble.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('trouble.kind')}</th>
            <th scope="col">{text('trouble.today')}</th>
            <th scope="col">{text('trouble.lately')}</th>
          </tr>
        </thead>
        <tbody>
          {trouble.map(({ kind, today, lately }) => (
            <tr key={kind}>
              <th scope="row">{text(`trouble.kind.${kind}`)}</th>
              <td>{cell(today)}</td>
              <td>{cell(lately)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
