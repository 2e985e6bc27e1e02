import type { ChosenView } from '#app/domain/reports/chosen-view.ts';
import { useText } from '#app/ui/text.ts';

/** What people chose; an option that fewer than k people chose has no number. */
export function ChosenTable({ chosen, k }: { readonly chosen: ChosenView; readonly k: number }) {
  const text = useText();
  return (
    <table className="table">
      <caption className="visually-hidden">{chosen.text}</caption>
      <thead>
        <tr>
          <th scope="col">{text('results.chosen.answer')}</th>
          <th scope="col" className="num">{text('results.chosen.people')}</th>
          <th scope="col" className="num">{text('results.chosen.share')}</th>
          <th scope="col" className="num">{text('results.levels.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {chosen.options.map(({ label, chosen: by }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="num">{by ? text.number(by.people) : text('results.chosen.few', { k })}</td>
            <td className="num">{by ? text('results.percent', { n: by.percent }) : '–'}</td>
            <td className="num">{by ? text('results.range', { low: by.interval[0], high: by.interval[1] }) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
