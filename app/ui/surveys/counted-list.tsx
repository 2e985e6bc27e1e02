import { Form } from '@remix-run/react';
import type { CountedPage } from '#app/domain/surveys/participation/counted-page.ts';
import { PageLinks } from '../organisation/page-links.tsx';
import { useText } from '../text.ts';

interface Props {
  readonly counted: CountedPage;
}

function Find({ find }: Pick<CountedPage, 'find'>) {
  const text = useText();
  return (
    <Form method="get" role="search" className="row" action="#counted" key={find}>
      <label htmlFor="find-counted">{text('survey.counted.find')}</label>
      <input id="find-counted" type="search" name="find" defaultValue={find} maxLength={200} />
      <button className="button small">{text('people.search.button')}</button>
    </Form>
  );
}

/** Every group that may ever be shown, with its people; «shown together with» says why two departments share a line. */
export function CountedList({ counted: { blocks, find, all, found, page, pages } }: Props) {
  const text = useText();
  const many = all > blocks.length || find !== '';
  return (
    <div className="stack-tight" id="counted">
      {many && <Find find={find} />}
      {many && (
        <p className="quiet small" role="status">
          {text('survey.counted.found', { n: found, all })}
        </p>
      )}
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text('survey.counted.department')}</th>
              <th scope="col" className="num">
                {text('survey.counted.invited')}
              </th>
            </tr>
          </thead>
          <tbody>
            {blocks.map(({ names: [first = '', ...others], invited }) => (
              <tr key={[first, ...others].join('/')}>
                <th scope="row">{others.length > 0 ? text('counted-with', { department: first, others: text.list(others) }) : first}</th>
                <td className="num">{text.number(invited)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && <PageLinks page={page} pages={pages} at="counted" />}
    </div>
  );
}
