import { redirect, type MetaFunction } from '@remix-run/node';
import { serviceLinesForm } from '#app/forms/services.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { bringServiceMap, serviceMapPage } from '#app/services/organisation/service-map.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { ServiceLines } from '#app/ui/organisation/service-lines.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language }) => ({
  title: textOf(language)('services.all'),
  map: await serviceMapPage(app),
}));

export const action = command({ may: 'compose-surveys', form: serviceLinesForm }, async ({ app, language, input, reject }) => {
  const saved = await bringServiceMap(app, language, input);
  if (saved.ok) return redirect('/surveys/services?saved');
  return saved.because === 'yardsticks-changed' ? reject('', saved.because) : reject('lines', saved.because, saved.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Lines() {
  const text = useText();
  const { title, map } = useLoaded<typeof loader>();
  return (
    <div className="reading">
      <PageHeader title={title} lead={text('services.lead')} back={{ to: '/surveys/services', label: text('services.title') }} />
      <ServiceLines page={map} reply={useReply()} />
    </div>
  );
}
