import { redirect, type MetaFunction } from '@remix-run/node';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { decideSlipsForm } from '#app/forms/slips.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { decideSlips, slipsOf, slipsOfDraft } from '#app/services/surveys/slips.server.ts';
import { sealedView } from '#app/services/surveys/sealed-view.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { SlipDecision } from '#app/ui/surveys/slips/slip-decision.tsx';
import { SlipPiles } from '#app/ui/surveys/slips/slip-piles.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const id = params['id'] ?? '';
  const draft = await slipsOfDraft(app, id);
  const sealed = draft ? null : await sealedView(app, id);
  if (sealed?.ok === false) throw refuse('not-found');
  const named = draft?.title ?? sealed!.value.survey.title;
  const name = inLanguage(named, language);
  const facts = { id, name, title: textOf(language)('slips.title', { title: name }), address: `${app.config.publicUrl}/slips/${id}` };
  return { ...facts, draft, sealed: draft ? null : await slipsOf(app, id) };
});

const fields: Readonly<Record<string, string>> = { 'slips-two': 'second', 'slips-outside': 'second' };

export const action = command({ may: 'compose-surveys', form: decideSlipsForm }, async ({ app, actor, params, input, reject }) => {
  const id = params['id'] ?? '';
  const decided = await decideSlips(app, actor, id, input.kind === 'print' ? { kind: 'print', emails: [input.first, input.second] } : input);
  if (decided.ok) return redirect(`/surveys/${id}/seal`);
  const field = decided.because === 'slips-unknown' ? (decided.details['at'] === 1 ? 'second' : 'first') : (fields[decided.because] ?? '');
  return reject(field, decided.because, decided.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Slips() {
  const text = useText();
  const { id, name, title, address, draft, sealed } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text(draft ? 'slips.decide.lead' : 'slips.lead')} back={{ to: draft ? `/surveys/${id}/seal` : `/surveys/${id}`, label: name }} />
      {draft && <SlipDecision draft={draft} reply={reply} />}
      {sealed && <SlipPiles id={id} slips={sealed} address={address} />}
      {!draft && !sealed && <Notice>{text('slips.none')}</Notice>}
    </div>
  );
}
