// What a forecast of tables rests on; while it is being worked out the page looks again by itself.
import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { Forecast } from '#app/domain/publication/cuts/cut-preview.ts';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

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

export function ForecastLead({ forecast: { participation, cuts, failure } }: { forecast: Forecast }) {
  const text = useText();
  const share = whole(participation * 100);
  if (failure !== null) return <Notice tone="warn">{text.code('survey.tables.failed', failure)}</Notice>;
  if (cuts === null) return <Waiting />;
  if (cuts.length === 0) return <Notice tone="warn">{text('survey.tables.nothing', { share })}</Notice>;
  return <p className="quiet">{text('survey.tables.forecast', { share })}</p>;
}
