import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { ageOfResults } from '#app/services/reports/age-of-results.server.ts';
import { offersReport } from '#app/services/reports/gather-report.server.ts';
import { readQuestions } from '#app/services/reports/read-results.server.ts';
import { offersWords } from '#app/services/reports/read-words.server.ts';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { Pictures, picturesOf } from '#app/ui/reports/figures/figure-menu.tsx';
import { QuestionSections } from '#app/ui/reports/question-sections.tsx';
import { ResultsFrame } from '#app/ui/reports/results-frame.tsx';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const read = await readQuestions(app, actor, { surveyId: params['id'] ?? '', department: url.searchParams.get('department'), language });
  if (!read.ok) throw refuse(read.because);
  const { survey, department } = read.value;
  const offers = { mayReadComments: await offersWords(app, actor, survey.id), report: await offersReport(app, actor, { surveyId: survey.id, department }) };
  return { title: survey.title, questions: read.value, age: await ageOfResults(app, survey.id), ...offers };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Questions() {
  const { questions, age, mayReadComments, report } = useLoaded<typeof loader>();
  return (
    <ResultsFrame page={questions} comments={mayReadComments} age={age}>
      <Pictures.Provider value={report ? picturesOf(questions.survey.id, questions.department) : null}>
        <QuestionSections page={questions} />
      </Pictures.Provider>
    </ResultsFrame>
  );
}
