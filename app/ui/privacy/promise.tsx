import { smallestK } from '#app/domain/organisation/organisation.ts';
import { keptSentences, limitSentences } from '#app/domain/privacy/promise-sentences.ts';
import { Card } from '../controls/card.tsx';
import { Icon, type IconName } from '../controls/icon.tsx';
import { useText } from '../text.ts';

const icons = { paper: 'surveys', send: 'lock', box: 'privacy', group: 'people', end: 'check' } as const satisfies Record<(typeof keptSentences)[number], IconName>;
const checks = ['words', 'names', 'record', 'receipt'] as const;

/** The promise in the words of the ballot page, how it is kept, and what it leaves open. */
export function ThePromise({ k }: { k: number }) {
  const text = useText();
  return (
    <>
      <section className="card accent promise stack-tight" aria-labelledby="the-promise">
        <h2 id="the-promise">{text('privacy.promise.title')}</h2>
        <p className="strong">{text('privacy.promise.untraceable')}</p>
        <p>{text('privacy.promise.group', { k })}</p>
        <p>{text('privacy.promise.once')}</p>
      </section>
      <Card title={text('privacy.kept.title')}>
        <ul className="bare kept">
          {keptSentences.map((id) => (
            <li key={id}>
              <Icon name={icons[id]} />
              <h3>{text(`privacy.kept.${id}.title`)}</h3>
              <p>{text(`privacy.kept.${id}`, { k })}</p>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={text('privacy.limits.title')}>
        <ul className="stack-tight">
          {limitSentences.map((id) => (
            <li key={id}>{text(`privacy.limits.${id}`, { n: 8, m: 8 - smallestK, k: smallestK })}</li>
          ))}
        </ul>
      </Card>
      <Card title={text('privacy.check-yourself.title')}>
        <ul className="stack-tight">
          {checks.map((id) => (
            <li key={id}>{text(`privacy.check-yourself.${id}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}
