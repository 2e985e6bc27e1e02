// The sheet that is hung up: large enough to be read on a wall, and nothing on it that is not for everybody who passes.
import type { NoticeBoard } from '#app/domain/notifications/notice-board.ts';
import { useText } from '#app/ui/text.ts';

export function NoticeSheet({ board: { department, results, owed, parts, today, home } }: { board: NoticeBoard }) {
  const text = useText();
  return (
    <article className="card stack" aria-label={text('notices.title')}>
      <h2>{text('notices.for', { department: department.name, day: text.day(today) })}</h2>
      {results.length > 0 && (
        <section className="stack-tight">
          <h3>{text('notices.results')}</h3>
          {results.map((paragraph) => (
            <Paragraph key={paragraph} paragraph={paragraph} />
          ))}
        </section>
      )}
      {owed.length > 0 && <Lines title={text('notices.owed')} lines={owed} />}
      {parts.map(({ title, lines }) => (
        <Lines key={title} title={title} lines={lines} />
      ))}
      <p className="small quiet">{text('notices.where', { home })}</p>
    </article>
  );
}

/** As a letter breaks its lines: a heading, then a line for each finding. */
function Paragraph({ paragraph }: { paragraph: string }) {
  const [first, ...lines] = paragraph.split('\n');
  return (
    <>
      <p>{first}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line.replace(/^– /, '')}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section className="stack-tight">
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
