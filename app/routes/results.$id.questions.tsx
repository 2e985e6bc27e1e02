import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { offersReport } from '#app/services/reports/gather-report.server.ts';
import { readQuestions } from '#app/services/reports/read-results.server.ts';
import { offersWords } from '#app/services/reports/read-words.server.ts';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { Pictures, picturesOf } from '#app/ui/reports/figure-menu.tsx';
import { QuestionSections } from '#app/ui/reports/question-sections.tsx';
import { ResultsFrame } from '#app/ui/reports/results-frame.tsx';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const read = await readQuestions(app, actor, { surveyId: params['id'] ?? '', department: url.searchParams.get('department'), language });
  if (!read.ok) throw refuse(read.because);
  return { title: read.value.survey.title, questions: read.value, mayReadComments: await offersWords(app, actor, read.value.survey.id), report: await offersReport(app, actor, { surveyId: read.value.survey.id, department: read.value.department }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Questions() {
  const { questions, mayReadComments, report } = useLoaded<typeof loader>();
  return (
    <ResultsFrame page={questions} comments={mayReadComments}>
      <Pictures.Provider value={report ? picturesOf(questions.survey.id, questions.department) : null}>
        <QuestionSections page={questions} />
      </Pictures.Provider>
    </ResultsFrame>
  );
}
