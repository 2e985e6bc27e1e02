// For HR: what comes next, what runs, what is owed by whom. How many have answered is said in the steps of the day alone.
import { Link } from '@remix-run/react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import type { Localized } from '#app/domain/kernel/language.ts';
import type { NextOfCycle } from '#app/domain/plans/next-of-cycle.ts';
import type { OwedAnswer } from '#app/domain/plans/owed-page.ts';
import type { Participation } from '#app/domain/surveys/participation/participation.ts';
import type { PlannedLetter } from '#app/domain/surveys/letters/survey-letters.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Progress } from '#app/ui/controls/progress.tsx';
import { ParticipationBar } from '#app/ui/surveys/participation-bar.tsx';
import { UnprintedSlips } from '#app/ui/surveys/slips/unprinted-slips.tsx';
import { Uncounted } from '#app/ui/surveys/uncounted.tsx';
import { useText } from '#app/ui/text.ts';

interface Survey {
  readonly id: string;
  readonly title: Localized;
  readonly closes: Day;
  readonly daysLeft: number;
  readonly participation: Pick<Participation, 'company' | 'step'> | null;
  readonly firstCount: Day | null;
  readonly letters: readonly PlannedLetter[];
  readonly unprinted: number;
}

export function NextCard({ next }: { next: NextOfCycle }) {
  const text = useText();
  const { code, many: n, day, to } = next;
  return (
    <Card title={text('homes.next')} tone="accent">
      <div className="row apart">
        <p className="strong">{text(`homes.next.${code}`, { n, day: day === null ? '–' : text.day(day) })}</p>
        <Link className="button primary" to={to} aria-label={`${text('homes.next.go')}${text('punctuation.colon')}${text('homes.next')}`}>
          {text('homes.next.go')}
        </Link>
      </div>
    </Card>
  );
}

function OpenSurvey({ survey: { id, title, closes, daysLeft, participation, firstCount, letters, unprinted } }: { survey: Survey }) {
  const text = useText();
  return (
    <li className="stack-tight">
      <div className="row apart">
        <h3>
          <Link to={`/surveys/${id}`}>{text.of(title)}</Link>
        </h3>
        <span className="small">{text('homes.running.left', { n: daysLeft, day: text.day(closes) })}</span>
      </div>
      {participation ? <ParticipationBar label={text('survey.participation')} rounded={participation.company} step={participation.step} /> : <Uncounted first={firstCount} />}
      {unprinted > 0 && <UnprintedSlips surveyId={id} piles={unprinted} />}
      <ul className="bare small stack-tight">
        {letters.map(({ kind, day, hour, state, people }) => (
          <li key={kind}>
            {text(`sealed.letter.${kind}`)}
            <br />
            <span className="quiet">
              {state === 'skipped' ? text('sealed.letter.skipped') : text(`sealed.letter.${state}`, { day: text.day(day), hour })}
              {people !== null && ` · ${text('people.count', { n: people })}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

export function RunningCard({ running: { surveys, letters } }: { running: { readonly surveys: readonly Survey[]; readonly letters: { readonly waiting: number; readonly givenUp: number } } }) {
  const text = useText();
  return (
    <Card title={text('homes.running')}>
      {surveys.length === 0 && <p className="quiet">{text('homes.running.none')}</p>}
      <ul className="list">
        {surveys.map((survey) => (
          <OpenSurvey key={survey.id} survey={survey} />
        ))}
      </ul>
      {letters.givenUp > 0 && (
        <Notice tone="warn">
          {text('homes.letters.failed', { n: letters.givenUp })} <Link to="/people/letters">{text('homes.letters.look')}</Link>
        </Notice>
      )}
      {letters.waiting > 0 && <p className="small quiet">{text('homes.letters.waiting', { n: letters.waiting })}</p>}
    </Card>
  );
}

interface Answers {
  readonly asked: number;
  readonly given: number;
  readonly owed: readonly OwedAnswer[];
  readonly moreOwed: number;
  readonly toAgree: number;
  readonly toTell: number;
}

export function AnswersCard({ answers, today }: { answers: Answers; today: Day }) {
  const text = useText();
  const { asked, given, owed, moreOwed, toAgree, toTell } = answers;
  const line = (one: OwedAnswer) => {
    const about = { dimension: one.dimension, department: one.departmentName, name: one.by ?? text('owed.nobody'), day: text.day(one.due) };
    return one.due < today ? text('owed.late', { ...about, n: daysBetween(one.due, today) }) : text('owed.due', about);
  };
  return (
    <Card title={text('homes.answers')}>
      {asked === 0 ? <p className="quiet">{text('homes.answers.none')}</p> : <Progress label={text('homes.answers.part', { answered: given, asked })} value={given} most={asked} />}
      {owed.length > 0 && (
        <ul className="list small">
          {owed.map((one) => (
            <li key={`${one.departmentId} ${one.dimensionId} ${one.issueId ?? ''}`} className={one.due < today ? 'late' : undefined}>
              {line(one)}
            </li>
          ))}
        </ul>
      )}
      <ul className="bare">
        {moreOwed > 0 && (
          <li>
            <Link to="/plans/board?stage=owed">{text('homes.answers.more', { n: moreOwed })}</Link>
          </li>
        )}
        {toAgree > 0 && (
          <li>
            <Link to="/plans?show=agree">{text('homes.answers.agree', { n: toAgree })}</Link>
          </li>
        )}
        {toTell > 0 && (
          <li>
            <Link to="/plans/board?stage=measured">{text('homes.answers.tell', { n: toTell })}</Link>
          </li>
        )}
      </ul>
    </Card>
  );
}
