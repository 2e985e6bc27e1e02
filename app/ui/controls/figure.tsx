// Figures about people: what may not be shown is a grey dash that says why, never an empty place and never a zero.
import type { ReactNode } from 'react';
import type { Figure } from '#app/domain/kernel/figure.ts';
import { useText } from '../text.ts';

interface Drawn<T> {
  readonly figure: Figure<T>;
  readonly format: (value: T) => ReactNode;
}

/** A figure inside a sentence or a cell of a table. */
export function FigureText<T>({ figure, format }: Drawn<T>) {
  const text = useText();
  if (figure.shown) return <>{format(figure.value)}</>;
  const because = text(`figure.${figure.because}`);
  return (
    <abbr className="hidden-figure" title={because}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{because}</span>
    </abbr>
  );
}

interface TileProps<T> extends Drawn<T> {
  readonly label: string;
  /** How many people it rests on, the change, a comparison. */
  readonly note?: ReactNode;
}

/** One large figure. Where it is hidden, the reason stands below it in words. */
export function FigureTile<T>({ label, figure, format, note }: TileProps<T>) {
  const text = useText();
  return (
    <div className="tile">
      <div className="label">{label}</div>
      <div className="value">
        <FigureText figure={figure} format={format} />
      </div>
      <div className="note">{figure.shown ? note : text(`figure.${figure.because}`)}</div>
    </div>
  );
}
