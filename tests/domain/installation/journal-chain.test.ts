import { describe, expect, test } from 'vitest';
import type { JournalDay, JournalEntry } from '#app/domain/installation/journal.ts';
import { pageIn } from '#app/domain/installation/stored-journal.ts';
import { brokenDays, closedDay, entryText } from '#app/domain/installation/journal-chain.ts';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import { day } from '#app/domain/kernel/day.ts';
import { chanceFrom } from '#tests/support/chance.ts';

const entry = (name: string, more: Partial<JournalEntry> = {}): JournalEntry => ({ kind: 'signed-in', by: { name }, of: '', what: '', ...more });
const dayOf = (at: number) => day(`2026-11-${String(at + 1).padStart(2, '0')}`);

function journalOf(days: readonly (readonly JournalEntry[])[]): JournalDay[] {
  const chance = chanceFrom(1);
  const made: JournalDay[] = [];
  for (const [at, entries] of days.entries()) {
    const pending = entries.map((one, index) => ({ id: `${at}-${index}`, day: dayOf(at), text: entryText(one) }));
    made.push(closedDay(made.at(-1) ?? null, { day: dayOf(at), entries: pending }, chance));
  }
  return made;
}

const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'];
const written = journalOf(Array.from({ length: 5 }, () => names.map((name) => entry(name))));

/** As somebody would who may write to the database and takes care that the page is its own hash again. */
function rewritten(one: JournalDay, change: (entries: JournalEntry[]) => readonly JournalEntry[]): JournalDay {
  const page = pageIn(one)!;
  const text = canonical({ ...page, entries: change([...page.entries]) });
  return { ...one, text, hash: hashOfText(text) };
}

const replaced = (at: number, one: JournalDay) => written.map((kept, index) => (index === at ? one : kept));

const damages: readonly (readonly [string, readonly JournalDay[], readonly number[]])[] = [
  ['an entry altered', replaced(2, { ...written[2]!, text: written[2]!.text.replace('Ada', 'Eve') }), [2]],
  ['an entry altered and the page hashed again', replaced(2, rewritten(written[2]!, ([first, ...rest]) => [entry('Eve', { kind: first!.kind }), ...rest])), [3]],
  ['an entry removed', replaced(1, rewritten(written[1]!, (entries) => entries.slice(1))), [2]],
  ['two entries in another order', replaced(1, rewritten(written[1]!, (entries) => entries.reverse())), [2]],
  ['a page removed', written.filter((_, at) => at !== 2), [2, 3]],
  ['the first page removed', written.slice(1), [0, 1, 2, 3]],
  ['two pages in another order', [written[0]!, written[2]!, written[1]!, written[3]!, written[4]!], [1, 2, 3]],
  ['a page that is no page', replaced(3, { ...written[3]!, text: 'nothing', hash: hashOfText('nothing') }), [3, 4]],
];

describe('the journal', () => {
  test('is whole as it is written, and an empty one is whole', () => {
    expect([brokenDays(written), brokenDays([])]).toEqual([[], []]);
  });

  test.each(damages)('%s is found', (_what, days, broken) => {
    expect(brokenDays(days)).toEqual(broken);
  });

  test('holds every entry of its day once, in an order that is chance and not that of the day', () => {
    const many = Array.from({ length: 60 }, (_, at) => entry(`N${at}`));
    const [page] = journalOf([many]);
    const shown = pageIn(page!)!.entries.map(({ by }) => (typeof by === 'string' ? by : by.name));
    expect([...shown].sort()).toEqual(many.map((_, at) => `N${at}`).sort());
    const inPlace = shown.filter((name, at) => name === `N${at}`).length;
    const ascending = shown.filter((name, at) => at > 0 && Number(name.slice(1)) > Number(shown[at - 1]!.slice(1))).length;
    expect([inPlace < 10, ascending > 15 && ascending < 45]).toEqual([true, true]);
  });

  test('tells a day and nothing finer', () => {
    expect(written.every(({ text }) => !/\d\d:\d\d|T\d\d/.test(text))).toBe(true);
  });
});
