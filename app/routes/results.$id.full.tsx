import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { besideScores, departmentCycle, planningOf } from '#app/services/plans.server.ts';
import { ageOfResults } from '#app/services/reports/age-of-results.server.ts';
import { readResults } from '#app/services/reports/read-results.server.ts';
import { offersWords } from '#app/services/reports/read-words.server.ts';
import { offersReport } from '#app/services/reports/gather-report.server.ts';
import '#app/styles/map.css';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { BesideScores } from '#app/ui/plans/beside-scores.tsx';
import { CycleStepper } from '#app/ui/plans/cycle-stepper.tsx';
import { Pictures, picturesOf } from '#app/ui/reports/figures/figure-menu.tsx';
import { choicesOf, FullResults } from '#app/ui/reports/full-results.tsx';
import { ResultsFrame } from '#app/ui/reports/results-frame.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const read = await readResults(app, actor, {
    surveyId: params['id'] ?? '',
    department: url.searchParams.get('department'),
    compared: url.searchParams.get('compare') === 'before' ? 'before' : 'rest',
    cut: url.searchParams.get('cut'),
    item: url.searchParams.get('item'),
    language,
  });
  if (!read.ok) throw refuse(read.because);
  const { survey, department } = read.value;
  // A plan rests on the latest survey; what another tool collected asks nobody for an answer.
  const planning = survey.past ? null : await planningOf(app, actor, { surveyId: survey.id, department });
  const beside = await besideScores(app, actor, department, survey.id);
  const cycle = await departmentCycle(app, actor, { department, shownWith: survey.id });
  const report = await offersReport(app, actor, { surveyId: survey.id, department });
  return { title: survey.title, results: read.value, planning, beside, cycle, today: app.today(), age: await ageOfResults(app, survey.id), mayReadComments: await offersWords(app, actor, survey.id), report };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Full() {
  const text = useText();
  const { results, planning, beside, cycle, today, age, mayReadComments, report } = useLoaded<typeof loader>();
  const base = `/results/${results.survey.id}`;
  return (
    <ResultsFrame page={results} keep={choicesOf(results)} comments={mayReadComments} age={age}>
      {report && (
        <p className="no-print">
          <Link className="button" to={`${base}/report?${new URLSearchParams({ department: results.department }).toString()}`}>
            {text('report.read')}
          </Link>
        </p>
      )}
      {cycle && <CycleStepper cycle={cycle} today={today} />}
      <Pictures.Provider value={report ? picturesOf(results.survey.id, results.department) : null}>
        <FullResults planning={planning} results={results} base={`${base}/full`} map={`${base}/map`} comments={mayReadComments ? `${base}/comments` : null} />
      </Pictures.Provider>
      {beside && <BesideScores departmentId={results.department} beside={beside} />}
    </ResultsFrame>
  );
}
