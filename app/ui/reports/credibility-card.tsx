// What people think of the survey itself: how far everything else on the page can be believed.
import type { CredibilityView } from '#app/domain/reports/credibility-view.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';

export function CredibilityCard({ view }: { view: CredibilityView }) {
  const text = useText();
  const { statements, unsaid } = view;
  return (
    <Card title={text('results.credibility')}>
      <p className="quiet">{text('results.credibility.lead')}</p>
      <div className="scroll" tabIndex={0} role="group" aria-label={text('results.credibility')}>
        <table className="table">
          <caption className="visually-hidden">{text('results.credibility')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('results.credibility.statement')}</th>
              <th scope="col" className="num">{text('results.credibility.agree')}</th>
              <th scope="col" className="num">{text('results.levels.interval')}</th>
            </tr>
          </thead>
          <tbody>
            {statements.map(({ id, text: words, agree, n }) => (
              <tr key={id}>
                <th scope="row">
                  {words} <small className="quiet">{text('results.n', { n })}</small>
                </th>
                <td className="num">{text('results.percent', { n: agree.percent })}</td>
                <td className="num">{agree.interval && text('results.range', { low: agree.interval[0], high: agree.interval[1] })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{unsaid === null ? text('results.credibility.unsaid.none') : text('results.credibility.unsaid', { percent: unsaid.percent, n: unsaid.questions })}</p>
    </Card>
  );
}
