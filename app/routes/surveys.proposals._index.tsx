import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { ownId } from '#app/domain/surveys/own/own-question.ts';
import { page } from '#app/http/page.server.ts';
import { proposalRegister } from '#app/services/surveys/proposals.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { ProposalRow } from '#app/ui/surveys/proposals/proposal-row.tsx';
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => {
  const { proposals, more } = await proposalRegister(app);
  return { title: textOf(language)('proposals.title'), more, said: (['answered', 'entered'] as const).find((one) => url.searchParams.has(one)) ?? null, rows: proposals.map((one) => ({ ...one, ownId: one.own === null ? null : ownId({ number: one.own, version: 1 }) })) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Proposals() {
  const text = useText();
  const { title, rows, more, said } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('proposals.lead')} />
      <div className="stack-wide">
        <SurveysTabs />
        {said && (
          <Notice tone="good" live>
            {text(said === 'entered' ? 'proposals.entered' : 'proposals.said')}
          </Notice>
        )}
        {rows.length === 0 ? (
          <EmptyState icon="surveys" text={text('proposals.none')} />
        ) : (
          <div className="survey-list">
            {rows.map((row) => (
              <ProposalRow key={row.view.id} row={row}>
                <Link className={row.waits ? 'button' : 'button small'} to={`/surveys/proposals/${row.view.id}`}>
                  {text(row.view.on === null ? 'proposals.answer' : 'proposals.answer.again')} <span className="visually-hidden">{row.view.words}</span>
                </Link>
              </ProposalRow>
            ))}
          </div>
        )}
        {more > 0 && <p className="small quiet">{text('proposals.more', { n: more })}</p>}
      </div>
    </div>
  );
}
