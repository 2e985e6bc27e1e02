// While the report is being set for paper; then it is offered.
import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { offersReport } from '#app/services/reports/gather-report.server.ts';
import { standingOfPrint } from '#app/services/reports/print-report.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { JobUnderWay } from '#app/ui/surveys/job-under-way.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const surveyId = params['id'] ?? '';
  if (!(await offersReport(app, actor, { surveyId, department: url.searchParams.get('department') }))) throw refuse('not-found');
  const query = new URLSearchParams(url.searchParams);
  query.delete('work');
  return { title: textOf(language)('report.paper.title'), surveyId, query: query.toString(), standing: standingOfPrint(app, url.searchParams.get('work') ?? '') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Paper() {
  const text = useText();
  const { title, surveyId, query, standing } = useLoaded<typeof loader>();
  const back = { to: `/results/${surveyId}/report?${query}`, label: text('report.title') };
  if (standing.state === 'under-way') {
    const far = standing.before === 0 ? null : text('report.paper.before', { n: standing.before });
    return <JobUnderWay title={title} says={text('report.paper.making')} progress={{ done: 0, of: 0 }} far={far} back={back} />;
  }
  const failed = standing.state === 'failed';
  return (
    <div className="narrow">
      <PageHeader title={title} back={back} />
      <div className="stack">
        <Notice tone={failed ? 'danger' : 'good'} live>
          {text(failed ? 'report.paper.failed' : 'report.paper.ready')}
        </Notice>
        <p>
          <a className="button primary" href={`/results/${surveyId}/report.pdf?${query}`}>
            {text(failed ? 'report.paper.again' : 'report.paper.open')}
          </a>
        </p>
      </div>
    </div>
  );
}
