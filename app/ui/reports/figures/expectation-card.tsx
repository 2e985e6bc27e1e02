// What people get against what they expect, and for the company the ratio of the two.
import type { ExpectationCard as Expectation } from '#app/domain/reports/expectation-view.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { FigureMenu } from './figure-menu.tsx';
import { ExpectationBars } from './expectation-bars.tsx';

export function ExpectationCard({ expectations }: { expectations: readonly Expectation[] }) {
  const text = useText();
  const anyRatio = expectations.some(({ ratio }) => ratio !== null);
  return (
    <Card title={text('results.expectation.card')}>
      {anyRatio && <p className="quiet">{text('results.expectation.lead')}</p>}
      {expectations.map((one) => (
        <div key={one.id} className="stack">
          <ExpectationBars expectation={one} />
          {one.ratio && (
            <p>
              {text(`results.expectation.ratio.${one.ratio.band ?? 'open'}`, { ratio: text.number(one.ratio.ratio), low: text.number(one.ratio.interval[0]), high: text.number(one.ratio.interval[1]) })}
            </p>
          )}
        </div>
      ))}
      <FigureMenu chart="expectation" name={text('results.expectation.card')} />
    </Card>
  );
}
