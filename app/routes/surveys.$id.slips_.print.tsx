import type { HeadersFunction, MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { printSlipsForm } from '#app/forms/slips.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { drawSlips } from '#app/services/responses/draw-slips.server.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { slipsOf } from '#app/services/surveys/slips.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import '#app/styles/sheets.css';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useAnswer, useLoaded } from '#app/ui/layout/loaded.ts';
import { PrintedSlips, type ShownPile } from '#app/ui/surveys/slips/printed-slips.tsx';
import { useText } from '#app/ui/text.ts';

// Asked for with GET there is nothing to show: a pile comes with the answer to the form, once.
export const loader = page({ may: 'compose-surveys' }, ({ params, language }) => ({ title: textOf(language)('slips.open'), id: params['id'] ?? '' }));

export const action = command({ may: 'compose-surveys', form: printSlipsForm }, async ({ app, actor, params, input, reject }) => {
  const id = params['id'] ?? '';
  const asked = (await slipsOf(app, id))?.piles.find(({ block }) => block === input.block);
  // A page that is loaded again asks as it asked before: what was printed meanwhile must not become worthless by that.
  if (asked && asked.printings !== input.printings) return reject('', 'pile-shown');
  const printed = await printSlips(app, actor, { surveyId: id, block: input.block });
  if (!printed.ok) return reject('', printed.because, printed.details);
  const { survey, codes } = printed.value;
  const cover = { title: survey.title, departments: asked?.names ?? [], slips: codes.length, closesOn: survey.closesOn };
  return { pile: { cover, slips: await drawSlips(printed.value) } satisfies ShownPile };
});

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrintSlips() {
  const text = useText();
  const { id, title } = useLoaded<typeof loader>();
  const answer = useAnswer<typeof action>();
  if (answer && 'pile' in answer) return <PrintedSlips id={id} pile={answer.pile} />;
  return (
    <div className="narrow">
      <PageHeader title={title} back={{ to: `/surveys/${id}/slips`, label: title }} />
      <div className="stack">
        <Notice tone={answer ? 'danger' : 'info'} live={answer !== undefined}>
          {answer ? saidOf(text, answer, '') : text('slips.pile.gone')}
        </Notice>
        <Link className="button" to={`/surveys/${id}/slips`}>
          {text('slips.open')}
        </Link>
      </div>
    </div>
  );
}
