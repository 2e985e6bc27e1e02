import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { departmentCycle } from '#app/services/plans.server.ts';
import { ageOfResults } from '#app/services/reports/age-of-results.server.ts';
import { offersReport } from '#app/services/reports/gather-report.server.ts';
import { readOwn } from '#app/services/reports/read-results.server.ts';
import { companyWordsPassedOn } from '#app/services/reports/read-words.server.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { CycleStepper } from '#app/ui/plans/cycle-stepper.tsx';
import { OldResults } from '#app/ui/reports/old-results.tsx';
import { OwnResults } from '#app/ui/reports/own-results.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, language, params }) => {
  const read = await readOwn(app, actor, params['id'] ?? '', language);
  if (!read.ok) throw refuse(read.because);
  const department = actor.departmentId;
  const surveyId = read.value.survey.id;
  const cycle = department === null ? null : await departmentCycle(app, actor, { department, shownWith: surveyId });
  const words = await companyWordsPassedOn(app, actor, surveyId);
  const report = read.value.mayReadMore && (await offersReport(app, actor, { surveyId, department: null }));
  return { title: read.value.survey.title, page: read.value, report, cycle, today: app.today(), words, age: await ageOfResults(app, surveyId), mayReadAll: may(actor, 'read-results') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HowWeAnswered() {
  const text = useText();
  const { page: own, report, cycle, today, words, age, mayReadAll } = useLoaded<typeof loader>();
  const { survey } = own;
  const full = (
    <Link className="button" to={`/results/${survey.id}/full`}>
      {text(mayReadAll ? 'results.own.full' : 'results.own.full.head')}
    </Link>
  );
  return (
    <div className={age ? 'own-page aged' : 'own-page'}>
      <PageHeader
        back={{ to: '/results', label: text('results.title') }}
        title={survey.title}
        lead={`${text('results.closed-on', { day: text.day(survey.closed) })} · ${text('results.own.lead')}`}
        actions={
          own.mayReadMore && (
            <>
              {full}
              {report && (
                <Link className="button" to={`/results/${survey.id}/report`}>
                  {text('report.read')}
                </Link>
              )}
            </>
          )
        }
      />
      <OldResults age={age} />
      {cycle && <CycleStepper cycle={cycle} today={today} />}
      <OwnResults page={own} answersBy={own.answersBy} today={today} words={words} />
    </div>
  );
}
