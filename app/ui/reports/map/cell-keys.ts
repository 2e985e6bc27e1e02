// The arrow keys go from cell to cell, Home and End to the ends of a row; Escape puts away what a cell says. Without JavaScript the
// first cell is reached, and a box shows what all of them say.
import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

export function goByKey(event: KeyboardEvent<HTMLTableElement>): void {
  const table = event.currentTarget;
  if (event.key === 'Escape') table.dataset['silent'] = 'true';
  const from = (event.target as Element).closest('td');
  const step = steps[event.key];
  if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')]);
  const row = rows.findIndex((cells) => cells.includes(from));
  const near = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1);
  const line = rows[near(row + step[0], rows.length)] ?? [];
  const to = line[near((rows[row]?.indexOf(from) ?? 0) + step[1], line.length)];
  if (!to) return;
  event.preventDefault();
  for (const cell of table.querySelectorAll('td[tabindex="0"]')) cell.setAttribute('tabindex', '-1');
  to.setAttribute('tabindex', '0');
  to.focus();
}

/** What was put away comes back at the next cell. */
export function speakAgain(event: { readonly currentTarget: HTMLElement }): void {
  delete event.currentTarget.dataset['silent'];
}
