import { inLanguage } from '#app/domain/kernel/language.ts';
import { redirect, type MetaFunction } from '@remix-run/node';
import { draftForm } from '#app/forms/draft.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { changeDraft, draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer, offeredParts } from '#app/services/surveys/offer-draft.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { DraftFields } from '#app/ui/surveys/draft-form.tsx';
import { fieldOf, wishesOf } from '#app/ui/surveys/draft-wishes.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const survey = await draftOf(app, params['id'] ?? '');
  if (!survey) throw refuse('not-found');
  return { title: textOf(language)('draft.change.title'), id: survey.id, name: inLanguage(survey.title, language), offer: await draftOffer(app, { survey }) };
});

export const action = command({ may: 'compose-surveys', form: draftForm, takes: much, offers: offeredParts }, async ({ app, params, input, language, reject, again }) => {
  if (input.looking !== '') return again();
  const changed = await changeDraft(app, params['id'] ?? '', wishesOf(input));
  if (changed.ok) return redirect(`/surveys/${changed.value.id}`);
  const { field, code, details } = fieldOf(changed, textOf(language));
  return reject(field, code, details);
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
