import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { page } from '#app/http/page.server.ts';
import { listSurveys } from '#app/services/surveys/list-surveys.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Phase } from '#app/domain/surveys/phase.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { SurveyRow } from '#app/ui/surveys/survey-row.tsx';
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language }) => ({
  title: textOf(language)('surveys.title'),
  surveys: await listSurveys(app),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const parts: readonly { readonly title: 'surveys.running' | 'surveys.drafts' | 'surveys.over'; readonly phases: readonly Phase[] }[] = [
  { title: 'surveys.running', phases: ['open', 'scheduled', 'counting'] },
  { title: 'surveys.drafts', phases: ['draft'] },
  { title: 'surveys.over', phases: ['closed', 'lost'] },
];

export default function Surveys() {
  const text = useText();
  const { surveys } = useLoaded<typeof loader>();
  const create = (
    <Link className="button primary" to="/surveys/new">
      <Icon name="plus" />
      {text('surveys.new')}
    </Link>
  );
  return (
    <div className="wide">
      <PageHeader title={text('surveys.title')} lead={text('surveys.lead')} actions={surveys.length > 0 && create} />
      <div className="stack-wide">
        <SurveysTabs />
        {surveys.length === 0 && <EmptyState icon="surveys" text={text('surveys.empty')} action={{ to: '/surveys/new', label: text('surveys.new') }} />}
        {parts.map(({ title, phases }) => {
          const rows = surveys.filter(({ phase }) => phases.includes(phase));
          return rows.length === 0 ? null : (
            <section key={title} className="stack">
              <h2>{text(title)}</h2>
              <div className="survey-list">
                {rows.map((row) => (
                  <SurveyRow key={row.survey.id} row={row} />
                ))}
              </div>
            </section>
          );
        })}
      </div>
    </div>
  );
}
