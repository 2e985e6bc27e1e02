// What stands beside the scores of a department for those who answer for it: whether it was talked over, and company records.
import { Link } from '@remix-run/react';
import type { Inquiry } from '#app/domain/plans/inquiry.ts';
import type { SecondaryFigure } from '#app/domain/plans/secondary.ts';
import type { TalkedOver } from '#app/domain/reports/talk-page.ts';
import { Card } from '../controls/card.tsx';
import { useText } from '../text.ts';
import { valueOf } from './supports.tsx';

interface Props {
  readonly departmentId: string;
  readonly beside: { readonly talks: readonly Inquiry[]; readonly talkedOver: TalkedOver | null; readonly figures: readonly SecondaryFigure[] };
}

export function BesideScores({ departmentId, beside: { talks, talkedOver, figures } }: Props) {
  const text = useText();
  return (
    <Card title={text('beside.title')}>
      <div className="stack-tight">
        {talks.length === 0 && <p>{text('talk.held.none')}</p>}
        {talks.map(({ id, day, participants }) => (
          <p key={id}>{text('talk.held', { day: text.day(day), n: participants })}</p>
        ))}
        {talkedOver && <p>{text('talk.score', { ...talkedOver })}</p>}
        <p className="no-print">
          <Link to={`/plans/talk?department=${departmentId}`}>{text('talk.link')}</Link>
        </p>
        {figures.length === 0 ? <p className="small quiet">{text('beside.figures.none')}</p> : <SecondaryList figures={figures} />}
      </div>
    </Card>
  );
}

function SecondaryList({ figures }: { figures: readonly SecondaryFigure[] }) {
  const text = useText();
  return (
    <dl className="secondary">
      {figures.map((figure) => (
        <div key={`${figure.kind} ${figure.period}`}>
          <dt>{text(`secondary.kind.${figure.kind}`)}</dt>
          <dd>
            {text('secondary.value', { unit: valueOf(text, figure), period: figure.period })} <span className="small quiet">{text('secondary.source', { source: figure.source, n: figure.people })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
