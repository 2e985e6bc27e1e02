import { redirect, type MetaFunction } from '@remix-run/node';
import { may } from '#app/domain/access/actor.ts';
import { page } from '#app/http/page.server.ts';
import { owedPage } from '#app/services/plans.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { isSetUp } from '#app/services/installation/set-up.server.ts';
import { textOf } from '#app/text/text.ts';
import { FirstSteps } from '#app/ui/installation/next-step.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { OwedByReader, OwedToReader } from '#app/ui/plans/owed-answers.tsx';
import { InvitationCard } from '#app/ui/reports/invitation-card.tsx';
import { Onward } from '#app/ui/reports/onward.tsx';
import { KeptNotices } from '#app/ui/reports/kept-notices.tsx';
import { Flock } from '#app/ui/layout/flock.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, language }) => {
  if (!(await isSetUp(app))) throw redirect('/setup');
  const home = await homeOf(app, { ...actor, language });
  return { title: textOf(language)('home.title'), name: actor.name, heads: may(actor, 'read-own-departments'), owed: await owedPage(app, actor, language), ...home };
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

export default function Home() {
  const text = useText();
  const { name, heads, open, kept, undecided, last, steps, owed } = useLoaded<typeof loader>();
  return (
    <div className="narrow home">
      <h1>{text('home.hello', { name })}</h1>
      <KeptNotices kept={kept} undecided={undecided} />
      {open.map((invitation) => (
        <InvitationCard key={invitation.surveyId} invitation={invitation} />
      ))}
      {open.length === 0 && !steps && owed.byReader.length === 0 && <QuietDay />}
      {steps && <FirstSteps steps={steps} />}
      <OwedByReader owed={owed} />
      <OwedToReader owed={owed} />
      {heads && (
        <Onward to="/team" icon="team" title={text('home.team')}>
          {text('home.team.text')}
        </Onward>
      )}
      {last && (
        <Onward to={`/results/${last.id}`} icon="results" title={text('home.last')}>
          {text('home.last.text', { title: text.of(last.title), day: text.day(last.closed) })}
        </Onward>
      )}
      <Onward to="/feed" icon="feed" title={text('home.feed')}>
        {text('home.feed.text')}
      </Onward>
    </div>
  );
}
