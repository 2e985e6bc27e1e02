import { redirect, type MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { ownChangeForm } from '#app/forms/own-question.ts';
import { ownOf } from '#app/domain/surveys/own/own-question.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { ownQuestionsView, placeOwn, wordsIn } from '#app/services/surveys/own-questions.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { OwnQuestionRow, type OwnRow } from '#app/ui/surveys/own/own-question-row.tsx';
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => {
  const text = textOf(language);
  const today = app.today();
  const { questions } = await ownQuestionsView(app);
  const rows = questions.map(({ own, id, asked, lastAsked, drafts, lacking }): OwnRow => {
    const { kind } = own.words;
    const gates = own.parked ? { state: own.parked.review <= today ? ('due' as const) : ('parked' as const), day: own.parked.review } : own.gates ? { state: 'passed' as const, day: own.gates.on } : { state: 'missing' as const, day: today };
    return { id, number: own.number, words: wordsIn(own, language), kind, standing: own.standing, asked, lastAsked, drafts, lacking, gates, reason: own.parked?.reason ?? null };
  });
  const saved = url.searchParams.get('saved') ?? '';
  const said = (ownOf(saved)?.version ?? 1) > 1 && url.searchParams.has('versioned') ? text('own-question.versioned', { id: saved }) : ownOf(saved) && text('own-question.saved', { title: text('own-question.choose') });
  return { title: text('own-question.title'), rows, said: url.searchParams.has('checked') ? text('gates.said') : said };
});

export const action = command({ may: 'compose-surveys', form: ownChangeForm }, async ({ app, input, reject }) => {
  const placed = await placeOwn(app, input.number, input.intent === 'retire' ? 'retired' : 'active');
  if (!placed.ok && placed.because === 'own-backgrounds') return reject('', placed.because, placed.details);
  if (!placed.ok) throw refuse('not-found');
  return redirect('/surveys/own');
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OwnQuestions() {
  const text = useText();
  const { rows, said } = useLoaded<typeof loader>();
  const reply = useReply();
  const create = (
    <Link className="button primary" to="/surveys/own/new">
      <Icon name="plus" />
      {text('own-question.new')}
    </Link>
  );
  return (
    <div className="wide">
      <PageHeader title={text('own-question.title')} lead={text('own-question.lead')} actions={rows.length > 0 && create} />
      <div className="stack-wide">
        <SurveysTabs />
        {reply && (
          <Notice tone="danger" live>
            {saidOf(text, reply, '')}
          </Notice>
        )}
        {said && (
          <Notice tone="good" live>
            {said}
          </Notice>
        )}
        {rows.length === 0 ? (
          <EmptyState icon="surveys" text={text('own-question.empty')} action={{ to: '/surveys/own/new', label: text('own-question.new') }} />
        ) : (
          <div className="survey-list">
            {rows.map((row) => (
              <OwnQuestionRow key={row.number} row={row} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
