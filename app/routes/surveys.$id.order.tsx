import { redirect, type MetaFunction } from '@remix-run/node';
import * as v from 'valibot';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { movesOf } from '#app/domain/surveys/questions/question-order.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { draftOf, moveQuestion } from '#app/services/surveys/compose-draft.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf, timeNeeded } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { QuestionOrder } from '#app/ui/surveys/questions/question-order.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language, url }) => {
  const survey = await draftOf(app, params['id'] ?? '');
  if (!survey) throw refuse('not-found');
  const { questions, k } = survey.definition;
  const rows = questions.map((question) => ({ id: question.id, text: inLanguage(question.text, language), moves: movesOf(questions, question.id, k) }));
  return { title: textOf(language)('order.title'), id: survey.id, name: inLanguage(survey.title, language), rows, seconds: secondsFrom(questions), last: url.searchParams.get('moved') };
});

/** `OWN-1 up`. */
const moveForm = v.object({ move: v.pipe(v.string('required'), v.regex(/^\S{1,64} (up|down)$/, 'required')) });

export const action = command({ may: 'compose-surveys', form: moveForm }, async ({ app, params, input, reject }) => {
  const id = params['id'] ?? '';
  const [question = '', way] = input.move.split(' ');
  const done = await moveQuestion(app, id, { id: question, by: way === 'up' ? -1 : 1 });
  if (done.ok) return redirect(`/surveys/${id}/order?${new URLSearchParams({ moved: input.move }).toString()}`);
  if (done.because === 'not-a-draft') throw refuse('not-found');
  return reject('', done.because, done.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Order() {
  const text = useText();
  const { title, id, name, rows, seconds, last } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('order.lead')} back={{ to: `/surveys/${id}`, label: name }} />
      <div className="stack">
        {reply && (
          <Notice tone="danger" live>
            {saidOf(text, reply, '')}
          </Notice>
        )}
        <Card title={text('draft.asked')} aside={<span className="quiet">{timeNeeded(text, seconds)}</span>}>
          <QuestionOrder rows={rows} last={last} />
        </Card>
      </div>
    </div>
  );
}
