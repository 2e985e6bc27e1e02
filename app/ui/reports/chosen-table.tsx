import type { ChosenView } from '#app/domain/reports/chosen-view.ts';
import { useText } from '#app/ui/text.ts';
import { GroupName } from './group-name.tsx';

/** What people chose; an option that fewer than k people chose has no number. */
export function ChosenTable({ chosen, k }: { readonly chosen: ChosenView; readonly k: number }) {
  const text = useText();
  return (
    <div className="stack-tight">
      <p className="quiet small">
        <GroupName group={chosen.group} /> · {text('results.n', { n: chosen.ballots })}
      </p>
      <div className="scroll" tabIndex={0} role="group" aria-label={chosen.text}>
        <table className="table">
          <caption className="visually-hidden">{chosen.text}</caption>
          <thead>
            <tr>
              <th scope="col">{text('results.chosen.answer')}</th>
              <th scope="col" className="num">{text('results.chosen.people')}</th>
              <th scope="col" className="num">{text('results.chosen.share')}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.options.map(({ label, chosen: by }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{by ? text.number(by.people) : text('results.chosen.few', { k })}</td>
                <td className="num">{by ? text('results.percent', { n: by.percent }) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">{text('results.chosen.note')}</p>
    </div>
  );
}
