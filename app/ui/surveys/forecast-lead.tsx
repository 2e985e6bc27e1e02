// What a forecast of tables rests on; while it is being worked out the page looks again by itself.
import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { CutForecast } from '#app/domain/publication/cuts/cut-preview.ts';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

export interface ForecastView {
  readonly participation: number;
  /** Null while it is being worked out; empty where too few would answer for any result. */
  readonly cuts: readonly CutForecast[] | null;
  /** Why it could not be worked out; null where it could. */
  readonly failure: string | null;
}

function Waiting() {
  const text = useText();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, 1000);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <div role="status" className="stack-tight">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p className="quiet">{text('survey.tables.waiting')}</p>
      <progress aria-label={text('survey.tables.waiting')} />
    </div>
  );
}

export function ForecastLead({ forecast: { participation, cuts, failure } }: { forecast: ForecastView }) {
  const text = useText();
  const share = Math.round(participation * 100);
  if (failure !== null) return <Notice tone="warn">{text.code('survey.tables.failed', failure)}</Notice>;
  if (cuts === null) return <Waiting />;
  if (cuts.length === 0) return <Notice tone="warn">{text('survey.tables.nothing', { share })}</Notice>;
  return <p className="quiet">{text('survey.tables.forecast', { share })}</p>;
}
