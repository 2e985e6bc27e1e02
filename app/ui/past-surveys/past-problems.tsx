import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { FoundProblem, FoundProblems } from '#app/domain/past-surveys/found.ts';
import type { Text } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';

/** What speaks against who is counted has one sentence wherever it is told. */
function said(text: Text, { code, details, column }: FoundProblem): string {
  if (!code.startsWith('counted-')) return text.code('past.problem', code, details);
  const header = details['header'] ? text('past.sign.header', { header: String(details['header']) }) : text('past.columns.name', { n: column });
  return text.code('past.sign', code.slice('counted-'.length), { ...details, header });
}

/** What is wrong with a file, by line: where, and what would be right; never what stands there. */
export function PastProblems({ found, children }: { found: Pick<FoundProblems, 'problems' | 'count'>; children?: ReactNode }) {
  const text = useText();
  const { problems, count } = found;
  return (
    <div className="stack">
      <Notice tone="danger" title={text('past.wrong.title', { n: count })} live>
        {text('past.wrong.text')}
      </Notice>
      <div className="row no-print">
        {children}
        <Link className="button" to="/surveys/past/new">
          {text('past.wrong.again')}
        </Link>
      </div>
      <div className="card flush scroll">
        <table className="table">
          <caption className="visually-hidden">{text('past.wrong.table')}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {text('past.wrong.line')}
              </th>
              <th scope="col" className="num">
                {text('past.wrong.column')}
              </th>
              <th scope="col">{text('past.wrong.what')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                {problem.line > 0 ? (
                  <>
                    <td className="num">{text.number(problem.line)}</td>
                    <td className="num">{text.number(problem.column)}</td>
                  </>
                ) : (
                  <td colSpan={2}>
                    <span className="quiet">{text('past.wrong.whole')}</span>
                  </td>
                )}
                <td>{said(text, problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > problems.length && <p className="quiet">{text('past.wrong.more', { n: count - problems.length })}</p>}
    </div>
  );
}
