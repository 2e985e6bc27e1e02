// Lines of a small file, put where they can be looked at and corrected before they are saved.
import { join } from 'node:path';
import { json, type MetaFunction } from '@remix-run/node';
import { largestSecondaryFile, secondaryFileForm } from '#app/forms/secondary.ts';
import { page } from '#app/http/page.server.ts';
import { upload } from '#app/http/upload.server.ts';
import { newStage, removeStage } from '#app/services/organisation/stage-files.server.ts';
import { secondaryPage, withSecondaryFile } from '#app/services/plans.server.ts';
import { replyWith } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { SecondaryForm } from '#app/ui/plans/secondary-form.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'oversee-plans' }, async ({ app, language }) => ({
  title: textOf(language)('secondary.title'),
  secondary: await secondaryPage(app, language),
}));

export const action = upload(
  { rule: { may: 'oversee-plans', form: secondaryFileForm, fields: ['file'], largest: largestSecondaryFile, tooLarge: 'outside-file-large' }, place: newStage, forget: removeStage },
  async (id, { app, language, place, reject }) => {
    const read = await withSecondaryFile(app, language, join(place.folder, 'file'));
    if (!read.ok) return reject('file', read.because, read.details);
    await removeStage(app, id);
    const { lines, n, problems } = read.value;
    const values = { lines };
    if (n === 0) return json({ errors: {}, values, words: {} });
    return json(replyWith(textOf(language), [{ field: 'lines', code: 'secondary-wrong', details: { n, problems } }], { values }), { status: 422 });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LinesOfFile() {
  const text = useText();
  const { secondary } = useLoaded<typeof loader>();
  return (
    <div className="reading">
      <PageHeader title={text('secondary.title')} lead={text('secondary.lead')} back={{ to: '/plans/secondary', label: text('secondary.title') }} />
      <SecondaryForm page={secondary} saved={false} reply={useReply()} />
    </div>
  );
}
