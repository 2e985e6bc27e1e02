import type { CutView } from '#app/domain/reports/cut-view.ts';
import { useText } from '../text.ts';

/** Tables by one background question each. */
export function CutTables({ cuts }: { cuts: readonly CutView[] }) {
  const text = useText();
  return (
    <div className="stack">
      {cuts.map((cut) => (
        <div key={cut.question} className="scroll" tabIndex={0} role="group" aria-label={cut.question}>
          <table className="table">
            <caption>{cut.question}</caption>
            <thead>
              <tr>
                <th scope="col">{text('results.cuts.band')}</th>
                <th scope="col">{text('results.list.answered')}</th>
                {cut.items.map((item) => (
                  <th key={item.id} scope="col">
                    {item.text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cut.bands.map((band) => (
                <tr key={band.labels.join()}>
                  <th scope="row">{text.list(band.labels.map((label) => label || text('results.cuts.blank')))}</th>
                  <td className="num">{band.answered}</td>
                  {band.favourable.map((share, at) => (
                    <td key={cut.items[at]?.id} className="num">
                      {share ? text('results.percent', { n: share.percent }) : '–'}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  );
}
