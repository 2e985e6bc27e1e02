// One further language: what there is of it, how the answer page reads in it, and its file.
import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import * as v from 'valibot';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { removeTongue } from '#app/services/surveys/bring-tongue.server.ts';
import { tongueView } from '#app/services/surveys/look-at-tongue.server.ts';
import { textOf } from '#app/text/text.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { ConfirmDialog } from '#app/ui/controls/confirm-dialog.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { PhonePreview } from '#app/ui/surveys/phone-preview.tsx';
import { TongueParts, UnsaidSentences } from '#app/ui/surveys/tongues/tongue-reading.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language, url }) => {
  const text = textOf(language);
  const tongue = params['tongue'] ?? '';
  const view = await tongueView(app, tongue, { title: text('tongues.sample.title'), purpose: text('tongues.sample.purpose') });
  if (!view) throw refuse('not-found');
  return { ...view, title: nameOfTongue(tongue), taken: url.searchParams.has('taken') };
});

export const action = command({ may: 'compose-surveys', form: v.object({}) }, async ({ app, actor, params, reject }) => {
  const removed = await removeTongue(app, actor, params['tongue'] ?? '');
  return removed.ok ? redirect('/surveys/languages?removed') : reject('', removed.because, removed.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OneTongue() {
  const text = useText();
  const { title, reading, chosen, own, replaces, sample, taken } = useLoaded<typeof loader>();
  const reply = useReply();
  const refusal = reply?.errors[''];
  const { tongue } = reading;
  return (
    <div className="wide">
      <PageHeader title={title} back={{ to: '/surveys/languages', label: text('tongues.title') }} />
      <div className="stack">
        {taken && !reply && (
          <Notice tone="good" live>
            {text('tongues.taken', { language: title })}
          </Notice>
        )}
        {refusal && (
          <Notice tone="danger" live>
            {reply.words[refusal]}
          </Notice>
        )}
        <Card title={text('tongues.sentences')} aside={!reading.reviewed && <Badge tone="wait">{text('tongues.unreviewed')}</Badge>}>
          <TongueParts parts={reading.parts} />
          <p>
            {text(own ? 'tongues.page.own' : 'tongues.page.brought')} {text(chosen ? 'tongues.page.used' : 'tongues.page.unused')}
          </p>
          <UnsaidSentences {...reading} />
          <div className="row">
            <a className="button" href={`/surveys/languages/file.po?language=${encodeURIComponent(tongue)}`} download>
              {text('tongues.get')}
            </a>
            {!own && <Remove replaces={replaces} />}
          </div>
        </Card>
        <Card title={text('survey.preview')}>
          <p className="quiet">{text('tongues.sample')}</p>
          <PhonePreview manifest={sample} block={0} first={tongue} />
        </Card>
      </div>
    </div>
  );
}

function Remove({ replaces }: { readonly replaces: boolean }) {
  const text = useText();
  return (
    <ConfirmDialog title={text('tongues.remove')} opener={text('tongues.remove')} openerClass="button plain danger">
      <p>{text(replaces ? 'tongues.remove.own' : 'tongues.remove.last')}</p>
      <Form method="post">
        <SubmitButton className="button danger whole">{text('tongues.remove')}</SubmitButton>
      </Form>
    </ConfirmDialog>
  );
}
