import type { JournalEntry, JournalPage } from '#app/domain/installation/journal.ts';
import type { Text } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';

function whatOf(text: Text, { kind, of, what }: JournalEntry): string {
  if (kind === 'head-changed' && of === '') return text('journal.head-nobody', { what });
  return text(`journal.${kind}`, { of, what });
}

function whoOf(text: Text, { by }: JournalEntry): string {
  if (by === 'command') return text('privacy.log.by-command');
  return by === 'clock' ? text('journal.by-clock') : by.name;
}

/** One page a day, as they are hashed: the order of entries is the page's own. */
export function JournalDays({ days }: { days: readonly (JournalPage & { readonly hash: string })[] }) {
  const text = useText();
  return (
    <div className="stack journal">
      {days.map(({ position, day, hash, entries }) => (
        <Card key={position} title={text.day(day)}>
          <table className="table">
            <caption className="visually-hidden">{text.day(day)}</caption>
            <thead>
              <tr>
                <th scope="col">{text('journal.who')}</th>
                <th scope="col">{text('journal.what')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, at) => (
                <tr key={at}>
                  <td>{whoOf(text, entry)}</td>
                  <td>{whatOf(text, entry)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet small hash">
            {text('journal.hash', { page: position + 1 })}
            {text('punctuation.colon')} <code>{hash}</code>
          </p>
        </Card>
      ))}
    </div>
  );
}
