import { inLanguage } from '#app/domain/kernel/language.ts';
import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { sealedView } from '#app/services/surveys/sealed-view.server.ts';
import { beginClosing } from '#app/services/surveys/seal-and-invite.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { ParticipationBar } from '#app/ui/surveys/participation-bar.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const sealed = await sealedView(app, params['id'] ?? '');
  if (!sealed.ok) throw refuse('not-found');
  const { survey, phase, participation } = sealed.value;
  if (phase !== 'open') throw redirect(`/surveys/${survey.id}`);
  const name = inLanguage(survey.title, language);
  return { title: textOf(language)('close.title', { title: name }), id: survey.id, name, closes: survey.closes, participation: participation && { company: participation.company, step: participation.step } };
});

export const action = command({ may: 'compose-surveys', form: v.object({}) }, async ({ app, actor, params, reject }) => {
  const id = params['id'] ?? '';
  const closed = await beginClosing(app, actor, id);
  return closed.ok ? redirect(`/surveys/${id}`) : reject('', closed.because, closed.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CloseEarly() {
  const text = useText();
  const { id, name, title, closes, participation } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('close.lead', { closes: text.day(closes) })} back={{ to: `/surveys/${id}`, label: name }} />
      <div className="stack">
        {reply && (
          <Notice tone="danger" live>
            {saidOf(text, reply, '')}
          </Notice>
        )}
        <Notice tone="warn">{text('close.warn')}</Notice>
        {participation && (
          <Card>
            <ParticipationBar label={text('close.participation')} rounded={participation.company} step={participation.step} />
          </Card>
        )}
        <Form method="post" className="row">
          <SubmitButton className="button danger">{text('close.now')}</SubmitButton>
          <Link className="button plain" to={`/surveys/${id}`}>
            {text('close.back')}
          </Link>
        </Form>
      </div>
    </div>
  );
}
