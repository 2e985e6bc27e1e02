import { inLanguage } from '#app/domain/kernel/language.ts';
import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { lettersOf } from '#app/services/notifications/invite.server.ts';
import { planOf, scopesOf, sealedView } from '#app/services/surveys/oversee-surveys.server.ts';
import { sealingOf } from '#app/services/publication.server.ts';
import { DraftPage } from './draft-page.tsx';
import { SealedPage } from './sealed-page.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, actor, params, language, url }) => {
  const id = params['id'] ?? '';
  const draft = await draftOf(app, id);
  if (draft) {
    const plan = await planOf(app, draft, actor.departmentId);
    return { title: inLanguage(draft.title, language), draft: { survey: draft, scopes: await scopesOf(app, draft), plan, sealing: await sealingOf(app, id) }, sealed: null };
  }
  const sealed = await sealedView(app, id);
  if (!sealed.ok) throw refuse(sealed.because);
  const letters = await lettersOf(app, sealed.value.survey);
  const fresh = url.searchParams.has('sealed');
  return { title: inLanguage(sealed.value.survey.title, language), draft: null, sealed: { ...sealed.value, letters, fresh, mail: app.config.smtp !== null || app.config.demo } };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OneSurvey() {
  const { draft, sealed } = useLoaded<typeof loader>();
  return draft ? <DraftPage view={draft} /> : sealed && <SealedPage view={sealed} />;
}
