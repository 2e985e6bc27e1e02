// A poster as it hangs on a wall: read from two metres, and in black and white.
import type { Poster, PosterSheet as Sheet } from '#app/domain/surveys/slips/poster.ts';
import { QrCode } from '../controls/qr-code.tsx';

export function PosterSheet({ sheet, poster: { home, qr } }: { sheet: Sheet; poster: Poster }) {
  return (
    <article className="sheet poster" lang={sheet.language} aria-label={sheet.title}>
      <header>
        <h2>{sheet.title}</h2>
        <p>{sheet.purpose}</p>
        <p className="days">{sheet.days}</p>
      </header>
      <section>
        <h3>{sheet.how}</h3>
        <Lines lines={sheet.ways} />
      </section>
      <section className="promised">
        <h3>{sheet.promised}</h3>
        <Lines lines={sheet.promises} />
        <p className="fine">{sheet.limits}</p>
      </section>
      <footer>
        <div className="led">
          <QrCode qr={qr} label={home} />
          <p className="mono">{home}</p>
        </div>
        <div>
          <p>{sheet.scan}</p>
          {sheet.after.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="fine">{sheet.compare}</p>
          <p className="words">{sheet.words.join(' · ')}</p>
        </div>
      </footer>
    </article>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
