import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { readService } from '#app/services/reports/read-service.server.ts';
import '#app/styles/map.css';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { ServiceResults } from '#app/ui/reports/serving/service-results.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, params, language }) => {
  const found = await readService(app, actor, { surveyId: params['id'] ?? '', language });
  if (!found.ok) throw refuse(found.because);
  return { title: found.value.title, service: found.value };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Services() {
  const text = useText();
  const { title, service } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('service.lead', { day: text.day(service.closed) })} back={{ to: '/results', label: text('results.title') }} />
      <ServiceResults page={service} />
    </div>
  );
}
