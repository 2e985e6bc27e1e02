import { redirect, type MetaFunction } from '@remix-run/node';
import { may } from '#app/domain/access/actor.ts';
import { registerForm } from '#app/forms/inquiries.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { inquiryRegister, recordInquiry, removeInquiry, type ToldInquiry } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { InquiryForm } from '#app/ui/plans/inquiry-form.tsx';
import { InquiryList, RemoveInquiry } from '#app/ui/plans/inquiry-list.tsx';
import { replyTo } from '#app/ui/plans/plan-view.ts';
import { PlansTabs } from '#app/ui/plans/plans-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, url, language }) => ({
  title: textOf(language)('inquiries.title'),
  overseeing: may(actor, 'oversee-plans'),
  register: await inquiryRegister(app, actor),
  said: url.searchParams.has('saved') ? ('saved' as const) : url.searchParams.has('removed') ? ('removed' as const) : null,
}));

export const action = command({ may: 'make-plans', form: registerForm }, async ({ app, actor, input, rejectAll }) => {
  if (input.intent === 'remove') {
    const removed = await removeInquiry(app, actor, input.inquiry);
    if (!removed.ok) throw refuse(removed.because);
    return redirect('/plans/inquiries?removed');
  }
  const { request, kind, department, day, topic, moderator, participants, points } = input;
  const kept = await recordInquiry(app, actor, { request, kind, departmentId: department, day, topic, moderatorId: moderator, participants, points });
  if (kept.ok) return redirect('/plans/inquiries?saved');
  if (kept.because === 'forbidden') throw refuse('forbidden');
  return rejectAll(kept, atItsField);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Inquiries() {
  const text = useText();
  const { overseeing, register, said } = useLoaded<typeof loader>();
  const reply = useReply();
  const { told, choices, moderators, names, me, request, today } = register;
  const below = ({ inquiry, removable, few }: ToldInquiry) => (
    <div className="row apart">
      <p className="small quiet">
        {text('inquiries.led', { name: inquiry.moderatorId === null ? text('inquiries.outside') : (names[inquiry.moderatorId] ?? '–') })}
        {few && ` · ${text('inquiries.few')}`}
      </p>
      {removable && <RemoveInquiry inquiry={inquiry} />}
    </div>
  );
  return (
    <div className="wide">
      <PageHeader title={text('inquiries.title')} lead={text('inquiries.lead')} />
      <div className="stack-wide">
        <PlansTabs overseeing={overseeing} />
        {said && reply === undefined && (
          <Notice tone="good" live>
            {text(said === 'saved' ? 'inquiries.saved' : 'inquiries.removed')}
          </Notice>
        )}
        {told.length === 0 ? (
          <EmptyState icon="plans" text={text('inquiries.empty')} />
        ) : (
          <Card>
            <InquiryList told={told}>{below}</InquiryList>
          </Card>
        )}
        {choices.length > 0 && <InquiryForm key={told.length} departments={choices} moderators={moderators} me={me} request={request} today={today} reply={replyTo(reply, 'record')} />}
      </div>
    </div>
  );
}
