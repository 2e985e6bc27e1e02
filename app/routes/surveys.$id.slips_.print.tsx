import type { HeadersFunction, MetaFunction } from '@remix-run/node';
import { Link, useActionData } from '@remix-run/react';
import type { PrintedPile } from '#app/domain/surveys/slips.ts';
import { printSlipsForm } from '#app/forms/slips.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { saidOfCode, type FormReply } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { PrintedSlips } from '#app/ui/surveys/printed-slips.tsx';
import { useText } from '#app/ui/text.ts';

// Asked for with GET there is nothing to show: a pile comes with the answer to the form, once.
export const loader = page({ may: 'compose-surveys' }, ({ params, language }) => ({ title: textOf(language)('slips.open'), id: params['id'] ?? '' }));

export const action = command({ may: 'compose-surveys', form: printSlipsForm }, async ({ app, actor, params, input, reject }) => {
  const printed = await printSlips(app, actor, { surveyId: params['id'] ?? '', block: input.block });
  return printed.ok ? { pile: printed.value } : reject('', printed.because, printed.details);
});

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrintSlips() {
  const text = useText();
  const { id, title } = useLoaded<typeof loader>();
  const answer = useActionData<{ readonly pile: PrintedPile } | FormReply>();
  if (answer && 'pile' in answer) return <PrintedSlips pile={answer.pile} />;
  return (
    <div className="narrow">
      <PageHeader title={title} back={{ to: `/surveys/${id}/slips`, label: title }} />
      <div className="stack">
        <Notice tone={answer ? 'danger' : 'info'} live={answer !== undefined}>
          {answer ? saidOfCode(text, answer, answer.errors[''] ?? 'not-understood') : text('slips.pile.gone')}
        </Notice>
        <Link className="button" to={`/surveys/${id}/slips`}>
          {text('slips.open')}
        </Link>
      </div>
    </div>
  );
}
