import { redirect, type MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { posterOf } from '#app/services/notifications/poster.server.ts';
import { textOf } from '#app/text/text.ts';
import '#app/styles/sheets.css';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { PosterSheet } from '#app/ui/notifications/poster-sheet.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const id = params['id'] ?? '';
  const poster = await posterOf(app, id);
  if (!poster.ok && poster.because === 'ended') throw redirect(`/surveys/${id}`);
  if (!poster.ok) throw refuse('not-found');
  return { title: textOf(language)('poster.title'), id, poster: poster.value };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SurveyPoster() {
  const text = useText();
  const { id, poster } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <div className="no-print">
        <PageHeader title={text('poster.title')} lead={text('poster.lead')} back={{ to: `/surveys/${id}`, label: text('poster.back') }} />
      </div>
      <div className="sheets">
        {poster.sheets.map((sheet) => (
          <PosterSheet key={sheet.language} sheet={sheet} poster={poster} />
        ))}
      </div>
    </div>
  );
}
