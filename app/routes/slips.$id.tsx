import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { handedOutForm } from '#app/forms/slips.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { handOutView, writeDown } from '#app/services/surveys/slips.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { usePostedForm } from '#app/ui/forms/use-posted-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { SlipPeople, useGroupName } from '#app/ui/surveys/slips/slip-piles.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, params, language, url }) => {
  const id = params['id'] ?? '';
  const view = await handOutView(app, actor, id);
  if (!view) throw refuse('not-found');
  return { title: textOf(language)('slips.title', { title: inLanguage(view.title, language) }), view, signed: url.searchParams.has('signed') };
});

export const action = command({ may: 'take-part', form: handedOutForm, takes: much }, async ({ app, actor, params, input, rejectAll }) => {
  const id = params['id'] ?? '';
  const written = await writeDown(app, actor, { surveyId: id, numbers: input });
  if (written.ok) return redirect(`/slips/${id}?signed`);
  return rejectAll(written, ({ because, details }) => ({ field: because === 'slips-number' ? `given-${String(details['block'])}` : '', code: because, details }));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HandOut() {
  const text = useText();
  const nameOf = useGroupName();
  const { title, view, signed } = useLoaded<typeof loader>();
  const form = usePostedForm(useReply());
  const labels = Object.fromEntries(view.piles.map(({ block, names }) => [`given-${block}`, text('slips.hand.number', { group: nameOf(names) })]));
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('slips.hand.lead', { names: text.list(view.handingOut) })} />
      <div className="stack">
        {signed && <Notice tone="good" live title={text('slips.hand.done', { day: text.day(view.closes) })} />}
        <Form method="post" noValidate className="stack">
          <ErrorSummary form={form as Parameters<typeof ErrorSummary>[0]['form']} labels={labels} />
          <p>{text('slips.hand.counts')}</p>
          {view.piles.map(({ block, names, people, slips, own }) => (
            <Card key={block} title={nameOf(names)} aside={<span className="quiet">{text('slips.count', { n: slips })}</span>}>
              <div className="stack-tight">
                <SlipPeople people={people} />
                <TextField form={form} name={`given-${block}`} label={labels[`given-${block}`]!} inputMode="numeric" initial={own === null ? '' : String(own)} />
              </div>
            </Card>
          ))}
          <div>
            <SubmitButton>{text('slips.hand.sign')}</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  );
}
