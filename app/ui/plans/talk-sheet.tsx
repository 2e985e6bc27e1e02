// One sheet of paper with which somebody leads half an hour: what the survey says, how to begin, what to ask and what never, room to
// write. It prints on one A4 page in every language.
import type { Day } from '#app/domain/kernel/day.ts';
import { ageWords, type FiguresAge } from '#app/domain/reports/figures-age.ts';
import type { TalkLine, TalkSheet } from '#app/domain/reports/talk-page.ts';
import { namesText } from '#app/ui/reports/map/group-name.tsx';
import { useText } from '../text.ts';

interface Props {
  readonly department: string;
  readonly sheet: TalkSheet;
  readonly age: FiguresAge;
  readonly answerBy: Day;
  readonly today: Day;
}

export function TalkPaper({ department, sheet, age, answerBy, today }: Props) {
  const text = useText();
  return (
    <section className="talk-sheet card" aria-labelledby="talk-sheet">
      <header>
        <h2 id="talk-sheet">{text('talk.title', { department })}</h2>
      </header>
      <Origin sheet={sheet} />
      <p className="small quiet">{text(...ageWords(age, text.day))}</p>
      <h3>{text('talk.begin', { minutes: 3 })}</h3>
      <Points keys={['talk.begin.1', 'talk.begin.2', 'talk.begin.3']} />
      <h3>{text('talk.figures')}</h3>
      <Figures sheet={sheet} />
      <h3>{text('talk.ask', { minutes: 12 })}</h3>
      <Points keys={['talk.ask.1', 'talk.ask.2']} />
      <Room lines={4} label={text('talk.notes')} />
      <h3>{text('talk.help', { minutes: 8 })}</h3>
      <Room lines={4} label={text('talk.notes')} />
      <div className="talk-never">
        <h3>{text('talk.never')}</h3>
        <Points keys={['talk.never.1', 'talk.never.2', 'talk.never.3']} />
      </div>
      <h3>{text('talk.next', { minutes: 2 })}</h3>
      <ul>
        <li>{text(answerBy < today ? 'talk.next.1.was' : 'talk.next.1', { day: text.day(answerBy) })}</li>
        <li>{text('talk.next.2')}</li>
        <li>{text('talk.next.3')}</li>
      </ul>
    </section>
  );
}

function Origin({ sheet: { survey, group } }: Pick<Props, 'sheet'>) {
  const text = useText();
  const { answered, invited } = group;
  return (
    <p className="small quiet">
      {[
        text('team.results.title', { survey: survey.title, day: text.day(survey.closed) }),
        invited === null ? text('team.results.answered.unknown', { answered }) : text('team.results.answered', { answered, invited }),
        group.with.length > 0 && text('team.results.with', { others: namesText(text, group.with), k: survey.k }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function Points({ keys }: { keys: readonly ('talk.begin.1' | 'talk.begin.2' | 'talk.begin.3' | 'talk.ask.1' | 'talk.ask.2' | 'talk.never.1' | 'talk.never.2' | 'talk.never.3')[] }) {
  const text = useText();
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{text(key)}</li>
      ))}
    </ul>
  );
}

function Figures({ sheet }: Pick<Props, 'sheet'>) {
  const text = useText();
  const { overall, good, short, standsOut } = sheet;
  return (
    <>
      {overall !== null && <p className="strong">{text('talk.overall', { index: overall })}</p>}
      {good.length + short.length === 0 && <p>{text('talk.figures.none')}</p>}
      <div className="talk-figures">
        <Lines title={text(standsOut ? 'talk.good' : 'talk.highest')} lines={good} />
        <Lines title={text(standsOut ? 'talk.short' : 'talk.lowest')} lines={short} />
      </div>
      {!standsOut && good.length + short.length > 0 && <p className="small quiet">{text('talk.even')}</p>}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly TalkLine[] }) {
  const text = useText();
  if (lines.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map(({ id, label, index, n, reasons }) => (
          <li key={id}>
            {text('talk.line', { label, index, n })}
            {reasons.length > 0 && <span className="small quiet"> {text('talk.reasons', { reasons: text.list(reasons) })}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lines to write on: on paper only, since nobody writes on a screen there. */
function Room({ lines, label }: { lines: number; label: string }) {
  return (
    <div className="talk-room print-only" role="img" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} />
      ))}
    </div>
  );
}
