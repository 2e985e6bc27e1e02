// The same report as files, for whoever calculates on.
import { useText } from '#app/ui/text.ts';

interface Props {
  /** Address of the report without its ending. */
  readonly base: string;
  /** Whose report, as in the address of the page. */
  readonly query: string;
}

export function ReportFiles({ base, query }: Props) {
  const text = useText();
  const files = [
    // A large one shows first how far it is.
    { to: `${base}.pdf${query}`, label: text('report.file.pdf'), shown: true },
    { to: `${base}.pptx${query}`, label: text('report.file.pptx') },
    { to: `${base}.docx${query}`, label: text('report.file.docx') },
    { to: `${base}.xlsx${query}`, label: text('report.file.xlsx') },
    { to: `${base}.csv${query}&mark=1`, label: text('report.file.csv') },
    { to: `${base}.json${query}`, label: text('report.file.json') },
  ];
  return (
    <nav className="no-print" aria-label={text('report.files')}>
      <p className="quiet">{text('report.files.lead')}</p>
      <ul className="row report-files">
        {files.map(({ to, label, shown }) => (
          <li key={to}>
            <a className="button" href={to} download={!shown}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
