// The months of a programme as a wall calendar shows them. Everything in it stands in the table below too, in words: for whoever hears the
// page it is only decoration.
import type { DayRange } from '#app/domain/kernel/working-days.ts';
import { calendarOf } from '#app/domain/surveys/programme/programme-calendar.ts';
import type { CalendarDay, CalendarMonth, WaveView } from '#app/domain/surveys/programme/programme-view.ts';
import { useText } from '../../text.ts';

const marks = ['open', 'letter', 'results', 'blackout', 'free'] as const;

function Sheet({ month: { first, weeks } }: { readonly month: CalendarMonth }) {
  const text = useText();
  const name = new Intl.DateTimeFormat(text.tongue, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${first}T00:00:00Z`));
  return (
    <div className="calendar-month">
      <p className="strong small">{name}</p>
      <div className="calendar-days">
        {weeks.flat().map((one, at) => (
          <span key={one?.day ?? `${first} ${at}`} className={one ? classOf(one) : undefined}>
            {one && Number(one.day.slice(8))}
          </span>
        ))}
      </div>
    </div>
  );
}

const classOf = ({ marks: own }: CalendarDay): string | undefined => (own.length === 0 ? undefined : own.join(' '));

interface Props {
  readonly waves: readonly WaveView[];
  readonly free: readonly DayRange[];
  readonly blackouts: readonly DayRange[];
}

export function ProgrammeCalendar({ waves, free, blackouts }: Props) {
  const text = useText();
  const months = calendarOf({ waves, free, blackouts });
  const shown = marks.filter((mark) => months.some(({ weeks }) => weeks.some((week) => week.some((one) => one?.marks.includes(mark)))));
  return (
    <div className="card" aria-hidden="true">
      <div className="calendar">
        {months.map((month) => (
          <Sheet key={month.first} month={month} />
        ))}
      </div>
      <p className="calendar-key calendar-days small">
        {shown.map((mark) => (
          <span key={mark} className="key">
            <span className={mark} /> {text(`programme.key.${mark}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
