// What stands in the way, by kind, and how far departments are: about plans, in the order of the tree, never by a figure.
import type { BlockerAge } from '#app/domain/plans/follow-through.ts';
import type { DepartmentProgress } from '#app/domain/plans/progress-figures.ts';
import { useText } from '../text.ts';
import { partText } from './progress-tiles.tsx';
import { whole } from '#app/domain/kernel/rounding.ts';

export function BlockerAges({ blockers }: { blockers: readonly BlockerAge[] }) {
  const text = useText();
  if (blockers.length === 0) return <p className="quiet">{text('progress.blockers.none')}</p>;
  return (
    <table className="table">
      <caption className="visually-hidden">{text('progress.blockers')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('progress.blockers.kind')}</th>
          <th scope="col" className="num">{text('progress.blockers.n')}</th>
          <th scope="col" className="num">{text('progress.blockers.mean')}</th>
          <th scope="col" className="num">{text('progress.blockers.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {blockers.map(({ kind, n, mean, oldest }) => (
          <tr key={kind}>
            <th scope="row">{text(`plan.blocker.kind.${kind}`)}</th>
            <td className="num">{n}</td>
            <td className="num">{whole(mean)}</td>
            <td className="num">{oldest}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DepartmentsProgress({ departments }: { departments: readonly (DepartmentProgress & { readonly name: string })[] }) {
  const text = useText();
  return (
    <table className="table">
      <caption className="visually-hidden">{text('progress.departments')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('progress.departments.name')}</th>
          <th scope="col" className="num">{text('progress.departments.open')}</th>
          <th scope="col" className="num">{text('progress.departments.finished')}</th>
          <th scope="col" className="num">{text('progress.steps')}</th>
          <th scope="col" className="num">{text('progress.departments.slips')}</th>
          <th scope="col" className="num">{text('progress.promises')}</th>
          <th scope="col" className="num">{text('progress.departments.blockers')}</th>
        </tr>
      </thead>
      <tbody>
        {departments.map((one) => (
          <tr key={one.departmentId}>
            <th scope="row">{one.name}</th>
            <td className="num">{one.open}</td>
            <td className="num">{one.finished}</td>
            <td className="num">{partText(text, one.stepsOnTime)}</td>
            <td className="num">{one.slips}</td>
            <td className="num">{partText(text, one.promises)}</td>
            <td className="num">{one.blockers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
