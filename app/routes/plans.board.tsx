import type { MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { boardStages, type BoardStage } from '#app/domain/plans/board.ts';
import { page } from '#app/http/page.server.ts';
import { boardPage } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { PageLinks } from '#app/ui/organisation/page-links.tsx';
import { BoardBlockers, BoardPromises, BoardTable } from '#app/ui/plans/board.tsx';
import { PlanFiles } from '#app/ui/plans/plan-files.tsx';
import { PlansTabs } from '#app/ui/plans/plans-tabs.tsx';
import { useText } from '#app/ui/text.ts';

const stageOf = (text: string | null): BoardStage | null => boardStages.find((one) => one === text) ?? null;

export const loader = page({ may: 'oversee-plans' }, async ({ app, actor, url, language }) => {
  const asked = Number(url.searchParams.get('page') ?? 1);
  const wish = { stage: stageOf(url.searchParams.get('stage')), find: (url.searchParams.get('find') ?? '').slice(0, 100), page: Number.isInteger(asked) ? asked : 1 };
  return { title: textOf(language)('board.title'), wish, board: await boardPage(app, actor, { wish, language }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Stages({ stage, find, totals }: { stage: BoardStage | null; find: string; totals: Readonly<Record<BoardStage, number>> }) {
  const text = useText();
  const to = (one: BoardStage | null) => `?${new URLSearchParams({ ...(one !== null && { stage: one }), ...(find !== '' && { find }) })}`;
  return (
    <nav className="filters" aria-label={text('board.stages')}>
      <ul className="bare">
        <li>
          <Link to={to(null)} aria-current={stage === null ? 'page' : undefined} preventScrollReset>
            {text('board.all')}
          </Link>
        </li>
        {boardStages.map((one) => (
          <li key={one}>
            <Link to={to(one)} aria-current={one === stage ? 'page' : undefined} preventScrollReset>
              {text(`board.stage.${one}`)} <span className="num">{totals[one]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export default function Board() {
  const text = useText();
  const { wish, board } = useLoaded<typeof loader>();
  const { found, withSomething, rest, page: number, pages } = board;
  return (
    <div className="wide">
      <PageHeader
        title={text('board.title')}
        lead={text('board.lead')}
        actions={
          <>
            <a className="button" href="/plans/plans.csv" download>
              {text('board.file')}
            </a>
            <PlanFiles />
            <a className="button" href="/plans/calendar.ics" download>
              {text('homes.calendar')}
            </a>
          </>
        }
      />
      <div className="stack-wide">
        <PlansTabs overseeing />
        <Stages stage={wish.stage} find={wish.find} totals={board.totals} />
        <Form method="get" className="picker no-print" role="search">
          {wish.stage !== null && <input type="hidden" name="stage" value={wish.stage} />}
          <label htmlFor="find">{text('board.find')}</label>
          <input id="find" name="find" type="search" defaultValue={wish.find} key={wish.find} maxLength={100} />
          <button className="button">{text('board.show')}</button>
        </Form>
        {board.rows.length === 0 ? (
          <EmptyState icon="plans" text={text(withSomething === 0 ? 'board.none' : 'board.none-found')} />
        ) : (
          <Card title={text('board.departments')}>
            <BoardTable board={board} />
            <PageLinks page={number} pages={pages} />
          </Card>
        )}
        <p className="small quiet" role="status">
          {text('board.found', { found, all: withSomething, rest })} {text('plans.no-ranking')}
        </p>
        <div className="columns">
          <Card title={text('board.blockers')}>
            <BoardBlockers blockers={board.blockers} more={board.moreBlockers} />
          </Card>
          <Card title={text('board.promises')}>
            <BoardPromises promises={board.promises} more={board.morePromises} />
          </Card>
        </div>
      </div>
    </div>
  );
}
