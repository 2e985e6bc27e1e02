import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { journalView } from '#app/services/installation/keep-journal.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { PageLinks } from '#app/ui/organisation/page-links.tsx';
import { JournalDays } from '#app/ui/installation/journal-days.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, url }) => ({
  title: textOf(language)('journal.title'),
  of: { organisation: (await app.data.organisation.get())?.name ?? 'Murmur', address: app.config.publicUrl },
  journal: await journalView(app, Math.trunc(Number(url.searchParams.get('page'))) || 1),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Journal() {
  const text = useText();
  const { title, of, journal } = useLoaded<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('journal.lead')} back={{ to: '/privacy', label: text('privacy.title') }} />
      <div className="stack">
        <Notice tone={journal.whole ? 'good' : 'danger'} title={text(journal.whole ? 'journal.whole' : 'journal.broken')}>
          {of.organisation} · {of.address}
        </Notice>
        <p className="quiet small">{text('journal.how')}</p>
        <p className="quiet small no-print">
          {text('journal.waiting', { n: journal.waiting })} {text('journal.print')}
        </p>
        {journal.days.length === 0 ? <p>{text('journal.none')}</p> : <JournalDays days={journal.days} />}
        <PageLinks page={journal.page} pages={journal.pages} />
      </div>
    </div>
  );
}
