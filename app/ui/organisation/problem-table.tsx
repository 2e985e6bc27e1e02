import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import { useText } from '#app/ui/text.ts';

export function ProblemTable({ problems, more }: { problems: readonly DirectoryProblem[]; more: number }) {
  const text = useText();
  return (
    <div className="stack">
      <div className="card flush scroll">
        <table className="table">
          <caption className="visually-hidden">{text('import.problems.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('import.problems.file')}</th>
              <th scope="col" className="num">
                {text('import.problems.line')}
              </th>
              <th scope="col">{text('import.problems.column')}</th>
              <th scope="col">{text('import.problems.what')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                <td>{text(`import.file.${problem.file}`)}</td>
                <td className="num">{problem.line}</td>
                <td>{problem.column ?? <span className="quiet">{text('people.problem.whole-line')}</span>}</td>
                <td>{text(`people.problem.${problem.code}`, problem.details)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="quiet">{text('import.problems.more', { n: more })}</p>}
    </div>
  );
}
