import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import * as v from 'valibot';
import { nameOfLanguage } from '#app/domain/kernel/language.ts';
import { languagesToTranslate } from '#app/domain/kernel/spoken-languages.ts';
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
  said: url.searchParams.has('saved') ? ('saved' as const) : url.searchParams.has('removed') ? ('removed' as const) : null,
  offered: languagesToTranslate(language),
}));

export const action = command({ may: 'compose-surveys', form: v.object({ 'tongues[]': ticked }) }, async ({ app, actor, input, reject }) => {
  const chosen = await chooseTongues(app, actor, input['tongues[]']);
  return chosen.ok ? redirect('/surveys/languages?saved') : reject('', chosen.because, chosen.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Languages() {
  const text = useText();
  const { title, view, said: done, offered } = useLoaded<typeof loader>();
  const reply = useReply();
  const refusal = reply?.errors[''];
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('tongues.lead')} />
      <div className="stack-wide">
        <SurveysTabs />
        <div className="narrow stack">
          {done && !reply && (
            <Notice tone="good" live>
              {text(done === 'saved' ? 'tongues.saved' : 'tongues.removed')}
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
                  <div key={tongue} className="row apart">
                    <label className="choice">
                      <input type="checkbox" name="tongues[]" value={tongue} defaultChecked={chosen} />
                      <span>
                        <span lang={tongue}>{nameOfTongue(tongue)}</span> <span className="quiet">{tongueAsCalledIn(text.language, tongue)}</span> {!reviewed && <Badge tone="wait">{text('tongues.unreviewed')}</Badge>}
                        <span className="hint">{text(said < of ? 'tongues.part' : 'tongues.whole', { said, of })}</span>
                      </span>
                    </label>
                    <Link to={`/surveys/languages/${tongue}`} aria-label={text('tongues.open.of', { language: nameOfTongue(tongue) })}>
                      {text('tongues.open')}
                    </Link>
                  </div>
                ))}
              </div>
            </fieldset>
            <p className="quiet small">{text('tongues.unreviewed.hint')}</p>
            <SubmitButton>{text('tongues.save')}</SubmitButton>
          </Form>
          <AddLanguage offered={offered} />
          {view.refused.map((one) => (
            <RefusedFile key={one.file} {...one} />
          ))}
        </div>
      </div>
    </div>
  );
}

function AddLanguage({ offered }: { readonly offered: ReturnType<typeof languagesToTranslate> }) {
  const text = useText();
  return (
    <Card title={text('tongues.files')}>
      <p className="quiet">{text('tongues.files.text')}</p>
      <form method="get" action="/surveys/languages/file.po" className="stack">
        <div className="field">
          <label htmlFor="field-language">{text('tongues.get.language')}</label>
          <select id="field-language" name="language" required aria-describedby="hint-language">
            <option value="">{text('tongues.get.choose')}</option>
            {offered.map(({ tongue, name }) => (
              <option key={tongue} value={tongue}>
                {name}
              </option>
            ))}
          </select>
          <p className="hint" id="hint-language">
            {text('tongues.get.hint')}
          </p>
        </div>
        <div className="row">
          <button className="button">{text('tongues.get.go')}</button>
          <Link className="button primary" to="/surveys/languages/bring">
            {text('tongues.bring')}
          </Link>
        </div>
      </form>
    </Card>
  );
}
