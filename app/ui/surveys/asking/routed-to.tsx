// Whom a question is asked of that not everybody is asked, with what follows for what can be shown of it.
import type { RoutedLines } from '#app/domain/surveys/asking/routed-lines.ts';
import type { RoutedTo } from '#app/domain/surveys/asking/routing.ts';
import { Disclosure } from '../../controls/disclosure.tsx';
import { useText } from '../../text.ts';

interface Asked {
  readonly to: Omit<RoutedTo, 'groups'> | null;
  /** Words of the question to which «yes» opens it. */
  readonly screener: string | null;
}

/** «Asked of 240 people in Production», «Asked of those who say yes to “Do you work shifts?”». */
export function RoutedLine({ to, screener }: Asked) {
  const text = useText();
  const values = to && { people: text('people.count', { n: to.people }), names: text.list([...to.names]) };
  const groups = to && (to.with.length === 0 ? text('routing.asked', values!) : text('routing.asked.with', { ...values!, others: text.list([...to.with]) }));
  if (screener === null) return <>{groups}</>;
  return <>{groups ? text('routing.asked.yes.of', { question: screener, groups }) : text('routing.asked.yes', { question: screener })}</>;
}

/** The rules of k for it, and the groups. */
export function RoutedRules({ lines: { to, screener }, k }: { readonly lines: RoutedLines; readonly k: number }) {
  const text = useText();
  if (screener) return <p className="small quiet">{text('routing.rules.yes', { k })}</p>;
  if (!to) return null;
  const left = to.of - to.groups.length;
  return (
    <>
      <p className="small quiet">{text('routing.rules', { k })}</p>
      <Disclosure summary={text('routing.groups', { n: to.of })}>
        <ul>
          {to.groups.map(({ names, people }) => (
            <li key={names.join()}>
              {text.list([...names])} ({text('people.count', { n: people })}){people < k && <span className="quiet"> – {text('routing.group.small', { k })}</span>}
            </li>
          ))}
        </ul>
        {left > 0 && <p className="quiet small">{text('routing.groups.more', { n: left })}</p>}
      </Disclosure>
    </>
  );
}
