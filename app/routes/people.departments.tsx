import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { departmentTree } from '#app/services/organisation/oversee-people.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { DepartmentTree } from '#app/ui/organisation/department-tree.tsx';
import { PeopleTabs } from '#app/ui/organisation/people-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language }) => ({
  title: textOf(language)('departments.title'),
  branches: await departmentTree(app),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Departments() {
  const text = useText();
  const { branches } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader title={text('departments.title')} lead={text('departments.lead')} />
      <div className="stack">
        <PeopleTabs />
        {branches.length === 0 ? (
          <EmptyState icon="people" text={text('departments.empty')} action={{ to: '/people/import', label: text('people.import') }} />
        ) : (
          <div className="card">
            <DepartmentTree branches={branches} />
          </div>
        )}
      </div>
    </div>
  );
}
