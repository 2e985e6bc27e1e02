import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { planOfPast, publishPast, skipInvalidAnswers, type PlanStanding } from '#app/services/past-surveys.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { GiveUp } from '#app/ui/past-surveys/give-up.tsx';
import { PastPlanFacts } from '#app/ui/past-surveys/past-plan-facts.tsx';
import { PastProblems } from '#app/ui/past-surveys/past-problems.tsx';
import { PastSteps } from '#app/ui/past-surveys/past-steps.tsx';
import { JobUnderWay } from '#app/ui/surveys/job-under-way.tsx';
import { useText } from '#app/ui/text.ts';

type PlanState = Exclude<PlanStanding, { step: 'names-first' }>;

interface Plan {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly closed: string;
  readonly standing: PlanState;
}

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, params }): Promise<Plan> => {
  const id = params['stage'] ?? '';
  const read = await planOfPast(app, id, language);
  if (!read.ok) throw redirect('/surveys/past/new?expired');
  const { title: name, closed, standing } = read.value;
  if (standing.step === 'names-first') throw redirect(`/surveys/past/${id}/names`);
  return { id, title: textOf(language)('past.plan.title'), name, closed, standing };
});

export const action = command({ may: 'compose-surveys', form: v.object({ do: v.picklist(['publish', 'skip'], 'past-role') }) }, async ({ app, params, input, reject }) => {
  const id = params['stage'] ?? '';
  if (input.do === 'skip') {
    skipInvalidAnswers(app, id);
    return redirect(`/surveys/past/${encodeURIComponent(id)}/plan`);
  }
  const published = await publishPast(app, id);
  if (published.ok) return redirect('/surveys/past?published');
  return published.because === 'not-found' ? redirect('/surveys/past/new?expired') : reject('', published.because);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Leaving answers out comes last, and says of which questions; never where something else is wrong, which would stay. */
function Wrong({ id, found }: { id: string; found: (PlanState & { step: 'wrong' })['found'] }) {
  const text = useText();
  const skips = found.skippable === found.count ? found.skips : [];
  return (
    <>
      <PastProblems found={found}>
        <Link className="button primary" to={`/surveys/past/${id}`}>
          {text('past.wrong.columns')}
        </Link>
      </PastProblems>
      {skips.length > 0 && (
        <Disclosure summary={text('past.wrong.skip.title', { n: found.skippable })}>
          <p>{text('past.wrong.skip.text')}</p>
          <ul>
            {skips.map(({ item, n }) => (
              <li key={item}>{text('past.wrong.skip.of', { n, item })}</li>
            ))}
          </ul>
          <Form method="post">
            <SubmitButton name="do" value="skip" className="button">
              {text('past.wrong.skip', { n: found.skippable })}
            </SubmitButton>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

export default function PastPlan() {
  const text = useText();
  const { id, name, closed, standing } = useLoaded<typeof loader>();
  const reply = useReply();
  if (standing.step === 'reading') return <JobUnderWay title={text('past.reading')} says={text('past.planning.text')} progress={standing.progress} />;
  return (
    <div className="narrow">
      <PageHeader title={text('past.plan.title')} lead={`${name} · ${text('past.plan.lead')}`} back={{ to: `/surveys/past/${id}/names`, label: text('past.names.title') }} />
      <div className="stack">
        <PastSteps now="plan" />
        {reply && (
          <Notice tone="danger" live>
            {saidOf(text, reply, '')}
          </Notice>
        )}
        {standing.step === 'wrong' ? (
          <Wrong id={id} found={standing.found} />
        ) : (
          <>
            <PastPlanFacts plan={standing.plan} closed={closed} />
            {standing.onlyThen > 0 && (
              <Notice tone="warn">
                <p>{text('past.plan.only-then', { n: standing.onlyThen })}</p>
                <Link to={`/surveys/past/${id}/names`}>{text('past.plan.only-then.link')}</Link>
              </Notice>
            )}
            <Notice>{text('past.plan.who')}</Notice>
            <Notice tone="warn">{text('past.plan.warn')}</Notice>
            <Form method="post" className="row">
              <SubmitButton name="do" value="publish" className="button primary large">
                {text('past.plan.publish')}
              </SubmitButton>
              <Link className="button plain" to={`/surveys/past/${id}/names`}>
                {text('past.plan.back')}
              </Link>
            </Form>
          </>
        )}
        <GiveUp id={id} />
      </div>
    </div>
  );
}
