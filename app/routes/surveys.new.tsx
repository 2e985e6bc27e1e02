import { redirect, type MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { Language } from '#app/domain/kernel/language.ts';
import { isLooking } from '#app/domain/surveys/asking/part-search.ts';
import { draftForm, type DraftForm } from '#app/forms/draft.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { createDraft, wrongInDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer, offeredParts } from '#app/services/surveys/offer-draft.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { DraftFields, Templates } from '#app/ui/surveys/draft-form.tsx';
import { fieldOf, wishesOf, wrongBesides } from '#app/ui/surveys/draft-wishes.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => ({
  title: textOf(language)('draft.new.title'),
  offer: await draftOffer(app, { template: url.searchParams.get('template') }),
  request: app.newId(),
}));

const besides = ({ app, input, language }: { app: App; input: Partial<DraftForm>; language: Language }) =>
  wrongBesides(input, { text: textOf(language), today: app.today(), check: (wishes) => wrongInDraft(app, wishes) });

export const action = command({ may: 'compose-surveys', form: draftForm, takes: much, offers: offeredParts, besides }, async ({ app, actor, input, language, rejectAll, again }) => {
  if (isLooking(input)) return again();
  const draft = await createDraft(app, actor, wishesOf(input), input.request);
  if (draft.ok) return redirect(`/surveys/${draft.value.id}`);
  return rejectAll(draft, (one) => fieldOf(one, textOf(language)));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewSurvey() {
  const text = useText();
  const { offer, request } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="wide">
      <PageHeader title={text('draft.new.title')} lead={text('draft.new.lead')} back={{ to: '/surveys', label: text('surveys.title') }} actions={<Link className="button" to="/surveys/bring">{text('questionnaire.bring')}</Link>} />
      <div className="stack-wide">
        <Templates offer={offer} />
        <DraftFields offer={offer} request={request} reply={reply} submit={text('draft.create')} back="/surveys" />
      </div>
    </div>
  );
}
