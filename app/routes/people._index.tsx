import type { MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import { page } from '#app/http/page.server.ts';
import { departmentChoices, peoplePage, roleHolders } from '#app/services/organisation/oversee-people.server.ts';
import { nextStep } from '#app/services/installation/set-up.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { FirstSteps } from '#app/ui/organisation/first-steps.tsx';
import { PageLinks } from '#app/ui/organisation/page-links.tsx';
import { PeopleTable } from '#app/ui/organisation/people-table.tsx';
import { PeopleTabs } from '#app/ui/organisation/people-tabs.tsx';
import { RoleHolders } from '#app/ui/access/role-holders.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, actor, language, url }) => {
  const wish = {
    search: (url.searchParams.get('search') ?? '').slice(0, 200).trim(),
    department: url.searchParams.get('department') ?? '',
    page: Math.trunc(Number(url.searchParams.get('page'))) || 1,
  };
  const departments = await departmentChoices(app, wish.department);
  return {
    title: textOf(language)('people.title'),
    wish,
    listed: await peoplePage(app, wish),
    departments,
    more: (await app.data.departments.open()).length > departments.length,
    holders: await roleHolders(app),
    imported: url.searchParams.get('imported')?.split('-').map(Number) ?? null,
    next: await nextStep(app),
    composes: may(actor, 'compose-surveys'),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Imported({ counts: [joined = 0, left = 0, moved = 0, changed = 0] }: { counts: readonly number[] }) {
  const text = useText();
  return (
    <Notice tone="good" live>
      <p>{text('people.imported', { joined, left, moved, changed })}</p>
    </Notice>
  );
}

function Next({ composes }: { composes: boolean }) {
  const text = useText();
  return (
    <div className="stack">
      <FirstSteps now="survey" />
      <p>
        {composes ? (
          <Link className="button primary" to="/surveys/new">
            {text('setup.next.survey')}
          </Link>
        ) : (
          text('setup.next.hr')
        )}
      </p>
    </div>
  );
}

function Search() {
  const text = useText();
  const { wish, departments, more } = useLoaded<typeof loader>();
  return (
    <Form method="get" role="search" className="search-people" key={`${wish.search} ${wish.department}`}>
      <div className="field">
        <label htmlFor="search">{text('people.search')}</label>
        <input id="search" type="search" name="search" defaultValue={wish.search} maxLength={200} />
      </div>
      <div className="field">
        <label htmlFor="department">{text('people.column.department')}</label>
        <select id="department" name="department" defaultValue={wish.department}>
          <option value="">{text('people.department.all')}</option>
          {departments.map(({ id, path }) => (
            <option key={id} value={id}>
              {path}
            </option>
          ))}
        </select>
        {more && <span className="hint">{text('people.department.narrower')}</span>}
      </div>
      <button className="button">{text('people.search.button')}</button>
    </Form>
  );
}

export default function People() {
  const text = useText();
  const { listed, holders, imported, next, composes } = useLoaded<typeof loader>();
  const importing = (
    <Link className="button primary" to="/people/import">
      {text('people.import')}
    </Link>
  );
  return (
    <div className="wide">
      <PageHeader title={text('people.title')} lead={text('people.lead')} actions={next !== 'people' && importing} />
      <div className="stack">
        {imported && <Imported counts={imported} />}
        {next === 'survey' && <Next composes={composes} />}
        <PeopleTabs />
        {next === 'people' && <EmptyState icon="people" text={text('people.empty')} action={{ to: '/people/import', label: text('people.import') }} />}
        <Search />
        <p className="quiet small" role="status">
          {text('people.found', { n: listed.found })}
        </p>
        {listed.found === 0 ? <p>{text('people.none-found')}</p> : <PeopleTable people={listed.people} />}
        <PageLinks page={listed.page} pages={listed.pages} />
        <RoleHolders holders={holders} />
      </div>
    </div>
  );
}
