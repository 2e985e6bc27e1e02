import type { MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { page } from '#app/http/page.server.ts';
import { departmentTree } from '#app/services/organisation/oversee-people.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { DepartmentTree } from '#app/ui/organisation/department-tree.tsx';
import { PageLinks } from '#app/ui/organisation/page-links.tsx';
import { PeopleTabs } from '#app/ui/organisation/people-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, url }) => {
  const wish = {
    within: url.searchParams.get('within') ?? '',
    search: (url.searchParams.get('search') ?? '').slice(0, 200).trim(),
    page: Math.trunc(Number(url.searchParams.get('page'))) || 1,
  };
  return { title: textOf(language)('departments.title'), wish, ...(await departmentTree(app, wish)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Search() {
  const text = useText();
  const { wish } = useLoaded<typeof loader>();
  return (
    <Form method="get" role="search" className="search-people" key={wish.search}>
      <div className="field">
        <label htmlFor="search">{text('departments.search')}</label>
        <input id="search" type="search" name="search" defaultValue={wish.search} maxLength={200} />
      </div>
      <button className="button">{text('people.search.button')}</button>
    </Form>
  );
}

/** The way back up from a part of the tree. */
function Above() {
  const text = useText();
  const { above } = useLoaded<typeof loader>();
  if (above.length === 0) return null;
  return (
    <nav className="row tight small" aria-label={text('departments.above')}>
      <Link to="/people/departments">{text('departments.all')}</Link>
      {above.map(({ id, name }, at) => (
        <span key={id}>{at < above.length - 1 ? <> / <Link to={`?within=${id}`}>{name}</Link></> : <> / {name}</>}</span>
      ))}
    </nav>
  );
}

function Found({ found }: { readonly found: NonNullable<ReturnType<typeof useLoaded<typeof loader>>['found']> }) {
  const text = useText();
  return (
    <>
      <p className="quiet small" role="status">
        {text('departments.count', { n: found.many })}
      </p>
      <ul className="list">
        {found.choices.map(({ id, path }) => (
          <li key={id}>
            <Link to={`?within=${id}`}>{path}</Link>
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to="/people/departments">{text('departments.all')}</Link>
      </p>
    </>
  );
}

/** Fewer are seen at a glance. */
const searched = 30;

export default function Departments() {
  const text = useText();
  const { branches, found, many, page: at, pages } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader title={text('departments.title')} lead={text('departments.lead')} />
      <div className="stack">
        <PeopleTabs />
        {many === 0 ? (
          <EmptyState icon="people" text={text('departments.empty')} action={{ to: '/people/import', label: text('people.import') }} />
        ) : (
          <>
            {many > searched && <Search />}
            <Above />
            <div className="card">{found ? <Found found={found} /> : <DepartmentTree branches={branches} />}</div>
            <PageLinks page={at} pages={pages} />
          </>
        )}
      </div>
    </div>
  );
}
