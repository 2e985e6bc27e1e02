// What those whom the plan is for said of it: what would help most, and whether they noticed a change.
import type { Chosen, Noticed } from '#app/domain/plans/heard.ts';
import { Card } from '../controls/card.tsx';
import { useText } from '../text.ts';

export function ChosenCard({ chosen }: { chosen: Chosen }) {
  const text = useText();
  const { n, closed, k, options, followed } = chosen;
  return (
    <Card title={text('plan.chosen')}>
      <p className="quiet">{text('plan.chosen.lead', { n, day: text.day(closed) })}</p>
      <ul>
        {options.map(({ id, label, people }) => (
          <li key={id}>{text('plan.chosen.option', { measure: text.of(label), people: people === null ? text('plan.chosen.few', { k }) : text('people.count', { n: people }) })}</li>
        ))}
      </ul>
      <p>{text(followed ? 'plan.chosen.followed' : 'plan.chosen.not-followed')}</p>
    </Card>
  );
}

export function NoticedText({ noticed: { n, better, same, worse, closed } }: { noticed: Noticed }) {
  const text = useText();
  return (
    <div className="stack-tight">
      <p>{text('plan.noticed', { better, n })}</p>
      <p className="small quiet">{text('plan.noticed.others', { same, worse, day: text.day(closed) })}</p>
    </div>
  );
}
