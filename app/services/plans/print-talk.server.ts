// The sheet of a talk as paper: what its page shows, with room to write.
import { noLetterhead } from '#app/domain/organisation/letterhead.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { ageWords } from '#app/domain/reports/figures-age.ts';
import type { PaperSheet, SheetBlock } from '#app/domain/reports/document/paper-sheet.ts';
import type { TalkLine, TalkSheet } from '#app/domain/reports/talk-page.ts';
import type { App } from '#app/platform/app.server.ts';
import { printSheet } from '#app/services/reports/print-report.server.ts';
import { namesText } from '#app/text/group-text.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { talkPage, type TalkPage } from './talk-page.server.ts';

/** PDF; not found where there is nothing to talk about yet. */
export async function printTalk(app: App, actor: Actor, { language, wanted }: { readonly language: Language; readonly wanted: string | null }): Promise<Outcome<Uint8Array, 'forbidden' | 'not-found'>> {
  const found = await talkPage(app, actor, language, wanted);
  if (!found.ok) return found;
  const sheet = talkPaper(found.value, textOf(language));
  if (!sheet) return refused('not-found');
  const company = (await app.data.organisation.get())?.name ?? '';
  return done(await printSheet(app, { ...sheet, company, letterhead: await app.data.letterhead.get() }));
}

/** Without the company and its looks. */
function talkPaper({ department, sheet, age, answerBy, today }: TalkPage, text: Text): PaperSheet | null {
  if (!sheet || !age || !answerBy) return null;
  const lines = (...keys: Parameters<Text>[0][]): SheetBlock => ({ kind: 'list', items: keys.map((key) => text(key)) });
  const title = text('talk.title', { department: department.name });
  return {
    language: text.language,
    company: '',
    title,
    lead: [origin(sheet, text), text(...ageWords(age, text.day))],
    foot: `${title} · ${text.day(today)}`,
    day: today,
    read: 'hand',
    letterhead: noLetterhead,
    parts: [
      { heading: text('talk.begin', { minutes: 3 }), blocks: [lines('talk.begin.1', 'talk.begin.2', 'talk.begin.3')] },
      { heading: text('talk.figures'), blocks: figures(sheet, text) },
      { heading: text('talk.ask', { minutes: 12 }), blocks: [lines('talk.ask.1', 'talk.ask.2'), { kind: 'room', lines: 3 }] },
      { heading: text('talk.help', { minutes: 8 }), blocks: [{ kind: 'room', lines: 3 }] },
      { heading: text('talk.never'), framed: true, blocks: [lines('talk.never.1', 'talk.never.2', 'talk.never.3')] },
      { heading: text('talk.next', { minutes: 2 }), blocks: [{ kind: 'list', items: [text(answerBy < today ? 'talk.next.1.was' : 'talk.next.1', { day: text.day(answerBy) }), text('talk.next.2'), text('talk.next.3')] }] },
    ],
  };
}

function origin({ survey, group }: TalkSheet, text: Text): string {
  const { answered, invited } = group;
  return [
    text('team.results.title', { survey: survey.title, day: text.day(survey.closed) }),
    invited === null ? text('team.results.answered.unknown', { answered }) : text('team.results.answered', { answered, invited }),
    ...(group.with.length > 0 ? [text('team.results.with', { others: namesText(text, group.with), k: survey.k })] : []),
  ].join(' · ');
}

function figures({ overall, good, short, standsOut }: TalkSheet, text: Text): SheetBlock[] {
  const said = ({ label, index, n, reasons }: TalkLine) => [text('talk.line', { label, index, n }), ...(reasons.length > 0 ? [text('talk.reasons', { reasons: text.list(reasons) })] : [])].join(' · ');
  const columns = [
    { heading: text(standsOut ? 'talk.good' : 'talk.highest'), items: good.map(said) },
    { heading: text(standsOut ? 'talk.short' : 'talk.lowest'), items: short.map(said) },
  ].filter(({ items }) => items.length > 0);
  return [
    ...(overall === null ? [] : [{ kind: 'paragraph', text: text('talk.overall', { index: overall }), strong: true } as const]),
    columns.length === 0 ? { kind: 'paragraph', text: text('talk.figures.none') } : { kind: 'columns', columns },
    ...(!standsOut && columns.length > 0 ? [{ kind: 'paragraph', text: text('talk.even') } as const] : []),
  ];
}
