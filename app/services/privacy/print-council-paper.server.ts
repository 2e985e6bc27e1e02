// A paper of the works council on paper, in any language, with a mark at everything that is otherwise than in the one before.
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { smallestK } from '#app/domain/organisation/organisation.ts';
import { changesSince, countOf, isLogged, type CouncilPaper, type PaperChanges, type ReaderKind, type SettingKey } from '#app/domain/privacy/council-paper.ts';
import { privacyParts, type PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import type { LoggedChange } from '#app/domain/privacy/privacy-settings.ts';
import { limitSentences, promisedSentences, type PromisedSentence } from '#app/domain/privacy/promise-sentences.ts';
import type { SheetBlock, SheetPart, SheetPoint } from '#app/domain/reports/document/paper-sheet.ts';
import type { App } from '#app/platform/app.server.ts';
import { printSheet } from '#app/services/reports/print-report.server.ts';
import { placeOf } from '#app/text/places.server.ts';
import { saidOf } from '#app/text/privacy-check.ts';
import { changeText, whoText } from '#app/text/settings-log.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { privacyOverview } from './change-settings.server.ts';

/** PDF; null where there is no such paper. The same number is the same paper, whatever was changed since. */
export async function printCouncilPaper(app: App, number: number, language: Language): Promise<Uint8Array | null> {
  const paper = await app.data.councilPapers.get(number);
  if (!paper) return null;
  const before = await app.data.councilPapers.get(number - 1);
  const log = (await privacyOverview(app, language)).log.filter((change) => isLogged(paper.facts, change));
  const writing: Writing = { paper, before, changes: changesSince(before?.facts ?? null, paper.facts), log, text: textOf(language) };
  const { text } = writing;
  const { company, address, checked, timeZone } = paper.facts;
  const named = { number, company, day: text.day(paper.day) };
  return printSheet(app, {
    language,
    company,
    title: text('council.paper.title', { number }),
    lead: [text('council.paper.lead', { company, address, day: text.day(paper.day), checked: text.day(checked.day), time: checked.time, place: inLanguage(placeOf(timeZone), language) })],
    foot: text('council.paper.foot', named),
    day: paper.day,
    read: 'hand',
    letterhead: await app.data.letterhead.get(),
    parts: [changesPart(writing), ...promiseParts(writing), ...checkParts(writing), readersPart(writing), settingsPart(writing), logPart(writing), ...journalPart(writing)],
  });
}

interface Writing {
  readonly paper: CouncilPaper;
  readonly before: CouncilPaper | null;
  /** Null for the first paper. */
  readonly changes: PaperChanges | null;
  /** What stands in this paper, latest first. */
  readonly log: readonly LoggedChange[];
  readonly text: Text;
}

const plain = (text: string, mark: string | null = null): SheetPoint => ({ text, says: null, warns: false, mark });

const newEntries = ({ log, before }: Writing): readonly LoggedChange[] => log.filter((change) => before !== null && !isLogged(before.facts, change));

function changesPart(writing: Writing): SheetPart {
  const { before, changes, text } = writing;
  if (!before || !changes) return { heading: text('council.about'), blocks: [{ kind: 'paragraph', text: text('council.changed.first') }] };
  const values = { number: before.number, day: text.day(before.day) };
  const added = newEntries(writing).length;
  if (countOf(changes) + added === 0) return { heading: text('council.changed', values), blocks: [{ kind: 'paragraph', text: text('council.changed.none', values) }] };
  const { hr, administrators } = changes.readers;
  const counts = {
    settings: changes.settings.size,
    checks: changes.checks.size,
    readers: hr.came.length + hr.left.length + administrators.came.length + administrators.left.length,
    promise: changes.promise.size,
    log: added,
  } as const;
  const kinds = (Object.keys(counts) as (keyof typeof counts)[]).filter((kind) => counts[kind] > 0);
  return {
    heading: text('council.changed', values),
    blocks: [
      { kind: 'list', items: [...(changes.place ? [text('council.changed.place')] : []), ...kinds.map((kind) => text(`council.changed.${kind}`, { n: counts[kind] }))] },
      { kind: 'paragraph', text: text('council.changed.how') },
    ],
  };
}

function promiseParts({ paper: { facts }, changes, text }: Writing): SheetPart[] {
  const marked = (...keys: readonly string[]) => (keys.some((key) => changes?.promise.has(key)) ? `${text('council.mark.changed')}: ` : '');
  const values = { k: facts.k };
  const checked = (row: PromisedSentence): string => {
    const looked = facts.checks.filter(({ id }) => row.checks.includes(id));
    const failed = looked.filter(({ ok, limit }) => !ok || limit).length;
    return failed === 0 ? text('council.all-hold', { n: looked.length }) : text('council.some-fail', { failed, n: looked.length });
  };
  const rows = promisedSentences.map((row) => [
    marked(row.sentence) + text(row.sentence, values),
    row.kept.map((id) => marked(`privacy.kept.${id}`) + text(`privacy.kept.${id}`, values)).join(text.language === 'en' ? ' ' : ''),
    checked(row),
  ]);
  const heads = ['sentence', 'kept', 'checked'] as const;
  return [
    {
      heading: text('council.promise'),
      blocks: [
        {
          kind: 'table',
          id: 'promise',
          caption: text('council.table'),
          source: text('council.promise.about'),
          columns: heads.map((id) => ({ id, head: text(`council.column.${id}`), kind: 'text', about: text(`council.column.${id}`) })),
          rows: rows.map((row) => row.map((cell) => ({ text: cell, value: null }))),
        },
      ],
    },
    {
      heading: text('privacy.limits.title'),
      blocks: [{ kind: 'points', items: limitSentences.map((id) => plain(text(`privacy.limits.${id}`, { n: 8, m: 8 - smallestK, k: smallestK }), changes?.promise.has(`privacy.limits.${id}`) ? text('council.mark.changed') : null)) }],
    },
  ];
}

function checkParts({ paper: { facts }, changes, text }: Writing): SheetPart[] {
  const point = (check: PrivacyCheck): SheetPoint => {
    const change = changes?.checks.get(check.id);
    const warns = !check.ok || check.limit === true;
    return { text: saidOf(text, check), says: text(check.limit ? 'privacy.check.limit' : check.ok ? 'privacy.check.ok' : 'privacy.check.not-ok'), warns, mark: change ? text(`council.mark.${change}`) : null };
  };
  return privacyParts.flatMap(([part, ids]) => {
    const items = facts.checks.filter(({ id }) => ids.includes(id)).map(point);
    return items.length === 0 ? [] : [{ heading: text('council.check', { part: text(`privacy.part.${part}`) }), blocks: [{ kind: 'points', items }] }];
  });
}

function readersPart({ paper: { facts }, changes, text }: Writing): SheetPart {
  const names = (list: readonly string[]) => (list.length > 0 ? text.list([...list]) : text('privacy.readers.nobody'));
  const moved = (kind: ReaderKind): SheetPoint[] => {
    const { came, left } = changes?.readers[kind] ?? { came: [], left: [] };
    return [...(came.length > 0 ? [plain(text(`council.came.${kind}`, { names: names(came) }), text('council.mark.new'))] : []), ...(left.length > 0 ? [plain(text(`council.gone.${kind}`, { names: names(left) }), text('council.mark.gone'))] : [])];
  };
  const items = [
    plain(text('privacy.readers.everybody')),
    plain(text('privacy.readers.managers', { k: facts.k })),
    plain(text('privacy.readers.hr', { names: names(facts.readers.hr) })),
    ...moved('hr'),
    plain(text('privacy.readers.administrators', { names: names(facts.readers.administrators) })),
    ...moved('administrators'),
  ];
  return { heading: text('privacy.readers.title'), blocks: [{ kind: 'paragraph', text: text('privacy.readers') }, { kind: 'points', items }] };
}

function settingsPart({ paper: { facts }, changes, text }: Writing): SheetPart {
  const rows: readonly (readonly [SettingKey, string, string])[] = [
    ['k', text('privacy.now.k'), text('privacy.now.k-value', { k: facts.k })],
    ['letters', text('privacy.now.letters'), text('privacy.days', { n: facts.retention.letters })],
    ['sessions', text('privacy.now.sessions'), text('privacy.days', { n: facts.retention.sessions })],
    ['timeZone', text('privacy.now.zone'), inLanguage(placeOf(facts.timeZone), text.language)],
  ];
  const items = rows.map(([key, name, value]) => plain(text('council.setting', { name, value }), changes?.settings.has(key) ? text('council.mark.changed') : null));
  return { heading: text('privacy.now.title'), blocks: [{ kind: 'points', items }, { kind: 'paragraph', text: text('privacy.now.sealed') }] };
}

/** Entries that are printed at least; everything that is new is. */
const mostOld = 60;

function logPart(writing: Writing): SheetPart {
  const { log, before, text } = writing;
  const added = new Set(newEntries(writing));
  const shown = log.filter((change, at) => added.has(change) || at < mostOld);
  const line = (change: LoggedChange) => plain(text('council.log.line', { day: text.day(change.day), what: changeText(text, change), who: whoText(text, change) }), before && added.has(change) ? text('council.mark.new') : null);
  const rest: SheetBlock[] = log.length > shown.length ? [{ kind: 'paragraph', text: text('council.log.more', { n: log.length - shown.length }) }] : [];
  return { heading: text('council.log'), blocks: [shown.length > 0 ? { kind: 'points', items: shown.map(line) } : { kind: 'paragraph', text: text('privacy.log.none') }, ...rest] };
}

function journalPart({ paper: { facts: { journal } }, text }: Writing): SheetPart[] {
  if (!journal) return [];
  const { pages, day, hash } = journal;
  return [{ heading: text('journal.seal.title'), blocks: [{ kind: 'paragraph', text: text('journal.seal.text') }, { kind: 'paragraph', text: text('journal.seal.hash', { page: pages, day: text.day(day), hash }) }] }];
}
