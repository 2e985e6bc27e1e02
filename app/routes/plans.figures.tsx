import type { MetaFunction } from '@remix-run/node';
import type { ReactNode } from 'react';
import { page } from '#app/http/page.server.ts';
import { progressPage, type ProgressPage } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { PlansTabs } from '#app/ui/plans/plans-tabs.tsx';
import { ProgressMonths } from '#app/ui/plans/progress-months.tsx';
import { BlockerAges, DepartmentsProgress } from '#app/ui/plans/progress-tables.tsx';
import { ProgressTiles } from '#app/ui/plans/progress-tiles.tsx';
import { TrendChart } from '#app/ui/reports/figures/trend-chart.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'oversee-plans' }, async ({ app, language }) => ({ title: textOf(language)('progress.title'), progress: await progressPage(app, language) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}

function Answers({ answers }: Pick<ProgressPage, 'answers'>) {
  const text = useText();
  return (
    <Card title={text('progress.answers')}>
      <p className="small quiet">{text('progress.answers.lead')}</p>
      {answers.map(({ id, question, trend }) =>
        trend ? (
          <TrendChart key={id} trend={trend} height={180} />
        ) : (
          <p key={id} className="quiet">
            {text('progress.answers.none', { question })}
          </p>
        ),
      )}
    </Card>
  );
}

function Figures({ progress }: { progress: ProgressPage }) {
  const text = useText();
  return (
    <>
      <ProgressTiles figures={progress.figures} />
      <Card title={text('progress.months')}>
        <ProgressMonths months={progress.months} limits={progress.limits} fewest={progress.fewestMonths} />
      </Card>
      <Card title={text('progress.blockers')}>
        <Scroll label={text('progress.blockers')}>
          <BlockerAges blockers={progress.figures.blockers} />
        </Scroll>
      </Card>
      <Card title={text('progress.departments')}>
        <Scroll label={text('progress.departments')}>
          <DepartmentsProgress departments={progress.departments} />
        </Scroll>
        <p className="small quiet">{text('plans.no-ranking')}</p>
      </Card>
    </>
  );
}

export default function PlanFigures() {
  const text = useText();
  const { progress } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader title={text('progress.title')} lead={text('progress.lead')} />
      <div className="stack-wide">
        <PlansTabs overseeing />
        {progress.figures.plans === 0 ? <EmptyState icon="plans" text={text('progress.none')} action={{ to: '/plans', label: text('progress.none.action') }} /> : <Figures progress={progress} />}
        <Answers answers={progress.answers} />
      </div>
    </div>
  );
}
