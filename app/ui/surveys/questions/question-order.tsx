// Questions in the order asked, moved with buttons that keep the focus and say where the question stands now. Works as plain forms too.
import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { stepped } from '#app/domain/surveys/questions/question-order.ts';
import { Icon } from '../../controls/icon.tsx';
import { useText } from '../../text.ts';

interface Props {
  readonly rows: readonly { readonly id: string; readonly text: string; readonly moves: readonly (-1 | 1)[] }[];
  /** What was moved last, and which way: `OWN-1 up`. */
  readonly last: string | null;
}

/** As it will stand once the server has answered: a long list is not drawn anew before that. Which ways a place has stays with the place. */
function asAsked(rows: Props['rows'], move: string): Props['rows'] {
  const [id = '', way] = move.split(' ');
  return stepped(rows, { id, by: way === 'up' ? -1 : 1 }).map((row, at) => ({ ...row, moves: rows[at]!.moves }));
}

export function QuestionOrder({ rows: kept, last }: Props) {
  const text = useText();
  const list = useRef<HTMLOListElement>(null);
  // Null once the server has answered; what it refused stands where it stood.
  const move = useNavigation().formData?.get('move');
  const asked = typeof move === 'string' ? move : null;
  const rows = asked === null ? kept : asAsked(kept, asked);
  const [id, way] = (asked ?? last)?.split(' ') ?? [];
  const place = rows.findIndex((row) => row.id === id);
  // A row that was moved is put into the page anew, which takes the focus from its button.
  useEffect(() => {
    if (place >= 0) list.current?.querySelector<HTMLButtonElement>(`[value="${CSS.escape(`${id} ${way}`)}"]`)?.focus();
  }, [id, way, place]);
  return (
    <Form method="post" preventScrollReset>
      <ol className="table-order kept" ref={list}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>{row.text}</span>
            {([-1, 1] as const).map((by) => {
              const stuck = !row.moves.includes(by);
              return (
                <button
                  key={by}
                  className="button plain"
                  name="move"
                  value={`${row.id} ${by < 0 ? 'up' : 'down'}`}
                  aria-disabled={stuck}
                  aria-label={text(by < 0 ? 'draft.tables.up' : 'draft.tables.down', { name: row.text })}
                  onClick={(event) => stuck && event.preventDefault()}
                >
                  <Icon name={by < 0 ? 'up' : 'down'} />
                </button>
              );
            })}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {place >= 0 && text('draft.tables.place', { name: rows[place]!.text, place: place + 1, of: rows.length })}
      </p>
    </Form>
  );
}
