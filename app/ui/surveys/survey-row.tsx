import { Link } from '@remix-run/react';
import type { Localized } from '#app/domain/kernel/language.ts';
import type { Phase } from '#app/domain/surveys/phase.ts';
import { useText } from '../text.ts';
import { ParticipationBar } from './participation-bar.tsx';
import { PhaseBadge } from './phase-badge.tsx';

export interface RowOfSurvey {
  readonly survey: { readonly id: string; readonly title: Localized; readonly opens: string; readonly closes: string };
  readonly phase: Phase;
  readonly participation: { readonly company: number; readonly step: number } | null;
  readonly published: boolean;
}

export function SurveyRow({ row: { survey, phase, participation, published } }: { row: RowOfSurvey }) {
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
      </div>
      <div className="aside">
        {participation !== null && <ParticipationBar label={text('survey.participation')} rounded={participation.company} step={participation.step} />}
        {published && (
          <Link className="button small" to={`/results/${survey.id}/full`}>
            {text('surveys.results')}
          </Link>
        )}
        <PhaseBadge phase={phase} />
      </div>
    </article>
  );
}
