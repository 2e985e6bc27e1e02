import type { MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { isEmptyBoard, type NoticeBoard } from '#app/domain/notifications/notice-board.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { noticeBoard } from '#app/services/notifications/notice-board.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { NoticeSheet } from '#app/ui/notifications/notice-sheet.tsx';
import { PlansTabs } from '#app/ui/plans/plans-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, url, language }) => {
  const board = await noticeBoard(app, actor, { language, wanted: url.searchParams.get('department') });
  if (!board.ok) throw refuse(board.because);
  return { title: textOf(language)('notices.title'), overseeing: actor.roles.includes('hr'), board: board.value };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Picker({ board: { choices, department } }: { board: NoticeBoard }) {
  const text = useText();
  if (choices.length < 2) return null;
  return (
    <Form method="get" className="picker no-print" onChange={(event) => event.currentTarget.requestSubmit()}>
      <label htmlFor="department">{text('notices.department')}</label>
      <select id="department" name="department" key={department.id} defaultValue={department.id}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button className="button">{text('notices.show')}</button>
    </Form>
  );
}

export default function Notices() {
  const text = useText();
  const { board, overseeing } = useLoaded<typeof loader>();
  const empty = isEmptyBoard(board);
  return (
    <div className="reading">
      <div className="no-print">
        <PageHeader title={text('notices.title')} lead={text('notices.lead')} />
      </div>
      <div className="stack-wide">
        <PlansTabs overseeing={overseeing} />
        <Picker board={board} />
        {empty ? <EmptyState icon="feed" text={text('notices.none')} /> : <NoticeSheet board={board} />}
        <p className="small quiet no-print">{text('notices.how', { day: text.day(board.today) })}</p>
        {!empty && (
          <p className="no-print">
            <a className="button" href={`/notices.pdf?${new URLSearchParams({ department: board.department.id }).toString()}`} download>
              {text('notices.pdf')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
