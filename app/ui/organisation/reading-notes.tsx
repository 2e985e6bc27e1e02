import type { UnderstoodShown } from '#app/domain/organisation/difference-shown.ts';
import { useText } from '#app/ui/text.ts';

function Written({ understood: { written } }: { readonly understood: UnderstoodShown }) {
  const text = useText();
  if (written.kind === 'workbook') return text('import.read.workbook', { sheet: written.sheet ?? '' });
  if (written.kind === 'web-page') return text('import.read.web-page');
  const separator = written.separator === '\t' ? text('import.read.separator.tab') : (written.separator ?? '');
  return text('import.read.text', { encoding: (written.encoding ?? '').toUpperCase(), separator });
}

/** What the program saw in the file and did not ask about, so that nothing is read silently. */
export function ReadingNotes({ understood }: { readonly understood: UnderstoodShown }) {
  const text = useText();
  const { skipped, spellings, gone, topped } = understood;
  return (
    <ul className="small people-notes">
      <li>
        <Written understood={understood} />
      </li>
      {skipped.count > 0 && (
        <li>
          {text('import.read.skipped', { n: skipped.count })}
          <ul>
            {skipped.first.map(({ line, as, cells }) => (
              <li key={line}>{text('import.read.skipped.line', { line, as: text(`import.read.skipped.${as}`), says: cells.join(' · ') })}</li>
            ))}
          </ul>
        </li>
      )}
      {gone.count > 0 && <li>{text('import.read.gone', { n: gone.count })}</li>}
      {topped !== null && <li>{text('import.read.topped', { company: topped })}</li>}
      {spellings.first.map((names) => (
        <li key={names.join()}>{text('import.read.spellings', { names: names.join(' = ') })}</li>
      ))}
    </ul>
  );
}
