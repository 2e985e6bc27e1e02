import { redirect, type MetaFunction } from '@remix-run/node';
import { ownId } from '#app/domain/surveys/own/own-question.ts';
import { ownQuestionForm, ownWishesOf } from '#app/forms/own-question.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { changeOwn, ownGround, ownQuestionView } from '#app/services/surveys/own-questions.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { OwnQuestionFields } from '#app/ui/surveys/own/own-question-form.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const view = await ownQuestionView(app, Number(params['number']));
  if (!view) throw refuse('not-found');
  return { title: textOf(language)('own-question.change', { id: view.id }), view, ground: await ownGround(app) };
});

export const action = command({ may: 'compose-surveys', form: ownQuestionForm }, async ({ app, params, input, rejectAll }) => {
  const number = Number(params['number']);
  const before = await ownQuestionView(app, number);
  const changed = await changeOwn(app, number, ownWishesOf(input));
  if (changed.ok) return redirect(`/surveys/own?saved=${ownId(changed.value)}${changed.value.version === before?.own.version ? '' : '&versioned'}`);
  if (changed.because === 'not-found') throw refuse('not-found');
  return rejectAll(changed, atItsField);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OneOwnQuestion() {
  const text = useText();
  const { title, view, ground } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="wide">
      <PageHeader title={title} back={{ to: '/surveys/own', label: text('own-question.title') }} />
      <div className="stack-wide">
        {view.asked > 0 && <Notice tone="warn">{text('own-question.asked.change')}</Notice>}
        <OwnQuestionFields key={view.id} initial={view.own.words} {...ground} reply={reply} submit={text('own-question.save')} />
      </div>
    </div>
  );
}
