import type { MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import type { Feed } from '#app/domain/plans/feed-page.ts';
import { page } from '#app/http/page.server.ts';
import { feedFor, inquiriesTold, owedPage } from '#app/services/plans.server.ts';
import { proposalsTold } from '#app/services/surveys/proposals.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { InquiryList } from '#app/ui/plans/inquiry-list.tsx';
import { FeedEntry } from '#app/ui/plans/feed-entry.tsx';
import { OwedByReader, OwedToReader } from '#app/ui/plans/owed-answers.tsx';
import { ProposalsTold } from '#app/ui/surveys/proposals/proposal-lines.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, url, language }) => ({
  title: textOf(language)('feed.title'),
  own: url.searchParams.get('show') === 'own',
  feed: await feedFor(app, actor, language),
  owed: await owedPage(app, actor, language),
  told: await inquiriesTold(app, actor),
  proposals: await proposalsTold(app, actor),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function MySteps({ steps }: { steps: Feed['mySteps'] }) {
  const text = useText();
  if (steps.length === 0) return null;
  return (
    <Card title={text('feed.mine')} tone="accent">
      <ul className="list">
        {steps.map((step) => (
          <li key={step.stepId} className="row apart">
            <div>
              <Link to={`/plans/${step.planId}`}>{step.title}</Link>
              <p className="small quiet">{text('feed.mine.step', { day: text.day(step.due), plan: step.planTitle })}</p>
            </div>
            <Form method="post" action={`/plans/${step.planId}`}>
              <input type="hidden" name="intent" value="set-step-status" />
              <input type="hidden" name="stepId" value={step.stepId} />
              <input type="hidden" name="seen" value={step.revision} />
              <SubmitButton className="button" name="status" value="done" aria-label={text('plan.event.step-status', { step: step.title, status: text('feed.mine.done') })}>
                {text('feed.mine.done')}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export default function FeedPage() {
  const text = useText();
  const { feed, own, owed, told, proposals } = useLoaded<typeof loader>();
  const shown = own ? feed.entries.filter((entry) => entry.own) : feed.entries;
  return (
    <div className="reading">
      <PageHeader title={text('feed.title')} lead={text('feed.lead')} />
      <div className="stack-wide">
        <OwedByReader owed={owed} />
        <MySteps steps={feed.mySteps} />
        <OwedToReader owed={owed} />
        {feed.entries.some((entry) => entry.own) && feed.entries.some((entry) => !entry.own) && (
          <nav className="filters" aria-label={text('feed.filter')}>
            <ul className="bare">
              <li>
                <Link to="/feed" aria-current={own ? undefined : 'page'}>
                  {text('feed.filter.all')}
                </Link>
              </li>
              <li>
                <Link to="/feed?show=own" aria-current={own ? 'page' : undefined}>
                  {text('feed.filter.own')}
                </Link>
              </li>
            </ul>
          </nav>
        )}
        {shown.length === 0 && <EmptyState icon="feed" text={text('feed.empty')} />}
        {shown.map((entry) => (
          <FeedEntry key={entry.kind === 'plan' ? entry.plan.id : entry.kind === 'words' ? entry.id : entry.issue.id} entry={entry} names={feed.names} today={feed.today} />
        ))}
        {told.length > 0 && (
          <Card title={text('inquiries.told')}>
            <InquiryList told={told} />
          </Card>
        )}
        <ProposalsTold proposals={proposals} />
      </div>
    </div>
  );
}
