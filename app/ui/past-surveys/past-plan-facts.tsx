import type { PastPlan } from '#app/domain/reports/past-plan.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { namesText } from '#app/ui/reports/map/group-name.tsx';
import { useText } from '#app/ui/text.ts';
import { SignList } from './sign-list.tsx';

/** What would be published: groups, questions and tables; no figure yet. */
export function PastPlanFacts({ plan, closed }: { plan: PastPlan; closed: string }) {
  const text = useText();
  const { rows, invalid, linked, k, groups } = plan;
  const facts = [
    text(linked ? 'past.plan.people' : 'past.plan.answers', { n: rows }),
    groups === null ? text('past.plan.own-groups', { k }) : text('past.plan.groups', { n: groups, k }),
    text('past.plan.closed', { day: text.day(closed) }),
    ...(invalid > 0 ? [text('past.plan.invalid', { n: invalid })] : []),
  ];
  return (
    <>
      <Card>
        <ul className="promises">
          {facts.map((fact) => (
            <li key={fact}>
              <Icon name="check" />
              <span>{fact}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Counted plan={plan} />
      {groups !== null && <Together plan={plan} />}
      <Questions plan={plan} />
      <Tables plan={plan} />
    </>
  );
}

/** Who is counted: what HR said, what was left out, and what in the file speaks for and against. */
function Counted({ plan }: { plan: PastPlan }) {
  const text = useText();
  const { said, signs, otherPeriods, summaries, nameless, again, superseded } = plan.counted;
  const left = { otherPeriods, summaries, nameless, again, superseded };
  const who = said.person !== null ? 'past.plan.counted.person' : plan.linked ? 'past.plan.counted.rows' : 'past.plan.counted.answers';
  return (
    <Card title={text('past.counted.title')}>
      <p>{text(who)}</p>
      <ul>
        {(['otherPeriods', 'summaries', 'nameless', 'again', 'superseded'] as const).map((what) => left[what] > 0 && <li key={what}>{text(`past.plan.counted.${what}`, { n: left[what] })}</li>)}
      </ul>
      <SignList signs={signs} />
      {said.disregarded.length > 0 && <p className="quiet">{text('past.plan.counted.disregarded', { n: said.disregarded.length })}</p>}
    </Card>
  );
}

function Together({ plan }: { plan: PastPlan }) {
  const text = useText();
  return (
    <Card title={text('past.plan.together')}>
      {plan.together.length === 0 ? (
        <p>{text('past.plan.together.none')}</p>
      ) : (
        <ul>
          {plan.together.map((group) => {
            const all = namesText(text, [...group.names, ...group.with], 8);
            return <li key={all}>{all}</li>;
          })}
        </ul>
      )}
    </Card>
  );
}

function Questions({ plan }: { plan: PastPlan }) {
  const text = useText();
  return (
    <Card title={text('past.plan.questions')}>
      <ul>
        {plan.questions.map((question) => (
          <li key={question.text}>
            {question.text}
            {!question.published && <span className="quiet"> · {text('past.plan.question.not')}</span>}
            {question.ownGroups && <span className="quiet"> · {text('past.plan.question.own')}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Tables({ plan }: { plan: PastPlan }) {
  const text = useText();
  const { cuts, dropped } = plan;
  if (cuts.length + dropped.length === 0) return null;
  return (
    <Card title={text('past.plan.cuts')}>
      <ul>
        {cuts.map(({ question, bands }) => (
          <li key={question}>{text('past.plan.cut', { question, bands: bands.join(' · ') })}</li>
        ))}
        {dropped.map(({ question, scope, why }) => (
          <li key={question}>
            {text('results.method.cuts.dropped', { question, scope })}
            <br />
            {text(`results.method.why.${why}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
