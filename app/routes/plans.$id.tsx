import { redirect, type MetaFunction } from '@remix-run/node';
import type { Params } from '@remix-run/react';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { deedIn, saying } from '#app/domain/plans/deed.ts';
import { planForm, type PlanInput } from '#app/forms/plans.ts';
import { command, placedBy } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { answerToAll, beginAnew, closePlan, commitPlan, countLeading, finishPlan, objectByName, planPage, resolveBlocker, reportBlocker, addStep, setStepStatus, writeNote, wrongInStep } from '#app/services/plans.server.ts';
import { giveUpPlan, openForObjections } from '#app/services/surveys/consult.server.ts';
import type { Wrong } from '#app/text/form-reply.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { FlagBadges, StateBadge } from '#app/ui/plans/badges.tsx';
import { Instead } from '#app/ui/plans/instead.tsx';
import { PlanBody } from '#app/ui/plans/plan-page.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, params, url, language }) => {
  const found = await planPage(app, actor, params['id'] ?? '', language);
  if (!found.ok) throw refuse(found.because);
  return { title: found.value.plan.title, view: found.value, did: deedIn(url.searchParams.get('did')) };
});

/** The field of the form that a refusal belongs to; everything else stands above the page. */
const fields: Readonly<Record<string, string>> = { 'day-is-past': 'stepDue', 'no-such-person': 'stepOwner', 'needs-blocker-text': 'blockerText', 'needs-result': 'result', 'needs-lesson': 'lesson', 'not-improved': 'achieved', 'needs-answer': 'objectionsAnswer' };

function carryOut(app: App, actor: Actor, planId: string, input: PlanInput) {
  switch (input.intent) {
    case 'set-step-status':
      return setStepStatus(app, actor, { planId, ...input });
    case 'write-note':
      return writeNote(app, actor, { planId, request: input.request, text: input.note });
    case 'add-step':
      return addStep(app, actor, { planId, request: input.request, title: input.stepTitle, ownerId: input.stepOwner, due: input.stepDue });
    case 'report-blocker':
      return reportBlocker(app, actor, { planId, request: input.request, kind: input.blockerKind, text: input.blockerText });
    case 'resolve-blocker':
      return resolveBlocker(app, actor, { planId, ...input });
    case 'count-leading':
      return countLeading(app, actor, { planId, ...input });
    case 'object-by-name':
      return objectByName(app, actor, { planId, request: input.request, text: input.objection });
    case 'answer-objections':
      return answerToAll(app, actor, planId, input.objectionsAnswer);
    case 'close':
      return closePlan(app, actor, { planId, ...input, achieved: input.achieved === 'yes' });
    case 'give-up':
      return giveUpPlan(app, actor, planId, input.giveUpReason);
    case 'show-draft':
      return openForObjections(app, actor, planId);
    case 'commit':
      return commitPlan(app, actor, planId);
    case 'finish':
      return finishPlan(app, actor, planId);
    case 'begin-anew':
      return beginAnew(app, actor, planId);
  }
}

const placed = placedBy(fields);

/** Of a step that cannot be read whole: whose it is and when it is due. */
async function wrongBesides({ app, actor, params, input }: { app: App; actor: Actor; params: Params; input: Partial<PlanInput> }): Promise<readonly Wrong[]> {
  if (input.intent !== 'add-step') return [];
  const { stepOwner, stepDue } = input;
  const found = await wrongInStep(app, actor, { planId: params['id'] ?? '', request: '', title: '', ownerId: stepOwner ?? actor.personId, due: stepDue ?? ('9999-12-31' as Day) });
  return found.map(placed).filter(({ field }) => field !== '');
}

export const action = command({ may: 'take-part', form: planForm, besides: wrongBesides }, async ({ app, actor, params, input, values, rejectAll }) => {
  const planId = params['id'] ?? '';
  const done = await carryOut(app, actor, planId, input);
  if (done.ok) return redirect(saying(`/plans/${planId}`, input.intent, 'plain' in values));
  if (done.because === 'not-found' || done.because === 'forbidden') throw refuse(done.because);
  return rejectAll(done, placed);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Plan() {
  const text = useText();
  const { view, did } = useLoaded<typeof loader>();
  const reply = useReply();
  const { plan, words, departmentName, names, today, me } = view;
  return (
    <div className="wide">
      <PageHeader
        title={plan.title}
        badge={
          <>
            <StateBadge state={plan.state} />
            <FlagBadges plan={plan} today={today} />
          </>
        }
        lead={`${text('plan.of', { dimension: words.dimension, department: departmentName })} · ${text('plan.owner', { name: names[plan.ownerId] ?? '–' })}`}
        back={me.leads ? { to: '/plans', label: text('plans.title') } : { to: '/feed', label: text('feed.title') }}
      />
      <Instead words={words} />
      <PlanBody view={view} reply={reply} did={reply ? null : did} />
    </div>
  );
}
