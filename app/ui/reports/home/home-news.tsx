// What changed because of what the reader said, one line each, the own department first.
import { Link } from '@remix-run/react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import type { News } from '#app/domain/plans/feed-news.ts';
import type { Text } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Instead } from '#app/ui/plans/instead.tsx';
import { useText } from '#app/ui/text.ts';

type Line = { readonly departmentName: string; readonly own: boolean } & (
  | { readonly kind: 'plan'; readonly planId: string; readonly title: string; readonly instead: string | null; readonly news: News }
  | { readonly kind: 'answer'; readonly issueId: string; readonly dimension: string; readonly to: string | null; readonly survey: string | null }
  | { readonly kind: 'words'; readonly id: string; readonly theme: string; readonly survey: string }
);

const keyOf = (line: Line) => (line.kind === 'plan' ? line.planId : line.kind === 'answer' ? line.issueId : line.id);

function titleOf(text: Text, line: Line): string {
  if (line.kind === 'plan') return line.title;
  if (line.kind === 'words') return text('homes.news.words', { theme: line.theme });
  return text(line.to === null ? 'homes.news.declined' : 'homes.news.forwarded', { dimension: line.dimension, to: line.to ?? '' });
}

export function HomeNews({ news, today }: { news: readonly Line[]; today: Day }) {
  const text = useText();
  if (news.length === 0) return null;
  const said = (one: News) => text(`feed.news.${one.code}`, { day: text.day(one.day), about: 'about' in one ? one.about : '', n: daysBetween(one.day, today) });
  return (
    <Card title={text('homes.news')}>
      <ul className="list">
        {news.map((one) => (
          <li key={keyOf(one)} className="stack-tight">
            <Link to={one.kind === 'plan' ? `/plans/${one.planId}` : '/feed'}>{titleOf(text, one)}</Link>
            {one.kind === 'plan' && <p className="small">{said(one.news)}</p>}
            {one.kind === 'plan' && <Instead words={one} />}
            {one.kind !== 'plan' && one.survey !== null && <p className="small quiet">{one.survey}</p>}
            {!one.own && <p className="small quiet">{text('homes.news.company', { department: one.departmentName })}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
