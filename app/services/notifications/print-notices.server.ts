// The notice board as paper: large enough to be read on a wall, and nothing on it that the page has not.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isEmptyBoard, type NoticeBoard } from '#app/domain/notifications/notice-board.ts';
import type { SheetBlock, SheetPart } from '#app/domain/reports/document/paper-sheet.ts';
import type { App } from '#app/platform/app.server.ts';
import { printSheet } from '#app/services/reports/print-report.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { noticeBoard } from './notice-board.server.ts';

/** PDF; not found where there is nothing to hang up. */
export async function printNotices(app: App, actor: Actor, look: { readonly language: Language; readonly wanted: string | null }): Promise<Outcome<Uint8Array, 'forbidden' | 'not-found'>> {
  const board = await noticeBoard(app, actor, look);
  if (!board.ok) return board;
  if (isEmptyBoard(board.value)) return refused('not-found');
  const text = textOf(look.language);
  const { department, today, home } = board.value;
  return done(
    await printSheet(app, {
      language: look.language,
      company: (await app.data.organisation.get())?.name ?? '',
      title: text('notices.for', { department: department.name, day: text.day(today) }),
      lead: [],
      foot: text('notices.where', { home }),
      day: today,
      read: 'wall',
      letterhead: await app.data.letterhead.get(),
      parts: partsOf(board.value, text),
    }),
  );
}

function partsOf({ results, owed, parts }: NoticeBoard, text: Text): SheetPart[] {
  const listed = (heading: string, items: readonly string[]): SheetPart[] => (items.length === 0 ? [] : [{ heading, blocks: [{ kind: 'list', items }] }]);
  return [
    ...(results.length === 0 ? [] : [{ heading: text('notices.results'), blocks: results.flatMap(paragraph) }]),
    ...listed(text('notices.owed'), owed),
    ...parts.flatMap(({ title, lines }) => listed(title, lines)),
  ];
}

/** As a letter breaks its lines: a heading, then a line for each finding. */
function paragraph(said: string): SheetBlock[] {
  const [first = '', ...lines] = said.split('\n');
  return [{ kind: 'paragraph', text: first }, ...(lines.length > 0 ? [{ kind: 'list', items: lines.map((line) => line.replace(/^– /, '')) } as const] : [])];
}
