import { redirect, type MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { turnForm } from '#app/forms/programme.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { heldOnPage } from '#app/services/surveys/held-views.server.ts';
import { missingAnswers } from '#app/services/plans.server.ts';
import { programmeView } from '#app/services/surveys/programme-page.server.ts';
import { turnProgramme } from '#app/services/surveys/set-programme.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { LockNotice } from '#app/ui/plans/pulse-lock.tsx';
import { ProgrammeCalendar } from '#app/ui/surveys/programme/programme-calendar.tsx';
import { HowItEnds, HowItRepeats, ProgrammeBadge, ProgrammeTurns, WhatAPersonSees } from '#app/ui/surveys/programme/programme-parts.tsx';
import { ProgrammeWaves } from '#app/ui/surveys/programme/programme-waves.tsx';
import { HeldWaves } from '#app/ui/surveys/programme/held-waves.tsx';
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

const acts = ['set', 'pause', 'resume', 'end'] as const;

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => {
  const view = await programmeView(app, language);
  return {
    title: textOf(language)('programme.title'),
    view,
    held: await heldOnPage(app, textOf(language)),
    missing: view?.state === 'running' ? await missingAnswers(app, language) : [],
    done: acts.find((act) => act === url.searchParams.get('done')) ?? null,
  };
});

export const action = command({ may: 'compose-surveys', form: turnForm }, async ({ app, actor, input, reject }) => {
  const turned = await turnProgramme(app, actor, input.intent);
  return turned.ok ? redirect(`/surveys/programme?done=${input.intent}`) : reject('', turned.because, turned.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Programme() {
  const text = useText();
  const { title, view, held, missing, done } = useLoaded<typeof loader>();
  const reply = useReply();
  const refusal = reply?.errors[''];
  const live = view !== null && view.state !== 'ended';
  return (
    <div className="wide">
      <PageHeader
        title={title}
        lead={text('programme.lead')}
        badge={view && <ProgrammeBadge state={view.state} />}
        actions={
          live && (
            <>
              {view.routable && <Link className="button" to="/surveys/programme/routing">{text('routing.open')}</Link>}
              <Link className="button" to="/surveys/programme/rule">{text('programme.change')}</Link>
            </>
          )
        }
      />
      <div className="stack">
        <SurveysTabs />
        {refusal && (
          <Notice tone="danger" live>
            {saidOf(text, reply, '')}
          </Notice>
        )}
        {done !== null && !reply && (
          <Notice tone="good" live>
            {text(`programme.done.${done}`)}
          </Notice>
        )}
        {!live && <EmptyState icon="surveys" text={text(view === null ? 'programme.none' : 'programme.ended')} action={{ to: '/surveys/programme/rule', label: text('programme.set-up') }} />}
        <HeldWaves held={held} />
        {view?.stuck && held.length === 0 && (
          <Notice tone="warn" title={text('programme.stuck')}>
            <p>{view.stuck}</p>
          </Notice>
        )}
        {view?.away.map((said) => (
          <Notice key={said} tone="warn">
            {said}
          </Notice>
        ))}
        {view?.rest && <Notice tone="warn">{text('programme.longer', { fell: view.rest.fell, weeks: view.rest.everyWeeks })}</Notice>}
        {missing.length > 0 && <LockNotice missing={missing} />}
        {view !== null && live && (
          <>
            <div className="programme-parts">
              <WhatAPersonSees view={view} />
              <HowItRepeats view={view} />
              <HowItEnds />
            </div>
            <section className="stack" aria-labelledby="programme-year">
              <h2 id="programme-year">{text('programme.year')}</h2>
              <p className="quiet">{text('programme.year.lead')} <span className="no-print">{text('programme.print')}</span></p>
              <ProgrammeCalendar waves={view.waves} free={view.rule.calendar.free} blackouts={view.rule.blackouts} />
              <ProgrammeWaves waves={view.waves} />
            </section>
            <ProgrammeTurns state={view.state} />
          </>
        )}
      </div>
    </div>
  );
}
