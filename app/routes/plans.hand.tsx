import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { saying } from '#app/domain/plans/deed.ts';
import { handForm } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { handPage, handToHead } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { EvidenceText } from '#app/ui/plans/evidence-text.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'oversee-plans' }, async ({ app, actor, url, language }) => {
  const wish = { departmentId: url.searchParams.get('department') ?? '', dimension: url.searchParams.get('dimension') ?? '' };
  const found = await handPage(app, actor, { ...wish, language });
  if (!found.ok && (found.because === 'forbidden' || found.because === 'not-shown')) throw refuse(found.because);
  if (!found.ok && found.because === 'no-such-department') throw refuse('not-found');
  const text = textOf(language);
  const about = found.ok ? found.value : null;
  return { title: text('plan.hand'), wish, about, refused: found.ok ? null : text.error(found.because) };
});

export const action = command({ may: 'oversee-plans', form: handForm }, async ({ app, actor, input, values, reject }) => {
  const handed = await handToHead(app, actor, { departmentId: input.department, dimension: input.dimension });
  if (handed.ok) return redirect(saying('/plans?show=all', 'handed', 'plain' in values));
  if (handed.because === 'forbidden') throw refuse('forbidden');
  return reject('', handed.because, handed.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HandToHead() {
  const text = useText();
  const { wish, about, refused } = useLoaded<typeof loader>();
  const form = useValidatedForm(handForm, useReply());
  return (
    <div className="narrow">
      <PageHeader title={about ? text('plan.hand.of', { dimension: about.dimension }) : text('plan.hand')} back={{ to: '/plans', label: text('plans.title') }} />
      {refused && <Notice tone="warn">{refused}</Notice>}
      {about && (
        <Form method="post" noValidate onSubmit={form.onSubmit} className="stack-wide">
          <ErrorSummary form={form} labels={{}} />
          <EvidenceText evidence={about.evidence} dimension={about.dimension} />
          <p>{text('plan.hand.lead', { head: about.head, department: about.departmentName })}</p>
          <input type="hidden" {...form.hidden('department', wish.departmentId)} />
          <input type="hidden" {...form.hidden('dimension', wish.dimension)} />
          <div>
            <SubmitButton>{text('plan.hand.send')}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  );
}
