// Experience against expectation: how many get less, as much or more than they expect.
import { useMemo } from 'react';
import type { ExpectationView } from '#app/domain/reports/question-view.ts';
import { DivergingBars, type DivergingBar } from '#app/ui/charts/diverging-bars.tsx';
import { useText } from '#app/ui/text.ts';

const classes = ['below', 'met', 'above'] as const;

export const expectationBarOf = (expectation: ExpectationView): DivergingBar => ({ label: expectation.dimension, percents: classes.map((one) => expectation[one]) });

export function ExpectationBars({ expectation }: { expectation: ExpectationView }) {
  const text = useText();
  const words = useMemo(() => classes.map((one) => text(`results.expectation.${one}`)), [text]);
  const bars = useMemo(() => [expectationBarOf(expectation)], [expectation]);
  const { dimension, below, above } = expectation;
  return (
    <DivergingBars finding={text('results.expectation.finding', { dimension, below, above })} label={text('results.n', { n: expectation.n })} bars={bars} classes={words}>
      <table className="table">
        <caption className="visually-hidden">{dimension}</caption>
        <tbody>
          {classes.map((one, at) => (
            <tr key={one}>
              <th scope="row">{words[at]}</th>
              <td className="num">{text('results.percent', { n: expectation[one] })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DivergingBars>
  );
}
