// What to take up first, with the four reasons for it.
import { Link } from '@remix-run/react';
import type { PriorityView } from '#app/domain/reports/priority-view.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { useText } from '#app/ui/text.ts';
import { differenceText } from '#app/text/difference-text.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

interface Props {
  readonly priorities: readonly PriorityView[];
  /** Whose plan it would be, and whether it may be handed to the head; null where the reader answers for nobody here. */
  readonly planning?: Planning | null;
}

export interface Planning {
  readonly department: string;
  readonly handing: boolean;
}

export function PriorityTable({ priorities, planning = null }: Props) {
  const text = useText();
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={text('results.priorities')}>
      <table className="table priorities">
        <caption className="visually-hidden">{text('results.priorities')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('results.levels.dimension')}</th>
            <th scope="col" className="num">{text('results.levels.index')}</th>
            <th scope="col">{text('results.levels.change')}</th>
            <th scope="col" className="num">{text('results.priorities.need')}</th>
            <th scope="col" className="num">{text('results.priorities.deficit')}</th>
            <th scope="col">{text('results.priorities.evidence')}</th>
            <th scope="col" className="num">{text('results.priorities.control')}</th>
            {planning && (
              <th scope="col" className="no-print">
                <span className="visually-hidden">{text('team.plan')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {priorities.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.label}
                {one.question && (
                  <>
                    <br />
                    <small className="quiet">{text('results.priorities.question', { question: one.question.text, index: one.question.index })}</small>
                  </>
                )}
                {one.flagged && (
                  <small className="must-be">
                    <Icon name="warning" />
                    <span>{text('results.priorities.must-be')}</span>
                  </small>
                )}
              </th>
              <td className="num">
                {one.index}
                {one.company !== null && <small className="quiet"> · {text('results.priorities.company', { index: one.company })}</small>}
              </td>
              <td>{differenceText(text, one.change, 'change')}</td>
              <td className="num">{one.need === null ? text('results.priorities.none') : text('results.percent', { n: one.need })}</td>
              <td className="num">
                {text('results.points', { n: one.deficit })}
                <small className="quiet compared">{text('yardsticks.said.target', { n: one.target })}</small>
              </td>
              <td>{text(`results.priorities.evidence.${one.evidence}`)}</td>
              <td className="num">{text('results.percent', { n: whole(100 * one.control) })}</td>
              {planning && (
                <td className="planning no-print">
                  <PlanLinks planning={planning} dimension={one.id} label={one.label} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlanLinks({ planning, dimension, label }: { planning: Planning; dimension: string; label: string }) {
  const text = useText();
  const query = new URLSearchParams({ department: planning.department, dimension });
  return (
    <div className="stack-tight">
      <Link to={`/plans/new?${query}`} aria-label={text('team.plan.of', { dimension: label })}>
        {text('team.plan')}
      </Link>
      {planning.handing && (
        <Link to={`/plans/hand?${query}`} aria-label={text('plan.hand.of', { dimension: label })}>
          {text('plan.hand')}
        </Link>
      )}
    </div>
  );
}
