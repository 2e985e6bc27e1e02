import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import { page } from '#app/http/page.server.ts';
import { withAges } from '#app/services/reports/age-of-results.server.ts';
import { closedServices } from '#app/services/reports/read-service.server.ts';
import { closedSurveys } from '#app/services/reports/read-results.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { ClosedSurveys } from '#app/ui/reports/closed-surveys.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, language }) => ({
  title: textOf(language)('results.title'),
  surveys: await withAges(app, await closedSurveys(app, language)),
  services: await closedServices(app, actor, language),
  mayReadAll: may(actor, 'read-results'),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Results() {
  const text = useText();
  const { surveys, services, mayReadAll } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader
        title={text('results.title')}
        lead={text('results.lead')}
        actions={
          mayReadAll && (
            <>
              <Link className="button" to="/results/yardsticks">
                {text('yardsticks.title')}
              </Link>
              <Link className="button" to="/results/letterhead">
                {text('letterhead.title')}
              </Link>
            </>
          )
        }
      />
      <div className="stack-wide">
      {surveys.length === 0 ? (
        <EmptyState icon="results" text={text('results.empty')} action={mayReadAll ? { to: '/surveys/new', label: text('results.empty.action') } : undefined} />
      ) : (
        <ClosedSurveys surveys={surveys} full={mayReadAll} />
      )}
      {services.length > 0 && (
        <section className="stack">
          <h2>{text('service.list')}</h2>
          <ul className="closed-surveys">
            {services.map(({ id, title, closed }) => (
              <li key={id} className="card">
                <div>
                  <h3>
                    <Link to={`/results/${id}/services`}>{title}</Link>
                  </h3>
                  <p className="quiet">{text('results.closed-on', { day: text.day(closed) })}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      </div>
    </div>
  );
}
