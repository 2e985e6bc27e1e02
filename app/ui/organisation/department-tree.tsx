import { Link } from '@remix-run/react';
import type { LedBranch } from '#app/domain/organisation/tree.ts';
import { useText } from '#app/ui/text.ts';

/** So many levels are open at first. */
const openLevels = 2;

function Line({ branch }: { branch: LedBranch }) {
  const text = useText();
  return (
    <span className="department">
      <Link to={`/people?department=${branch.id}`}>{branch.name}</Link>
      <span className="quiet small">
        {text('people.count', { n: branch.total })}
        {branch.below.length + branch.deeper > 0 && branch.direct > 0 && <> · {text('departments.direct', { n: branch.direct })}</>}
      </span>
      <span className="small">
        {branch.head ? <Link to={`/people/${branch.head.id}`}>{text('departments.head', { name: branch.head.name })}</Link> : <span className="quiet">{text('departments.no-head')}</span>}
      </span>
    </span>
  );
}

export function DepartmentTree({ branches, level = 0 }: { branches: readonly LedBranch[]; level?: number }) {
  const text = useText();
  return (
    <ul className="department-tree">
      {branches.map((branch) => (
        <li key={branch.id}>
          <Line branch={branch} />
          {branch.deeper > 0 && (
            <Link className="small" to={`/people/departments?within=${branch.id}`}>
              {text('departments.count', { n: branch.deeper })}
              <span className="visually-hidden">
                {text('punctuation.colon')}
                {branch.name}
              </span>
            </Link>
          )}
          {branch.below.length > 0 && (
            <details open={level < openLevels}>
              <summary className="small">
                {text('departments.count', { n: branch.below.length })}
                <span className="visually-hidden">
                  {text('punctuation.colon')}
                  {branch.name}
                </span>
              </summary>
              <DepartmentTree branches={branch.below} level={level + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
