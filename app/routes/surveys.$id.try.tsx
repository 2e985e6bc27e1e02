// The answer page on one's own phone, where the letter that HR sends to oneself leads: the real screens with nothing behind them.
import { redirect, type MetaFunction } from '@remix-run/node';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { countedWishOf } from '#app/forms/counted-wish.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { PhonePreview } from '#app/ui/surveys/phone-preview.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, actor, params, language, url }) => {
  const id = params['id'] ?? '';
  const draft = await draftOf(app, id);
  if (!draft && (await app.data.surveys.get(id))) throw redirect(`/surveys/${id}`);
  if (!draft) throw refuse('not-found');
  const text = textOf(language);
  const plan = await planOf(app, draft, { departmentId: actor.departmentId, ...countedWishOf(url) });
  const said = plan.ok ? null : text.error(plan.because, plan.details);
  return { title: text('trial.title'), id, name: inLanguage(draft.title, language), manifest: plan.ok ? plan.value.manifest : null, said, first: url.searchParams.get('in') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Trial() {
  const text = useText();
  const { title, id, name, manifest, said, first } = useLoaded<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('trial.lead')} back={{ to: `/surveys/${id}`, label: name }} />
      {manifest ? <PhonePreview manifest={manifest} block={0} first={first} /> : <Notice tone="warn">{said}</Notice>}
    </div>
  );
}
