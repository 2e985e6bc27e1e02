import type { MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { useEffect, useState, type ChangeEvent } from 'react';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { besideScores, teamPage, type TeamPage } from '#app/services/plans.server.ts';
import { offersReport } from '#app/services/reports/gather-report.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { BesideScores } from '#app/ui/plans/beside-scores.tsx';
import { CycleStepper } from '#app/ui/plans/cycle-stepper.tsx';
import { TeamLock } from '#app/ui/plans/pulse-lock.tsx';
import { OtherPlanks, ShortPlanks, Strengths } from '#app/ui/plans/planks.tsx';
import { LateSteps, PromiseList, TeamPlans } from '#app/ui/plans/team-parts.tsx';
import { Waiting } from '#app/ui/plans/waiting.tsx';
import { LookFirstCard } from '#app/ui/reports/look-first-card.tsx';
import { OldResults } from '#app/ui/reports/old-results.tsx';
import { namesText } from '#app/ui/reports/map/group-name.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-own-departments' }, async ({ app, actor, url, language }) => {
  const found = await teamPage(app, actor, language, url.searchParams.get('department'));
  if (!found.ok) throw refuse(found.because);
  const { department, results } = found.value;
  const report = results !== null && (await offersReport(app, actor, { surveyId: results.survey.id, department: department.id }));
  return { title: textOf(language)('team.title'), team: found.value, report, beside: await besideScores(app, actor, found.value.department.id, found.value.results?.survey.id ?? null) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Picker({ team }: { team: Pick<TeamPage, 'choices' | 'department'> }) {
  const text = useText();
  const [shown, setShown] = useState(team.department.id);
  // Not by a key: a select that is made anew takes the focus away from whoever chose.
  useEffect(() => setShown(team.department.id), [team.department.id]);
  const show = (event: ChangeEvent<HTMLSelectElement>) => {
    setShown(event.target.value);
    event.target.form?.requestSubmit();
  };
  if (team.choices.length < 2) return <p className="strong">{team.department.name}</p>;
  return (
    <Form method="get" className="picker no-print">
      <label htmlFor="department">{text('team.department')}</label>
      <select id="department" name="department" value={shown} onChange={show}>
        {team.choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button className="button">{text('team.show')}</button>
    </Form>
  );
}

function Answered({ results, k, report }: { results: NonNullable<TeamPage['results']>; k: number; report: boolean }) {
  const text = useText();
  const { survey, group } = results;
  const { answered, invited } = group;
  return (
    <div className="stack-tight">
      <p>
        <Link to={`/results/${survey.id}/full?department=${results.department}`}>{text('team.results.title', { survey: survey.title, day: text.day(survey.closed) })}</Link>
        {' · '}
        <Link to={`/results/${survey.id}/questions?department=${results.department}`}>{text('results.nav.questions')}</Link>
        {' · '}
        {report && (
          <>
            <Link to={`/results/${survey.id}/report?department=${results.department}`}>{text('report.read')}</Link>
            {' · '}
          </>
        )}
        {invited === null ? text('team.results.answered.unknown', { answered }) : text('team.results.answered', { answered, invited })}
      </p>
      {group.with.length > 0 && <p className="small quiet">{text('team.results.with', { others: namesText(text, group.with), k })}</p>}
    </div>
  );
}

export default function Team() {
  const text = useText();
  const { team, report, beside } = useLoaded<typeof loader>();
  const { results, plans, names, today } = team;
  const usual = results && results.group.with.length > 0 ? namesText(text, results.group.with) : '';
  return (
    <div className="wide">
      <PageHeader title={text('team.title')} lead={text('team.lead')} />
      <div className="stack-wide">
        <Picker team={team} />
        {team.cycle && <CycleStepper cycle={team.cycle} today={today} />}
        <TeamLock department={team.department.name} missing={team.locking} />
        <Waiting issues={team.waiting} today={today} />
        {results && team.answerBy ? (
          <>
            <Answered results={results} k={results.survey.k} report={report} />
            <OldResults age={team.age} />
            <div className={team.age ? 'columns aged' : 'columns'}>
              <ShortPlanks planks={results.short} usual={usual} departmentId={team.department.id} answers={team.answers} answerBy={team.answerBy} today={today} />
              <Strengths planks={results.strengths} usual={usual} />
            </div>
            <OtherPlanks planks={results.others} usual={usual} alone={results.short.length + results.strengths.length === 0} />
            {results.lookFirst && <LookFirstCard view={results.lookFirst} />}
            {beside && <BesideScores departmentId={team.department.id} beside={beside} />}
          </>
        ) : (
          <EmptyState icon="results" text={text('team.none')} />
        )}
        <div className="columns">
          <Card title={text('team.plans')}>
            <TeamPlans plans={plans} names={names} today={today} />
          </Card>
          <div className="stack-wide">
            <Card title={text('team.late')}>
              <LateSteps plans={plans} names={names} today={today} />
            </Card>
            <Card title={text('team.promises')}>
              <PromiseList promises={team.promises} />
            </Card>
          </div>
        </div>
      </div>
    </div>
  );
}
