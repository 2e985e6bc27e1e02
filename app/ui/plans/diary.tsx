// What happened so far, the latest first; older entries are folded away.
import type { DatedNote } from '#app/domain/plans/plan-page.ts';
import type { Text } from '#app/text/text.ts';
import type { ProgressNote } from '#app/domain/plans/progress-note.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { useText } from '../text.ts';

interface Props {
  readonly notes: readonly DatedNote[];
  readonly names: Readonly<Record<string, string>>;
}

const shownFirst = 5;
const days = new Set(['from', 'to', 'due']);

/** Days, states and kinds of an entry are codes; here they become words. */
function detailsOf(text: Text, { details }: ProgressNote): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => {
      if (days.has(key) && value !== '') return [key, text.day(value)];
      return [key, key === 'status' ? text.code('plan.step.status', value) : value];
    }),
  );
}

function Entry({ note, names }: { note: DatedNote; names: Props['names'] }) {
  const text = useText();
  const day = text.day(note.day);
  const name = note.authorId === null ? null : (names[note.authorId] ?? '–');
  return (
    <li>
      {note.event !== 'note' && <p>{text(`plan.event.${note.event}`, detailsOf(text, note))}</p>}
      {note.text !== '' && <p className={note.event === 'note' ? undefined : 'quiet'}>{note.text}</p>}
      <p className="small quiet">{name === null ? text('plan.by.system', { day }) : text('plan.by', { name, day })}</p>
    </li>
  );
}

export function Diary({ notes, names }: Props) {
  const text = useText();
  const list = (some: readonly DatedNote[]) => (
    <ol className="diary bare">
      {some.map((note) => (
        <Entry key={note.id} note={note} names={names} />
      ))}
    </ol>
  );
  return (
    <div className="stack">
      {list(notes.slice(0, shownFirst))}
      {notes.length > shownFirst && <Disclosure summary={text('plan.history.earlier')}>{list(notes.slice(shownFirst))}</Disclosure>}
    </div>
  );
}
