import { redirect, type MetaFunction } from '@remix-run/node';
import { ruleForm, ruleOf } from '#app/forms/programme.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { ruleOffer } from '#app/services/surveys/programme-page.server.ts';
import { setProgramme } from '#app/services/surveys/set-programme.server.ts';
import { withDays } from '#app/text/refused-days.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { ProgrammeForm } from '#app/ui/surveys/programme/programme-form.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language }) => ({ title: textOf(language)('programme.rule.title'), offer: await ruleOffer(app), request: app.newId() }));

export const action = command({ may: 'compose-surveys', form: ruleForm }, async ({ app, actor, language, input: { request, ...input }, reject }) => {
  for (const field of ['free', 'blackouts'] as const) {
    const { wrong } = input[field];
    if (wrong) return reject(field, 'programme-line', wrong);
  }
  const set = await setProgramme(app, actor, { rule: ruleOf(input), language, ...(request !== undefined && { request }) });
  if (set.ok) return redirect('/surveys/programme?done=set');
  return reject(String(set.details['field'] ?? ''), set.because, withDays(textOf(language), set.details));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProgrammeRule() {
  const text = useText();
  const { title, offer, request } = useLoaded<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('programme.rule.lead')} back={{ to: '/surveys/programme', label: text('programme.title') }} />
      <div className="stack">
        {offer.replaces && <Notice>{text('programme.rule.replaces')}</Notice>}
        <ProgrammeForm offer={offer} request={request} reply={useReply()} />
      </div>
    </div>
  );
}
