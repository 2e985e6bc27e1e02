// What changed because of what the reader said, one line each, the own department first.
import { Link } from '@remix-run/react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import type { News } from '#app/domain/plans/feed-news.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';

type Line = { readonly departmentName: string; readonly own: boolean } & (
  | { readonly kind: 'plan'; readonly planId: string; readonly title: string; readonly news: News }
  | { readonly kind: 'answer'; readonly issueId: string; readonly dimension: string; readonly to: string | null }
);

export function HomeNews({ news, today }: { news: readonly Line[]; today: Day }) {
  const text = useText();
  if (news.length === 0) return null;
  const said = (one: News) => text(`feed.news.${one.code}`, { day: text.day(one.day), about: 'about' in one ? one.about : '', n: daysBetween(one.day, today) });
  return (
    <Card title={text('homes.news')}>
      <ul className="list">
        {news.map((one) => (
          <li key={one.kind === 'plan' ? one.planId : one.issueId} className="stack-tight">
            <Link to={one.kind === 'plan' ? `/plans/${one.planId}` : '/feed'}>{one.kind === 'plan' ? one.title : text(one.to === null ? 'homes.news.declined' : 'homes.news.forwarded', { dimension: one.dimension, to: one.to ?? '' })}</Link>
            {one.kind === 'plan' && <p className="small">{said(one.news)}</p>}
            {!one.own && <p className="small quiet">{text('homes.news.company', { department: one.departmentName })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
