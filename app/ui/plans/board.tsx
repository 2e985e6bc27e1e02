// HR's board: departments by stage, what stands in the way and who answers it, and promises that are late or due soon.
import { Link } from '@remix-run/react';
import { boardStages, type BoardPage, type ShownRow } from '#app/domain/plans/board.ts';
import { Badge } from '../controls/badge.tsx';
import { useText } from '../text.ts';
import { PromiseBadge } from './promise-parts.tsx';
import { partText } from './progress-tiles.tsx';

function Row({ row, survey }: { row: ShownRow; survey: BoardPage['survey'] }) {
  const text = useText();
  const { name, within, counts, daysLate, lateSteps, followThrough, score } = row;
  return (
    <tr>
      <th scope="row">
        {survey && score ? <Link to={`/results/${survey.id}/full?department=${row.departmentId}`}>{name}</Link> : name}
        {within !== '' && <span className="small quiet"> · {within}</span>}
      </th>
      {boardStages.map((stage) => (
        <td key={stage} className={counts[stage] === 0 ? 'num quiet' : 'num'}>
          {counts[stage]}
          {stage === 'owed' && daysLate > 0 && <small className="late"> {text('board.late', { n: daysLate })}</small>}
          {stage === 'under-way' && lateSteps > 0 && <small className="late"> {text('board.late-steps', { n: lateSteps })}</small>}
        </td>
      ))}
      <td className="num">{partText(text, followThrough)}</td>
      <td className="num">
        {score ? score.index : '–'}
        {score && score.with.length > 0 && <small className="quiet"> {text('board.score.with', { others: text.list(score.with) })}</small>}
      </td>
    </tr>
  );
}

export function BoardTable({ board: { rows, survey } }: { board: Pick<BoardPage, 'rows' | 'survey'> }) {
  const text = useText();
  return (
    <>
      <div className="scroll" tabIndex={0} role="group" aria-label={text('board.departments')}>
        <table className="table board">
          <caption className="visually-hidden">{text('board.departments')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('board.department')}</th>
              {boardStages.map((stage) => (
                <th key={stage} scope="col" className="num">
                  {text(`board.stage.${stage}`)}
                </th>
              ))}
              <th scope="col" className="num">{text('progress.follow')}</th>
              <th scope="col" className="num">{text('board.score')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.departmentId} row={row} survey={survey} />
            ))}
          </tbody>
        </table>
      </div>
      {survey && <p className="small quiet">{text('board.score.of', { survey: survey.title, day: text.day(survey.closed) })}</p>}
    </>
  );
}

export function BoardBlockers({ blockers, more }: { blockers: BoardPage['blockers']; more: number }) {
  const text = useText();
  if (blockers.length === 0) return <p className="quiet">{text('progress.blockers.none')}</p>;
  return (
    <>
      <ul className="list">
        {blockers.map(({ plan, blocker, level, days, departmentName, answers }) => (
          <li key={blocker.id} className="stack-tight">
            <div className="row apart">
              <Link to={`/plans/${plan.id}`}>{blocker.text}</Link>
              <Badge tone={level === 3 ? 'late' : 'wait'} icon="clock">
                {text('board.blocker.age', { n: days, level })}
              </Badge>
            </div>
            <p className="small quiet">
              {departmentName} · {text(`plan.blocker.kind.${blocker.kind}`)} · {text('board.blocker.answers', { name: answers ?? text('owed.nobody') })}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="small quiet">{text('board.more', { n: more })}</p>}
    </>
  );
}

export function BoardPromises({ promises, more }: { promises: BoardPage['promises']; more: number }) {
  const text = useText();
  if (promises.length === 0) return <p className="quiet">{text('board.promises.none')}</p>;
  return (
    <>
      <ul className="list">
        {promises.map(({ promise, status, planId, departmentName, by }) => (
          <li key={promise.id} className="row apart">
            <div>
              <Link to={`/plans/${planId}/promises/${promise.id}`}>{promise.text}</Link>
              <p className="small quiet">{[departmentName, by].filter(Boolean).join(' · ')}</p>
            </div>
            <PromiseBadge promise={promise} status={status} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="small quiet">{text('board.more', { n: more })}</p>}
    </>
  );
}
