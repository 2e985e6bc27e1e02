// Declared tables in their order of importance: the earlier one wins where two cannot both be shown. Moved with buttons, which keep
// the focus and say where the table stands now.
import { useEffect, useRef, useState } from 'react';
import { wholeCompany } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import type { TablesOffer } from '#app/domain/surveys/draft-offer.ts';
import { Icon } from '../../controls/icon.tsx';
import { useText } from '../../text.ts';

interface Props {
  readonly offer: TablesOffer;
  /** `question@scope`, the most important first. */
  readonly order: readonly string[];
  change(order: readonly string[]): void;
}

interface Move {
  readonly value: string;
  readonly by: -1 | 1;
}

export function TablesOrder({ offer, order, change }: Props) {
  const text = useText();
  const [last, setLast] = useState<Move | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // A row that was moved is put into the page anew, which takes the focus from its button.
  useEffect(() => {
    if (last) list.current?.querySelector<HTMLButtonElement>(`[data-move="${CSS.escape(`${last.value} ${last.by}`)}"]`)?.focus();
  }, [last]);
  const nameOf = (value: string) => {
    const at = value.indexOf('@');
    const background = offer.backgrounds.find(({ id }) => id === value.slice(0, at));
    const question = background ? text.of(background.label) : value;
    const scope = value.slice(at + 1);
    if (scope === wholeCompany) return text('draft.tables.name.company', { question });
    return text('draft.tables.name', { question, scope: offer.divisions.find(({ id }) => id === scope)?.name ?? scope });
  };
  const move = (value: string, by: Move['by']) => {
    const from = order.indexOf(value);
    if (from + by < 0 || from + by >= order.length) return;
    const next = [...order];
    next.splice(from + by, 0, ...next.splice(from, 1));
    change(next);
    setLast({ value, by });
  };
  const button = (value: string, by: Move['by'], stuck: boolean) => (
    <button
      type="button"
      className="button plain"
      data-move={`${value} ${by}`}
      aria-disabled={stuck}
      aria-label={text(by < 0 ? 'draft.tables.up' : 'draft.tables.down', { name: nameOf(value) })}
      onClick={() => move(value, by)}
    >
      <Icon name={by < 0 ? 'up' : 'down'} />
    </button>
  );
  return (
    <section className="stack-tight" aria-labelledby="tables-order">
      <h3 id="tables-order">{text('draft.tables.order')}</h3>
      <p className="quiet small">{text('draft.tables.order.hint')}</p>
      <ol className="table-order" ref={list}>
        {order.map((value, at) => (
          <li key={value}>
            <span>{nameOf(value)}</span>
            {button(value, -1, at === 0)}
            {button(value, 1, at === order.length - 1)}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {last && order.includes(last.value) && text('draft.tables.place', { name: nameOf(last.value), place: order.indexOf(last.value) + 1, of: order.length })}
      </p>
    </section>
  );
}
