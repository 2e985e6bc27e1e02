// Where to look first: a guess in words with its number, beside what is proved.
import type { LookFirstView } from '#app/domain/reports/look-first-view.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { GroupName } from './map/group-name.tsx';

export function LookFirstCard({ view }: { view: LookFirstView }) {
  const text = useText();
  return (
    <Card title={text('results.look-first')}>
      {view.none !== null ? <p>{text(`results.look-first.none.${view.none}`)}</p> : <LookFirstTable view={view} />}
    </Card>
  );
}

function LookFirstTable({ view }: { view: LookFirstView }) {
  const text = useText();
  const chance = (percent: number | null) => (percent === null ? text('results.look-first.hint') : text('results.look-first.likely', { percent }));
  return (
    <>
      <p className="quiet">{text(view.hint ? 'results.look-first.lead.hint' : 'results.look-first.lead')}</p>
      <div className="scroll" tabIndex={0} role="group" aria-label={text('results.look-first')}>
        <table className="table">
          <caption className="visually-hidden">{text('results.look-first')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('results.heat.department')}</th>
              <th scope="col">{text('results.levels.dimension')}</th>
              <th scope="col" className="num">{text('results.levels.index')}</th>
              <th scope="col" className="num">{text('results.look-first.below')}</th>
              {!view.hint && <th scope="col" className="num">{text('results.look-first.target')}</th>}
              {!view.hint && <th scope="col" className="num">{text('results.look-first.shortfall')}</th>}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <GroupName group={row.group} />
                </th>
                <td>{row.dimension}</td>
                <td className="num">
                  {row.index} <small className="quiet">{text('results.n', { n: row.n })}</small>
                </td>
                <td className="num">{chance(row.below)}</td>
                {!view.hint && <td className="num">{row.underTarget === null ? '–' : chance(row.underTarget)}</td>}
                {!view.hint && <td className="num">{text('results.points', { n: row.shortfall })}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.more > 0 && <p className="quiet small">{text('results.look-first.more', { n: view.more })}</p>}
    </>
  );
}
