// What became of every declared table, in the order in which they were declared.
import type { CutNote } from '#app/domain/reports/cut-notes.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { bandText } from './band-name.ts';
import { namesText } from '../map/group-name.tsx';

export function CutNotes({ cuts, k, past = false }: { cuts: readonly CutNote[]; k: number; past?: boolean }) {
  const text = useText();
  if (cuts.length === 0) return null;
  return (
    <Card title={text('results.method.cuts')}>
      <p>{text(past ? 'past.method.cuts' : 'results.method.cuts.text', { k })}</p>
      <p>{text('results.method.cuts.merging')}</p>
      <ol className="cut-notes">
        {cuts.map((cut) => (
          <Note key={`${cut.question} ${namesText(text, cut.scope.names)}`} cut={cut} />
        ))}
      </ol>
    </Card>
  );
}

function Note({ cut }: { cut: CutNote }) {
  const text = useText();
  const { scope } = cut;
  const place = scope.with.length === 0 ? namesText(text, scope.names) : text('counted-with', { department: namesText(text, scope.names), others: namesText(text, scope.with) });
  const values = { question: cut.question, scope: place };
  if (cut.bands === null) {
    return (
      <li>
        <strong>{text('results.method.cuts.dropped', values)}</strong>
        <p>{cut.why && text(`results.method.why.${cut.why}`)}</p>
      </li>
    );
  }
  return (
    <li>
      <strong>{text('results.method.cuts.shown', values)}</strong>
      <p>{text('results.method.cuts.bands', { n: cut.bands.length })}</p>
      <ul>
        {cut.bands.map((band) => (
          <li key={band.labels.join()}>
            {bandText(text, band)}
            {band.labels.length > 1 && <span className="quiet"> · {text('results.method.cuts.merged')}</span>}
          </li>
        ))}
      </ul>
      {cut.leftOut.length > 0 && (
        <>
          <p>{text('results.method.cuts.left-out')}</p>
          <ul>
            {cut.leftOut.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
