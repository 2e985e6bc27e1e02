import { inLanguage } from '#app/domain/kernel/language.ts';
import type { MetaFunction } from '@remix-run/node';
import { dimensions } from '#app/domain/surveys/questions/question-library.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { inAskedOrder, mayBeRouted } from '#app/domain/surveys/asking/routing.ts';
import { countedWishOf } from '#app/forms/counted-wish.ts';
import { leftOutOf } from '#app/forms/left-out.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { lettersOf } from '#app/services/notifications/invite.server.ts';
import { sealedView } from '#app/services/surveys/sealed-view.server.ts';
import { planOf, scopesOf } from '#app/services/surveys/sealing-preview.server.ts';
import { routedIn } from '#app/services/surveys/route-questions.server.ts';
import { unprintedPiles } from '#app/services/surveys/slips.server.ts';
import { sealingOf } from '#app/services/publication.server.ts';
import { textOf } from '#app/text/text.ts';
import { DraftPage } from './draft-page.tsx';
import { SealedPage } from './sealed-page.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';

/** Failures of the machine; any other is a refusal, with a sentence like every refusal. */
const machine: ReadonlySet<string> = new Set(['full', 'disk', 'database', 'fault']);

const asAsked = (survey: Survey): Survey => ({ ...survey, definition: { ...survey.definition, questions: inAskedOrder(survey.definition.questions, survey.definition.routing ?? []) } });

const areas = dimensions.map(({ id, label }) => ({ id, label }));

export const loader = page({ may: 'compose-surveys' }, async ({ app, actor, params, language, url }) => {
  const wish = countedWishOf(url);
  const id = params['id'] ?? '';
  const draft = await draftOf(app, id);
  if (draft) {
    const text = textOf(language);
    const { progress, failure } = await sealingOf(app, id);
    const sealing = { progress, failure: failure === null ? null : text.code(machine.has(failure) ? 'seal.failed' : 'error', failure) };
    // While it is being sealed the page asks every second, and shows nothing else.
    const planned = progress ? null : await planOf(app, draft, { departmentId: actor.departmentId, ...wish });
    const plan = planned?.ok ? planned : { ok: false as const, said: planned ? text.error(planned.because, planned.details) : '' };
    const shown = { survey: asAsked(draft), areas, scopes: await scopesOf(app, draft), routed: await routedIn(app, draft), routable: draft.definition.questions.some(mayBeRouted) };
    return { title: inLanguage(draft.title, language), draft: { ...shown, plan, sealing, left: leftOutOf(url) }, sealed: null };
  }
  const sealed = await sealedView(app, id, wish);
  if (!sealed.ok) throw refuse(sealed.because);
  const letters = await lettersOf(app, sealed.value.survey);
  const fresh = url.searchParams.has('sealed');
  return { title: inLanguage(sealed.value.survey.title, language), draft: null, sealed: { ...sealed.value, areas, letters, unprinted: await unprintedPiles(app, id), fresh, mail: app.config.smtp !== null || app.config.demo } };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OneSurvey() {
  const { draft, sealed } = useLoaded<typeof loader>();
  return draft ? <DraftPage view={draft} /> : sealed && <SealedPage view={sealed} />;
}
