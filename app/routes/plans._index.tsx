import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import { deedIn } from '#app/domain/plans/deed.ts';
import { page } from '#app/http/page.server.ts';
import { planFilters, planList, type PlanFilter } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { Done } from '#app/ui/plans/done.tsx';
import { PlansTabs } from '#app/ui/plans/plans-tabs.tsx';
import { PlanRow } from '#app/ui/plans/plan-row.tsx';
import { LockNotice } from '#app/ui/plans/pulse-lock.tsx';
import { Waiting } from '#app/ui/plans/waiting.tsx';
import { useText } from '#app/ui/text.ts';

const filterOf = (text: string | null): PlanFilter | null => planFilters.find((one) => one === text) ?? null;

export const loader = page({ may: 'make-plans' }, async ({ app, actor, url, language }) => {
  const hr = may(actor, 'oversee-plans');
  const filter = filterOf(url.searchParams.get('show')) ?? (hr ? 'all' : 'mine');
  const shown: readonly PlanFilter[] = hr ? planFilters : planFilters.filter((one) => one !== 'all' && one !== 'agree');
  return { title: textOf(language)('plans.title'), hr, filter, shown, did: deedIn(url.searchParams.get('did')), list: await planList(app, actor, filter, language) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Plans() {
  const text = useText();
  const { hr, filter, shown, did, list } = useLoaded<typeof loader>();
  const begin = hr ? { to: '/results', label: text('plans.to-results') } : { to: '/team', label: text('plans.to-team') };
  return (
    <div className="wide">
      <PageHeader title={text('plans.title')} lead={text('plans.lead')} actions={
          <>
            <Link className="button" to="/plans/other">
              {text('plan.other')}
            </Link>
            <a className="button" href="/plans/plans.xlsx" download>
              {text('plans-file')}
            </a>
          </>
        } />
      <div className="stack-wide">
        <PlansTabs overseeing={hr} />
        <Done did={did} here={['handed']} />
        {list.locking.length > 0 && <LockNotice missing={list.locking} />}
        <Waiting issues={list.unanswered} today={list.today} />
        <nav className="filters" aria-label={text('plans.filter')}>
          <ul className="bare">
            {shown.map((one) => (
              <li key={one}>
                <Link to={`?show=${one}`} aria-current={one === filter ? 'page' : undefined} preventScrollReset>
                  {text(`plans.filter.${one}`)} <span className="num">{list.counts[one]}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {list.plans.length === 0 ? (
          <EmptyState icon="plans" text={text(`plans.empty.${filter}`)} action={filter === 'mine' || filter === 'all' ? begin : undefined} />
        ) : (
          <section aria-labelledby="plans-shown">
            <h2 id="plans-shown" className="visually-hidden">
              {text(`plans.filter.${filter}`)}
            </h2>
            <ul className="plan-rows bare">
              {list.plans.map((one) => (
                <PlanRow key={one.plan.id} {...one} names={list.names} today={list.today} />
              ))}
            </ul>
          </section>
        )}
        <p className="small quiet">{text('plans.no-ranking')}</p>
      </div>
    </div>
  );
}
