import type { MetaFunction } from '@remix-run/node';
import { may } from '#app/domain/access/actor.ts';
import { page } from '#app/http/page.server.ts';
import { promiseRegister } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { PlanFiles } from '#app/ui/plans/plan-files.tsx';
import { PlansTabs } from '#app/ui/plans/plans-tabs.tsx';
import { PromiseRow } from '#app/ui/plans/promise-parts.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, language }) => ({
  title: textOf(language)('promises.title'),
  overseeing: may(actor, 'oversee-plans'),
  register: await promiseRegister(app, actor, language),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Promises() {
  const text = useText();
  const { overseeing, register } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader title={text('promises.title')} lead={text('promises.lead')} actions={register.promises.length > 0 && <PlanFiles />} />
      <div className="stack-wide">
        <PlansTabs overseeing={overseeing} />
        {register.promises.length === 0 ? (
          <EmptyState icon="plans" text={text('promises.empty')} />
        ) : (
          <Card>
            <ul className="list">
              {register.promises.map((one) => (
                <PromiseRow key={one.promise.id} listed={one} names={register.names} />
              ))}
            </ul>
          </Card>
        )}
      </div>
    </div>
  );
}
