import type { CellShape, PastLook } from '#app/domain/past-surveys/look.ts';
import type { Text } from '#app/text/text.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { useText } from '#app/ui/text.ts';

const patternOf = (text: Text, shape: CellShape) => (shape.kind === 'text' ? text('past.shape.text', { n: shape.length }) : text(`past.shape.${shape.kind}`));

/** The first rows, cell by cell, as patterns: no cell is repeated. */
export function ShapeTable({ look }: { look: PastLook }) {
  const text = useText();
  return (
    <Disclosure summary={text('past.columns.shape')}>
      <p>{text('past.columns.shape.text')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={text('past.columns.shape')}>
        <table className="table">
          <caption className="visually-hidden">{text('past.columns.shape')}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {text('past.columns.row')}
              </th>
              {look.columns.map((column, at) => (
                <th key={at} scope="col">
                  {column.name === '' ? text('past.columns.nameless') : column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.shapes.map((row, at) => (
              <tr key={at}>
                <th scope="row" className="num">
                  {at + 1}
                </th>
                {row.map((shape, column) => (
                  <td key={column} className="quiet">
                    {patternOf(text, shape)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}
