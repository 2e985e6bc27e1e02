import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import * as v from 'valibot';
import { nameOfLanguage } from '#app/domain/kernel/language.ts';
import { nameOfTongue, tongueAsCalledIn } from '#app/domain/kernel/tongue.ts';
import { ticked } from '#app/forms/form-fields.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { chooseTongues, tonguesView } from '#app/services/surveys/choose-tongues.server.ts';
import { textOf } from '#app/text/text.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { RefusedFile } from '#app/ui/surveys/refused-file.tsx';
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => ({
  title: textOf(language)('tongues.title'),
  view: await tonguesView(app),
  saved: url.searchParams.has('saved'),
}));

export const action = command({ may: 'compose-surveys', form: v.object({ 'tongues[]': ticked }) }, async ({ app, actor, input, reject }) => {
  const chosen = await chooseTongues(app, actor, input['tongues[]']);
  return chosen.ok ? redirect('/surveys/languages?saved') : reject('', chosen.because, chosen.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Languages() {
  const text = useText();
  const { title, view, saved } = useLoaded<typeof loader>();
  const reply = useReply();
  const refusal = reply?.errors[''];
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('tongues.lead')} />
      <div className="stack-wide">
        <SurveysTabs />
        <div className="narrow stack">
          {saved && !reply && (
            <Notice tone="good" live>
              {text('tongues.saved')}
            </Notice>
          )}
          {refusal && (
            <Notice tone="danger" live>
              {reply.words['']}
            </Notice>
          )}
          {view.gone.length > 0 && <Notice tone="warn">{text('tongues.gone', { languages: text.list(view.gone.map(nameOfTongue)) })}</Notice>}
          <Card title={text('tongues.own')}>
            <p>{text.list(view.languages.map(nameOfLanguage))}</p>
            <p className="quiet small">{text('tongues.own.hint')}</p>
          </Card>
          <Form method="post" className="card stack">
            <fieldset className="field">
              <legend>{text('tongues.more')}</legend>
              <div className="choices">
                {view.tongues.map(({ tongue, reviewed, said, of, chosen }) => (
                  <label key={tongue} className="choice">
                    <input type="checkbox" name="tongues[]" value={tongue} defaultChecked={chosen} />
                    <span>
                      <span lang={tongue}>{nameOfTongue(tongue)}</span> <span className="quiet">{tongueAsCalledIn(text.language, tongue)}</span> {!reviewed && <Badge tone="wait">{text('tongues.unreviewed')}</Badge>}
                      <span className="hint">{text(said < of ? 'tongues.part' : 'tongues.whole', { said, of })}</span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
            <p className="quiet small">{text('tongues.unreviewed.hint')}</p>
            <SubmitButton>{text('tongues.save')}</SubmitButton>
          </Form>
          <Card title={text('tongues.files')}>
            <p className="quiet">{text('tongues.files.text')}</p>
            {view.refused.map((one) => (
              <RefusedFile key={one.file} {...one} />
            ))}
          </Card>
        </div>
      </div>
    </div>
  );
}
