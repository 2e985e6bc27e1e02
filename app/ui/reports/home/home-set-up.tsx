// Set-up as a list for administrators: what is missing first, with where it is done.
import { Link } from '@remix-run/react';
import type { SetUpItem } from '#app/domain/installation/set-up-list.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';

export function HomeSetUp({ items }: { items: readonly SetUpItem[] }) {
  const text = useText();
  const missing = items.filter(({ done }) => !done).length;
  return (
    <Card title={text('homes.set-up')} aside={missing > 0 && <Badge tone="wait">{text('homes.set-up.missing', { n: missing })}</Badge>}>
      {missing === 0 && <p>{text('homes.set-up.all')}</p>}
      <ul className="list">
        {items.map(({ code, done, many: n, to }) => (
          <li key={code} className="row apart">
            <div>
              {to !== null && !done ? <Link to={to}>{text(`homes.set-up.${code}`)}</Link> : <span className={done ? 'quiet' : 'strong'}>{text(`homes.set-up.${code}`)}</span>}
              {!done && <p className="small quiet">{text(`homes.set-up.${code}.text`, { n })}</p>}
            </div>
            <Badge tone={done ? 'good' : 'wait'} icon={done ? 'check' : 'warning'}>
              {text(done ? 'step.done' : 'homes.set-up.open')}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
