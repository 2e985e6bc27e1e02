// What was said of providers: the table of all for HR, and of each provider how its customers see it, beside its own estimate and what was
// said before.
import type { ServicePage } from '#app/domain/reports/service-page.ts';
import { Card } from '../../controls/card.tsx';
import { EmptyState } from '../../controls/empty-state.tsx';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';
import { ServiceMatrix } from './service-matrix.tsx';
import { ProviderCard } from './service-provider.tsx';

export function ServiceResults({ page }: { readonly page: ServicePage }) {
  const text = useText();
  const { providers, few, comments } = page;
  return (
    <div className="stack-wide results">
      {few.length > 0 && <Notice>{text('service.few', { providers: text.list(few) })}</Notice>}
      {providers.length === 0 && <EmptyState icon="results" text={text('service.none')} />}
      <ServiceMatrix page={page} />
      <Favours page={page} />
      {providers.map((provider) => (
        <ProviderCard key={provider.id} provider={provider} survey={page.id} alone={page.matrix === null && providers.length <= 2} />
      ))}
      {providers.length > 0 && <p className="quiet small">{text('service.not-for-ranking')}</p>}
      {comments !== null && comments.length > 0 && (
        <Card title={text('service.words')}>
          <p className="quiet small">{text('service.words.lead')}</p>
          <ul className="list">
            {comments.map((comment) => (
              <li key={comment}>{comment}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

/** Whether high marks are given back: a hint, and no proof of anything. */
function Favours({ page: { reciprocity } }: { readonly page: ServicePage }) {
  const text = useText();
  if (!reciprocity) return null;
  const { much, pairs, r } = reciprocity;
  if (much) return <Notice tone="warn" title={text('service.favours.title')}>{text('service.favours', { n: pairs, r })}</Notice>;
  return <p className="quiet small">{text('service.favours.none', { n: pairs, r })}</p>;
}
