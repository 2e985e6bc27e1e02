// What to take up first, with the four reasons for it.
import type { PriorityView } from '#app/domain/reports/priority-view.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { useText } from '#app/ui/text.ts';
import { differenceText } from './difference.tsx';
import { whole } from '#app/domain/kernel/rounding.ts';

export function PriorityTable({ priorities }: { priorities: readonly PriorityView[] }) {
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
