import { Link } from '@remix-run/react';
import { useText } from '#app/ui/text.ts';

export interface TreeBranch {
  readonly id: string;
  readonly name: string;
  readonly direct: number;
  readonly total: number;
  readonly head: { readonly id: string; readonly name: string } | null;
  readonly below: readonly TreeBranch[];
}

/** So many levels are open at first. */
const openLevels = 2;

function Line({ branch }: { branch: TreeBranch }) {
  const text = useText();
  return (
    <span className="department">
      <Link to={`/people?department=${branch.id}`}>{branch.name}</Link>
      <span className="quiet small">
        {text('people.count', { n: branch.total })}
        {branch.below.length > 0 && branch.direct > 0 && <> · {text('departments.direct', { n: branch.direct })}</>}
      </span>
      <span className="small">
        {branch.head ? <Link to={`/people/${branch.head.id}`}>{text('departments.head', { name: branch.head.name })}</Link> : <span className="quiet">{text('departments.no-head')}</span>}
      </span>
    </span>
  );
}

export function DepartmentTree({ branches, level = 0 }: { branches: readonly TreeBranch[]; level?: number }) {
  return (
    <ul className="department-tree">
      {branches.map((branch) => (
        <li key={branch.id}>
          {branch.below.length === 0 ? (
            <Line branch={branch} />
          ) : (
            <details open={level < openLevels}>
              <summary>
                <Line branch={branch} />
              </summary>
              <DepartmentTree branches={branch.below} level={level + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
