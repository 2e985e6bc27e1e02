// Lines of a small file, put where they can be looked at and corrected before they are saved.
import { join } from 'node:path';
import { json, type MetaFunction } from '@remix-run/node';
import { largestOutsideFile, outsideFileForm } from '#app/forms/yardsticks.ts';
import { page } from '#app/http/page.server.ts';
import { upload } from '#app/http/upload.server.ts';
import { newStage, removeStage } from '#app/services/organisation/stage-files.server.ts';
import { withLinesOfFile, yardsticksPage } from '#app/services/reports/set-yardsticks.server.ts';
import { textOf } from '#app/text/text.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { YardsticksForm } from '#app/ui/reports/yardsticks-form.tsx';

export const loader = page({ may: 'read-results' }, async ({ app, language }) => ({
  title: textOf(language)('yardsticks.title'),
  yardsticks: await yardsticksPage(app, language),
}));

export const action = upload(
  { rule: { may: 'read-results', form: outsideFileForm, fields: ['file'], largest: largestOutsideFile, tooLarge: 'outside-file-large' }, place: newStage, forget: removeStage },
  async (id, { app, language, place, reject }) => {
    const read = await withLinesOfFile(app, language, join(place.folder, 'file'));
    if (!read.ok) return reject('file', read.because, read.details);
    await removeStage(app, id);
    return json({ errors: {}, values: { outside: read.value.outside }, words: {} } satisfies FormReply);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LinesOfFile() {
  const { yardsticks } = useLoaded<typeof loader>();
  return <YardsticksForm page={yardsticks} saved={false} reply={useReply()} />;
}
