// The surveys of a year as a table: days, letters, questions, time. On a phone each row is a card.
import { Link } from '@remix-run/react';
import type { WaveView } from '#app/domain/surveys/programme/programme-view.ts';
import { timeNeeded } from '#app/text/text.ts';
import { Badge } from '../../controls/badge.tsx';
import { useText } from '../../text.ts';
import { RoutedLine } from '../asking/routed-to.tsx';

function State({ wave: { state, surveyId, drafted } }: { readonly wave: WaveView }) {
  const text = useText();
  if (state === 'planned') return drafted && <p className="quiet small">{text('programme.wave.draft-from', { day: text.day(drafted) })}</p>;
  return (
    <p className="row">
      <Badge tone={state === 'draft' ? 'wait' : 'good'}>{text(state === 'draft' ? 'survey.phase.draft' : 'survey.phase.scheduled')}</Badge>
      <Link className="no-print" to={`/surveys/${surveyId ?? ''}`}>{text(state === 'draft' ? 'programme.wave.seal' : 'surveys.title')}</Link>
    </p>
  );
}

function Row({ wave }: { readonly wave: WaveView }) {
  const text = useText();
  const { opens, closes, letters, rotating, extras, seconds, results, answersBy, movedFrom, clockChanges, lockedUntil } = wave;
  const notes = [
    ...(movedFrom ? [text('programme.wave.moved', { day: text.day(movedFrom) })] : []),
    ...(clockChanges ? [text('programme.wave.clock', { day: text.day(clockChanges) })] : []),
    ...(lockedUntil ? [text('programme.wave.lock', { day: text.day(lockedUntil) })] : []),
  ];
  return (
    <tr>
      <th scope="row">
        {text('programme.wave.from-to', { opens: text.day(opens), closes: text.day(closes) })}
        <State wave={wave} />
        {notes.map((note) => (
          <p key={note} className="quiet small">
            {note}
          </p>
        ))}
      </th>
      <td className="letters" data-label={text('programme.wave.letters')}>
        <ul className="bare">
          {letters.map(({ kind, day }) => (
            <li key={kind}>
              <span>{text(`letter-page.kind.${kind}`)}</span> <span>{text.day(day)}</span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label={text('programme.wave.asked')}>
        <ul className="bare">
          {rotating.length === 0 && <li>{text('programme.wave.asked.none')}</li>}
          {rotating.map(({ text: words, routed }) => (
            <li key={words.en}>
              {text.of(words)}
              {routed && (
                <p className="quiet small">
                  <RoutedLine to={routed.to} screener={routed.screener && text.of(routed.screener)} />
                </p>
              )}
            </li>
          ))}
          {extras.length > 0 && <li className="quiet small">{text('programme.wave.joins', { kinds: text.list(extras.map((kind) => text(`programme.kind.${kind}`))) })}</li>}
        </ul>
      </td>
      <td data-label={text('programme.wave.time')}>{timeNeeded(text, seconds)}</td>
      <td data-label={text('programme.wave.results')}>{text.day(results)}</td>
      <td data-label={text('programme.wave.answers')}>{text.day(answersBy)}</td>
    </tr>
  );
}

export function ProgrammeWaves({ waves }: { readonly waves: readonly WaveView[] }) {
  const text = useText();
  return (
    <div className="card">
      <table className="table programme-waves">
        <caption className="visually-hidden">{text('programme.year.caption')}</caption>
        <thead>
          <tr>
            {(['days', 'letters', 'asked', 'time', 'results', 'answers'] as const).map((column) => (
              <th key={column} scope="col">
                {text(`programme.wave.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waves.map((wave) => (
            <Row key={`${wave.opens} ${wave.number}`} wave={wave} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
