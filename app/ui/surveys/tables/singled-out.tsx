// What answers about the person would tell whoever holds the keys of an open survey: figures from head counts, and what helps.
import type { SingledOut } from '#app/domain/surveys/backgrounds/singled-out.ts';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';

export function SingledOutNotice({ found }: { readonly found: SingledOut }) {
  const text = useText();
  const { ways, combinations, groups, everybody, smallest } = found;
  const combined = ways.length === 1 ? text.number(combinations) : `${ways.map((one) => text.number(one)).join(' × ')} = ${text.number(combinations)}`;
  if (smallest === null) return <p className="quiet small">{text('singled.none', { combined })}</p>;
  const { alone, people, without, most } = smallest;
  return (
    <Notice tone="warn" title={text('singled.title')}>
      <div className="stack-tight">
        <p>{text('singled.lead')}</p>
        <p>{text('singled.figures', { combined, concerned: groups.concerned, of: groups.all, alone, people, all: everybody.alone, everybody: everybody.people })}</p>
        <p>{text('singled.help', { most })}</p>
        {without.length > 0 && (
          <ul>
            {without.map(({ id, label, alone: left }) => (
              <li key={id}>{text('singled.without', { question: text.of(label), left, people })}</li>
            ))}
          </ul>
        )}
      </div>
    </Notice>
  );
}
