import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { largestQuestionnaire } from '#app/domain/surveys/questions/largest-questionnaire.ts';
import { leftOutWords } from '#app/forms/left-out.ts';
import { questionnaireForm } from '#app/forms/questionnaire.ts';
import { page } from '#app/http/page.server.ts';
import { upload } from '#app/http/upload.server.ts';
import { newStage, removeStage } from '#app/services/organisation/stage-files.server.ts';
import { bringQuestionnaire } from '#app/services/surveys/questionnaire-files.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { FileField } from '#app/ui/forms/file-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useReply } from '#app/ui/layout/loaded.ts';
import { fieldOf } from '#app/ui/surveys/draft-wishes.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, ({ language }) => ({ title: textOf(language)('questionnaire.title') }));

export const action = upload(
  { rule: { may: 'compose-surveys', form: questionnaireForm, fields: ['file'], largest: largestQuestionnaire, tooLarge: 'questionnaire-large' }, place: newStage, forget: removeStage },
  async (id, { app, personId, language, place, reject }) => {
    const brought = await bringQuestionnaire(app, personId, await readFile(join(place.folder, 'file'), 'utf8'));
    if (!brought.ok) {
      const { code, details } = fieldOf(brought, textOf(language));
      return reject('file', code, details);
    }
    await removeStage(app, id);
    const { surveyId, left } = brought.value;
    const told = leftOutWords(left);
    return redirect(`/surveys/${surveyId}${told === '' ? '' : `?${told}`}`);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BringQuestionnaire() {
  const text = useText();
  const form = useValidatedForm(questionnaireForm, useReply());
  return (
    <div className="narrow">
      <PageHeader title={text('questionnaire.title')} lead={text('questionnaire.lead')} back={{ to: '/surveys', label: text('surveys.title') }} />
      <div className="stack">
        <ErrorSummary form={form} labels={{ file: text('questionnaire.file') }} />
        <Form method="post" encType="multipart/form-data" noValidate className="card stack" onSubmit={form.onSubmit}>
          <FileField form={form} name="file" label={text('questionnaire.file')} hint={text('questionnaire.hint')} accept=".json,application/json" />
          <div>
            <SubmitButton>{text('questionnaire.go')}</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  );
}
