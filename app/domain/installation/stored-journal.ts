// Entries and pages of the journal, as they lie in the database.
import * as v from 'valibot';
import { stored, storedDay } from '#app/domain/kernel/stored.ts';
import { journalKinds, type JournalDay, type JournalEntry, type JournalPage } from './journal.ts';

const entry: v.GenericSchema<unknown, JournalEntry> = v.object({
  kind: v.picklist(journalKinds),
  by: v.union([v.object({ name: v.string() }), v.picklist(['command', 'clock'])]),
  of: v.string(),
  what: v.string(),
});

export const storedEntry = stored<JournalEntry>({ noun: 'an entry of the journal', shape: entry });

const storedPage = stored<JournalPage>({
  noun: 'a page of the journal',
  shape: v.object({ position: v.number(), day: storedDay, previous: v.nullable(v.string()), entries: v.array(entry) }),
});

/** Null where the text is not one that was written here. */
export function pageIn({ text }: Pick<JournalDay, 'text'>): JournalPage | null {
  try {
    return storedPage.read(text);
  } catch {
    return null;
  }
}
