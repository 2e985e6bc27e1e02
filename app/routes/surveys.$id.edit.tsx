import { redirect, type MetaFunction } from '@remix-run/node';
import type { Params } from '@remix-run/react';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { isLooking } from '#app/domain/surveys/asking/part-search.ts';
import { draftForm, type DraftForm } from '#app/forms/draft.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { changeDraft, wrongInDraft, draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer, offeredParts } from '#app/services/surveys/offer-draft.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { DraftFields } from '#app/ui/surveys/draft-form.tsx';
import { fieldOf, wishesOf, wrongBesides } from '#app/ui/surveys/draft-wishes.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const survey = await draftOf(app, params['id'] ?? '');
  if (!survey) throw refuse('not-found');
  return { title: textOf(language)('draft.change.title'), id: survey.id, name: inLanguage(survey.title, language), offer: await draftOffer(app, { survey }) };
});

const besides = ({ app, input, language, params }: { app: App; input: Partial<DraftForm>; language: Language; params: Params }) =>
  wrongBesides(input, { text: textOf(language), today: app.today(), check: (wishes) => wrongInDraft(app, wishes, params['id']) });

export const action = command({ may: 'compose-surveys', form: draftForm, takes: much, offers: offeredParts, besides }, async ({ app, params, input, language, rejectAll, again }) => {
  if (isLooking(input)) return again();
  const changed = await changeDraft(app, params['id'] ?? '', wishesOf(input));
  if (changed.ok) return redirect(`/surveys/${changed.value.id}`);
  return rejectAll(changed, (one) => fieldOf(one, textOf(language)));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ChangeDraft() {
  const text = useText();
  const { id, name, offer } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="wide">
      <PageHeader title={text('draft.change.title')} back={{ to: `/surveys/${id}`, label: name }} />
      <DraftFields offer={offer} reply={reply} submit={text('draft.save')} back={`/surveys/${id}`} />
    </div>
  );
}
