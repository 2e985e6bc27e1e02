import { redirect, type MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { servicesForm } from '#app/forms/services.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { addServiceLink, removeServiceLink, serviceMapPage, type ServiceMapRefusal } from '#app/services/organisation/service-map.server.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { AddLink, MappedProviders } from '#app/ui/organisation/service-map.tsx';
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => ({
  title: textOf(language)('services.title'),
  map: await serviceMapPage(app),
  saved: url.searchParams.has('saved'),
}));

/** Where to look first: what is wrong with a pair stands beside the field that can mend it. */
const fieldOf: Partial<Record<ServiceMapRefusal, string>> = { 'services-own': 'customer', 'services-kind-long': 'kind', 'services-kinds': 'kind', 'own-names': 'kind', 'yardsticks-changed': '' };

export const action = command({ may: 'compose-surveys', form: servicesForm }, async ({ app, input, rejectAll }) => {
  const saved = input.act === 'add' ? await addServiceLink(app, input) : await removeServiceLink(app, input.revision, { provider: input.from, customer: input.to, kind: input.what });
  if (saved.ok) return redirect('/surveys/services?saved');
  return rejectAll(saved, ({ because, details }) => ({ field: typeof details['field'] === 'string' ? details['field'] : (fieldOf[because] ?? 'provider'), code: because, details }));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Services() {
  const text = useText();
  const { title, map, saved } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="reading">
      <PageHeader title={title} lead={text('services.lead')} />
      <div className="stack-wide">
        <SurveysTabs />
        {saved && !reply && (
          <Notice tone="good" live>
            {text('services.saved')}
          </Notice>
        )}
        {map.providers.length === 0 && <EmptyState icon="surveys" text={text('services.empty')} />}
        <MappedProviders page={map} />
        <AddLink page={map} reply={reply} />
        <p>
          <Link to="/surveys/services/lines">{text('services.all')}</Link>
        </p>
      </div>
    </div>
  );
}
