import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { page } from '#app/http/page.server.ts';
import { pastSurveys } from '#app/services/past-surveys.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, type Loaded } from '#app/ui/layout/loaded.ts';
import { ClosedSurveys } from '#app/ui/reports/closed-surveys.tsx';
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => ({
  title: textOf(language)('past.title'),
  // Said here: of a key that comes with the data the build does not know that this page says it.
  done: url.searchParams.has('published') ? textOf(language)('past.done') : url.searchParams.has('gave-up') ? textOf(language)('past.gave-up') : null,
  ...(await pastSurveys(app, language)),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Waiting({ waiting }: Pick<Loaded<typeof loader>, 'waiting'>) {
  const text = useText();
  return (
    <Card title={text('past.waiting')}>
      <p className="quiet">{text('past.waiting.text')}</p>
      <ul className="bare">
        {waiting.map(({ id, title, closed }) => (
          <li key={id}>
            <Link to={`/surveys/past/${id}`}>{title}</Link> <span className="quiet">{text.day(closed)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export default function PastSurveys() {
  const text = useText();
  const { brought, waiting, done } = useLoaded<typeof loader>();
  const none = brought.length + waiting.length === 0;
  const bring = (
    <Link className="button primary" to="/surveys/past/new">
      <Icon name="plus" />
      {text('past.bring')}
    </Link>
  );
  return (
    <div className="wide">
      <PageHeader title={text('past.title')} lead={text('past.lead')} actions={!none && bring} />
      <div className="stack-wide">
        <SurveysTabs />
        {done && (
          <Notice tone="good" live>
            {done}
          </Notice>
        )}
        {none && <EmptyState icon="surveys" text={text('past.empty')} action={{ to: '/surveys/past/new', label: text('past.bring') }} />}
        {waiting.length > 0 && <Waiting waiting={waiting} />}
        {brought.length > 0 && (
          <section className="stack" aria-label={text('past.published')}>
            <ClosedSurveys surveys={brought} full />
          </section>
        )}
      </div>
    </div>
  );
}
