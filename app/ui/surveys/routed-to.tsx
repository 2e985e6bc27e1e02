// Whom a question is asked of that not everybody is asked, with what follows for what can be shown of it.
import type { RoutedTo } from '#app/domain/surveys/routing.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { useText } from '../text.ts';

/** «Asked of 240 people in Production». */
export function RoutedLine({ to }: { readonly to: Omit<RoutedTo, 'groups'> }) {
  const text = useText();
  const values = { people: text('people.count', { n: to.people }), names: text.list([...to.names]) };
  return <>{to.with.length === 0 ? text('routing.asked', values) : text('routing.asked.with', { ...values, others: text.list([...to.with]) })}</>;
}

/** The rules of k for it, and the groups. */
export function RoutedRules({ to, k }: { readonly to: RoutedTo; readonly k: number }) {
  const text = useText();
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
