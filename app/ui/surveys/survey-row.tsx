import { Link } from '@remix-run/react';
import type { ListedSurvey } from '#app/domain/surveys/listed-survey.ts';
import { useText } from '../text.ts';
import { AskedMark } from './asking/asked-mark.tsx';
import { ParticipationBar } from './participation-bar.tsx';
import { PhaseBadge } from './phase-badge.tsx';

export function SurveyRow({ row: { survey, phase, participation, published, results, asked } }: { row: ListedSurvey }) {
  const text = useText();
  return (
    <article className="survey-row">
      <div className="stack-tight">
        <h3>
          <Link to={`/surveys/${survey.id}`}>{text.of(survey.title)}</Link>
        </h3>
        <p className="quiet small">
          {phase === 'open' ? text('survey.until', { closes: text.day(survey.closes) }) : text('survey.days', { opens: text.day(survey.opens), closes: text.day(survey.closes) })}
        </p>
        {asked && <AskedMark asked={asked} />}
      </div>
      <div className="aside">
        {participation !== null && <ParticipationBar label={text('survey.participation')} rounded={participation.company} step={participation.step} />}
        {published && (
          <Link className="button small" to={results}>
            {text('surveys.results')}
          </Link>
        )}
        <PhaseBadge phase={phase} />
      </div>
    </article>
  );
}
