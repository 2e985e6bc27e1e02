import { redirect, type MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { ownKinds, type OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import { ownQuestionForm, ownWishesOf } from '#app/forms/own-question.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { ownGround } from '#app/services/surveys/own-questions.server.ts';
import { proposalWords } from '#app/services/surveys/proposals.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { OwnQuestionFields } from '#app/ui/surveys/own/own-question-form.tsx';
import { useText } from '#app/ui/text.ts';

const isKind = (text: string | null): text is OwnKind => (ownKinds as readonly (string | null)[]).includes(text);

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => {
  const kind = url.searchParams.get('kind');
  const from = await proposalWords(app, url.searchParams.get('proposal'));
  return { title: textOf(language)('own-question.new'), request: app.newId(), from, kind: isKind(kind) ? kind : ('satisfaction' as const), ground: await ownGround(app) };
});

export const action = command({ may: 'compose-surveys', form: ownQuestionForm }, async ({ app, input, url, rejectAll }) => {
  const created = await createOwn(app, ownWishesOf(input), { proposal: url.searchParams.get('proposal'), ...(input.request !== undefined && { request: input.request }) });
  return created.ok ? redirect(`/surveys/own/${created.value.number}/checks`) : rejectAll(created, atItsField);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Kinds({ chosen, proposal }: { readonly chosen: OwnKind; readonly proposal: string | null }) {
  const text = useText();
  return (
    <section aria-label={text('own-question.kinds')}>
      <ul className="templates kinds">
        {ownKinds.map((kind) => (
          <li key={kind}>
            <Link to={`/surveys/own/new?${new URLSearchParams({ kind, ...(proposal !== null && { proposal }) }).toString()}`} aria-current={kind === chosen ? 'true' : undefined} reloadDocument>
              {text(`own-question.kind.${kind}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function NewOwnQuestion() {
  const text = useText();
  const { kind, from, ground, request } = useLoaded<typeof loader>();
  const reply = useReply();
  const initial = { kind, about: null, reverse: false, sensitivity: 'normal' as const, describes: false, text: from ? { [ground.languages[0] ?? 'en']: from.words } : {}, label: {}, expected: {}, experienced: {}, answers: [] };
  return (
    <div className="wide">
      <PageHeader title={text('own-question.new')} lead={text('own-question.new.lead')} back={{ to: '/surveys/own', label: text('own-question.title') }} />
      <div className="stack-wide">
        {from && <Notice>{text('proposal.take-up.from', { words: from.words })}</Notice>}
        <Kinds chosen={kind} proposal={from?.id ?? null} />
        <OwnQuestionFields request={request} initial={initial} {...ground} reply={reply} submit={text('own-question.create')} />
      </div>
    </div>
  );
}
