// The logo and the colour that reports, slides and sheets carry.
import { join } from 'node:path';
import { redirect, type MetaFunction } from '@remix-run/node';
import { largestLogoFile, letterheadForm } from '#app/forms/letterhead.ts';
import { page } from '#app/http/page.server.ts';
import { upload } from '#app/http/upload.server.ts';
import { newStage, removeStage } from '#app/services/organisation/stage-files.server.ts';
import { setLetterhead } from '#app/services/reports/set-letterhead.server.ts';
import { textOf } from '#app/text/text.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { LetterheadForm } from '#app/ui/reports/letterhead-form.tsx';

export const loader = page({ may: 'read-results' }, async ({ app, language, url }) => {
  const { colour, logo } = await app.data.letterhead.get();
  return { title: textOf(language)('letterhead.title'), colour, logo: logo && { width: logo.width, height: logo.height }, saved: url.searchParams.has('saved') };
});

export const action = upload(
  { rule: { may: 'read-results', form: letterheadForm, fields: ['logo'], texts: ['colour', 'remove'], largest: largestLogoFile, tooLarge: 'logo-large' }, place: newStage, forget: removeStage },
  async (id, { app, place, texts, files, reject }) => {
    const set = await setLetterhead(app, { colour: texts['colour'] ?? '', remove: 'remove' in texts, file: files.includes('logo') ? join(place.folder, 'logo') : null });
    if (!set.ok) return reject(String(set.details['field'] ?? ''), set.because, set.details);
    await removeStage(app, id);
    return redirect('/results/letterhead?saved');
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LetterheadOfCompany() {
  const { colour, logo, saved } = useLoaded<typeof loader>();
  return <LetterheadForm colour={colour} logo={logo} saved={saved} reply={useReply()} />;
}
