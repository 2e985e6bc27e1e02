// Papers of the works council: those that were made, and the button that makes the next one.
import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import * as v from 'valibot';
import { languages, nameOfLanguage } from '#app/domain/kernel/language.ts';
import { formRequest } from '#app/forms/form-fields.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { councilPapers, makeCouncilPaper } from '#app/services/privacy/council-papers.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, url }) => ({
  title: textOf(language)('council.title'),
  request: app.newId(),
  papers: await councilPapers(app),
  made: /^\d{1,9}$/.exec(url.searchParams.get('made') ?? '')?.[0] ?? null,
}));

export const action = command({ may: 'manage-people', form: v.object({ request: formRequest }) }, async ({ app, actor, input }) => {
  const made = await makeCouncilPaper(app, actor, { request: input.request });
  if (!made.ok) throw refuse(made.because);
  return redirect(`/privacy/papers?made=${made.value}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Papers() {
  const text = useText();
  const { title, request, papers, made } = useLoaded<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('council.lead')} back={{ to: '/privacy', label: text('privacy.title') }} />
      <div className="stack">
        {made !== null && (
          <Notice tone="good" live>
            {text('council.made', { number: made })}
          </Notice>
        )}
        <Form method="post" className="card stack-tight">
          <input type="hidden" name="request" value={request} />
          <div>
            <SubmitButton>{text('council.make')}</SubmitButton>
          </div>
          <p className="quiet small">{text('council.make.hint')}</p>
        </Form>
        <Card title={text('council.list')}>
          {papers.length === 0 && <p>{text('council.none')}</p>}
          <ul className="stack-tight bare">
            {papers.map(({ number, day }) => (
              <li key={number}>
                <p>{text('council.row', { number, day: text.day(day) })}</p>
                <p className="row">
                  {languages.map((language) => (
                    <a key={language} href={`/privacy/papers/${number}.pdf?in=${language}`} download aria-label={text('council.as', { number, language: nameOfLanguage(language) })} lang={language}>
                      {nameOfLanguage(language)}
                    </a>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
