import { redirect, type MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { owedPage } from '#app/services/plans.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { isSetUp } from '#app/services/installation/set-up.server.ts';
import { textOf } from '#app/text/text.ts';
import { FirstSteps } from '#app/ui/installation/next-step.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { OwedByReader, OwedToReader } from '#app/ui/plans/owed-answers.tsx';
import { OwnDuties } from '#app/ui/plans/own-duties.tsx';
import { HomeHead } from '#app/ui/reports/home/home-head.tsx';
import { AnswersCard, NextCard, RunningCard } from '#app/ui/reports/home/home-hr.tsx';
import { HomeNews } from '#app/ui/reports/home/home-news.tsx';
import { HomeSetUp } from '#app/ui/reports/home/home-set-up.tsx';
import { HeldWaves } from '#app/ui/surveys/programme/held-waves.tsx';
import { HandsOutNotice } from '#app/ui/surveys/hands-out-notice.tsx';
import { OthersAsked } from '#app/ui/reports/others-asked.tsx';
import { InvitationCard } from '#app/ui/reports/home/invitation-card.tsx';
import { Onward } from '#app/ui/reports/onward.tsx';
import { PeopleFileNotice } from '#app/ui/organisation/people-file-notice.tsx';
import { KeptNotices } from '#app/ui/reports/kept-notices.tsx';
import { Flock } from '#app/ui/layout/flock.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, language }) => {
  if (!(await isSetUp(app))) throw redirect('/setup');
  const home = await homeOf(app, { ...actor, language });
  return { title: textOf(language)('home.title'), name: actor.name, owed: await owedPage(app, actor, language), ...home };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function QuietDay() {
  const text = useText();
  return (
    <div className="card quiet-day">
      <Flock />
      <p>
        <span className="strong">{text('home.nothing')}</span>
        <br />
        <span className="quiet">{text('home.nothing.hint')}</span>
      </p>
    </div>
  );
}

/** What a person of several kinds finds: the own pulse first, then what only they can do, then what they may want to know. */
export default function Home() {
  const text = useText();
  const { name, open, ofOthers, kept, handsOut, undecided, peopleFile, last, steps, owed, duties, news, head, hr, setUp, proposalsAnswered } = useLoaded<typeof loader>();
  const { today } = owed;
  const quiet = open.length === 0 && handsOut.length === 0 && !steps && !hr && owed.byReader.length === 0 && duties.length === 0;
  // What is due goes before what may be read.
  const isDue = duties.some(({ kind, due }) => kind !== 'review' && due <= today);
  const own = <OwnDuties duties={duties} today={today} dated={owed.byReader.length > 0} />;
  return (
    <div className="wide home">
      <h1>{text('home.hello', { name })}</h1>
      <KeptNotices kept={kept} undecided={undecided} />
      {hr && <HeldWaves held={hr.held} />}
      {peopleFile && <PeopleFileNotice standing={peopleFile} settings />}
      <div className="home-columns">
        <div className="home-column">
          {open.map((invitation) => (
            <InvitationCard key={invitation.surveyId} invitation={invitation} />
          ))}
          {ofOthers.map((one) => (
            <OthersAsked key={one.surveyId} survey={one} />
          ))}
          {handsOut.map((one) => (
            <HandsOutNotice key={one.surveyId} handing={one} />
          ))}
          {quiet && <QuietDay />}
          {steps && <FirstSteps steps={steps} />}
          {hr && !steps && <NextCard next={hr.next} />}
          <OwedByReader owed={owed} />
          {isDue && own}
          {head && <HomeHead head={head} today={today} />}
          {!isDue && own}
          <OwedToReader owed={owed} />
          {hr && !steps && <AnswersCard answers={hr} today={today} />}
        </div>
        <div className="home-column">
          {hr && <RunningCard running={hr.running} />}
          {setUp && <HomeSetUp items={setUp} />}
          {proposalsAnswered > 0 && (
            <Onward to="/propose#proposed" icon="check" title={text('home.proposal-answered', { n: proposalsAnswered })}>
              {text('home.proposal-answered.text')}
            </Onward>
          )}
          <HomeNews news={news} today={today} />
          {hr && hr.proposals > 0 && (
            <Onward to="/surveys/proposals" icon="surveys" title={text('proposals.waiting', { n: hr.proposals })}>
              {text('proposals.waiting.text')}
            </Onward>
          )}
          {hr && (
            <Onward to="/plans/board" icon="plans" title={text('homes.board')}>
              {text('homes.board.text')}
            </Onward>
          )}
          {last && (
            <Onward to={`/results/${last.id}`} icon="results" title={text('home.last')}>
              {[text('home.last.text', { title: text.of(last.title), day: text.day(last.closed) }), ...(last.age ? [text('results.old', { weeks: last.age.weeks, cadence: last.age.cadence })] : [])].join(' ')}
            </Onward>
          )}
          <Onward to="/feed" icon="feed" title={text('home.feed')}>
            {text('home.feed.text')}
          </Onward>
          <Onward to="/propose" icon="plus" title={text('home.propose')}>
            {text('home.propose.text')}
          </Onward>
        </div>
      </div>
    </div>
  );
}
