// «You said, we do, result»: one thing that came of what people said, or why nothing will, in three short paragraphs.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { isClosed, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { FeedEntry as Shown } from '#app/domain/plans/feed-page.ts';
import type { News } from '#app/domain/plans/feed-news.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import { nextStep } from '#app/domain/plans/plan-flags.ts';
import { statusOfPromise } from '#app/domain/plans/promised.ts';
import { Badge } from '../controls/badge.tsx';
import { useText } from '../text.ts';
import { StateBadge } from './badges.tsx';
import { AchievedFor, ScoreVerdict } from './effect-text.tsx';
import { saidText } from './evidence-text.tsx';
import { doneOf } from './plan-row.tsx';
import { Instead } from './instead.tsx';
import { PromiseLine } from './promise-parts.tsx';
import { sourceName } from './source-text.tsx';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="part">
      <h3>{title}</h3>
      <div className="stack-tight">{children}</div>
    </div>
  );
}

type Entry<Kind extends Shown['kind']> = Extract<Shown, { readonly kind: Kind }>;

function Said({ issue, dimension }: { issue: Issue; dimension: string }) {
  const text = useText();
  const { evidence } = issue;
  if (evidence === null) {
    return (
      <Part title={text('plan.said')}>
        <p>{text('plan.source.feed', { source: sourceName(text, issue.source), dimension })}</p>
      </Part>
    );
  }
  return (
    <Part title={text('plan.said')}>
      <p>{saidText(text, evidence, dimension)}</p>
      <p className="small quiet">{text('plan.said.where', { survey: text.of(evidence.survey.title), day: text.day(evidence.survey.closed) })}</p>
    </Part>
  );
}

function Frame({ entry, title, badge, children }: { entry: Shown; title: ReactNode; badge: ReactNode; children: ReactNode }) {
  const text = useText();
  return (
    <article className="feed-entry">
      <header>
        <div className="row apart">
          <span className="small quiet">{entry.departmentName}</span>
          {badge}
        </div>
        <h2>{title}</h2>
      </header>
      {children}
      <footer className="small quiet">{text('feed.day', { day: text.day(entry.on) })}</footer>
    </article>
  );
}

function Doing({ entry, today }: { entry: Entry<'plan'>; today: Day }) {
  const text = useText();
  const { plan, words } = entry;
  const { done, all } = doneOf(plan);
  const next = nextStep(plan);
  const over = plan.days.implemented !== null;
  const title = text(over ? 'feed.we-did' : plan.days.committed === null ? 'feed.considering' : plan.state === 'committed' ? 'feed.we-will' : 'plan.do');
  return (
    <Part title={title}>
      <ul>
        {plan.measures.map((one) => (
          <li key={one.id}>{words.measures[one.id]}</li>
        ))}
      </ul>
      {plan.promises.map((one) => (
        <PromiseLine key={one.id} planId={plan.id} promise={one} status={statusOfPromise(one, today)} deciding={false} named />
      ))}
      {!over && !isClosed(plan) && all > 0 && (
        <p className="small quiet">
          {text('feed.steps', { done, all })}
          {next && ` · ${text('feed.next', { title: next.title, day: text.day(next.due) })}`}
        </p>
      )}
    </Part>
  );
}

function Came({ plan }: { plan: ActionPlan }) {
  const text = useText();
  if (plan.cancelled) return <p>{text('plan.cancelled', { reason: plan.cancelled.reason })}</p>;
  if (!plan.review) return <p className="quiet">{text(plan.days.implemented === null ? 'feed.result.later' : 'feed.result.soon')}</p>;
  return (
    <>
      <ScoreVerdict review={plan.review} />
      {plan.result && <AchievedFor grounds={plan.result.grounds} />}
      {plan.result && <p>{plan.result.text}</p>}
      {plan.result?.next && <p>{text('feed.result.next', { next: plan.result.next })}</p>}
    </>
  );
}

function NewsLine({ news, today }: { news: News; today: Day }) {
  const text = useText();
  const values = { day: text.day(news.day), about: 'about' in news ? news.about : '', n: daysBetween(news.day, today) };
  return <p className="strong">{text(`feed.news.${news.code}`, values)}</p>;
}

export function FeedEntry({ entry, names, today }: { entry: Shown; names: Readonly<Record<string, string>>; today: Day }) {
  const text = useText();
  if (entry.kind === 'answer') return <AnswerArticle entry={entry} />;
  if (entry.kind === 'words') return <ThemeArticle entry={entry} />;
  const { plan, issue, words, news } = entry;
  return (
    <Frame entry={entry} title={<Link to={`/plans/${plan.id}`}>{plan.title}</Link>} badge={<StateBadge state={plan.state} />}>
      <Instead words={words} />
      <NewsLine news={news} today={today} />
      <div className="parts">
        <Said issue={issue} dimension={words.dimension} />
        <Doing entry={entry} today={today} />
        <Part title={text('plan.result')}>
          <Came plan={plan} />
          {!isClosed(plan) && names[plan.ownerId] && <p className="small quiet">{text('feed.owner', { name: names[plan.ownerId] ?? '' })}</p>}
        </Part>
      </div>
    </Frame>
  );
}

function AnswerArticle({ entry }: { entry: Entry<'answer'> }) {
  const text = useText();
  const { issue, dimension, to } = entry;
  const declined = issue.state === 'declined';
  const amended = issue.answer && issue.answer.earlier.length > 0 ? issue.answer.on : null;
  return (
    <Frame entry={entry} title={dimension} badge={<Badge>{text(declined ? 'feed.we-wont' : 'feed.passed-on')}</Badge>}>
      <div className="parts">
        <Said issue={issue} dimension={dimension} />
        <Part title={text(declined ? 'feed.we-wont' : 'feed.passed-on')}>
          <p>{text('feed.why', { reason: issue.answer?.reason ?? '' })}</p>
          {amended && <p className="small quiet">{text('plan.amend.on', { day: text.day(amended) })}</p>}
          <p>
            <Link to={`/plans/answers/${issue.id}`} aria-label={text('plan.amend.read.of', { dimension })}>
              {text('plan.amend.read')}
            </Link>
          </p>
          {to && <p>{text('feed.to', { department: to })}</p>}
        </Part>
        {declined && issue.answer && (
          <Part title={text('plan.answer.would-change')}>
            <p>{issue.answer.wouldChange}</p>
          </Part>
        )}
      </div>
    </Frame>
  );
}

function ThemeArticle({ entry }: { entry: Entry<'words'> }) {
  const text = useText();
  return (
    <Frame entry={entry} title={entry.theme} badge={<Badge>{text('words.feed.answered')}</Badge>}>
      <div className="parts">
        <Part title={text('words.feed.said')}>
          <p>{text('words.feed.text', { n: entry.k })}</p>
          <p className="small quiet">{entry.survey}</p>
        </Part>
        <Part title={text('words.feed.answered')}>
          <p>{entry.text}</p>
          {entry.by && <p className="small quiet">{entry.by}</p>}
        </Part>
      </div>
    </Frame>
  );
}
