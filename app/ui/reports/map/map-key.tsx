// What the colours, marks and numbers of the map mean.
import type { HeatView } from '#app/domain/reports/heat-view.ts';
import { useText } from '#app/ui/text.ts';

const ranges = ['0–24', '25–34', '35–44', '45–54', '55–64', '65–74', '75–100'] as const;

export function MapKey({ compared }: Pick<HeatView, 'compared'>) {
  const text = useText();
  return (
    <div className="map-key">
      <ul aria-label={text('map.key.level')}>
        {ranges.map((range, at) => (
          <li key={range} data-step={at + 1}>
            {range}
          </li>
        ))}
      </ul>
      <p className="quiet small">
        {text(`map.key.${compared}`)} {text('results.heat.key.likely')} {text('map.key.n')}
      </p>
    </div>
  );
}

/** Beside the frame of a map: what cells say when pointed at is then said by all of them. */
export function ShowAll() {
  const text = useText();
  return (
    <label className="map-all no-print">
      <input type="checkbox" /> {text('map.all-said')}
    </label>
  );
}
