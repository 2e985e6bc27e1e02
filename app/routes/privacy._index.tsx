import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import type { PrivacyOverview } from '#app/domain/privacy/privacy-settings.ts';
import { page } from '#app/http/page.server.ts';
import { journalSeal } from '#app/services/installation/keep-journal.server.ts';
import { wishesForSlip } from '#app/services/organisation/wish-for-slip.server.ts';
import { ownPrivacy } from '#app/services/privacy/show-own-privacy.server.ts';
import { privacyOverview } from '#app/services/privacy/change-settings.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, type Loaded } from '#app/ui/layout/loaded.ts';
import { OwnPrivacyCard } from '#app/ui/privacy/own-privacy.tsx';
import { OwnSlipCard } from '#app/ui/privacy/own-slip.tsx';
import { ThePromise } from '#app/ui/privacy/promise.tsx';
import { SettingsLog } from '#app/ui/privacy/settings-log.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, language }) => ({
  title: textOf(language)('privacy.title'),
  overview: await privacyOverview(app, language),
  own: await ownPrivacy(app, actor),
  slip: await wishesForSlip(app, actor),
  seal: await journalSeal(app),
  changes: may(actor, 'manage-people'),
  programs: may(actor, 'read-results'),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Readers({ k, readers }: Pick<PrivacyOverview, 'k' | 'readers'>) {
  const text = useText();
  const names = (list: readonly string[]) => (list.length > 0 ? text.list(list) : text('privacy.readers.nobody'));
  return (
    <Card title={text('privacy.readers.title')}>
      <p>{text('privacy.readers')}</p>
      <ul>
        <li>{text('privacy.readers.everybody')}</li>
        <li>{text('privacy.readers.managers', { k })}</li>
        <li>{text('privacy.readers.hr', { names: names(readers.hr) })}</li>
        <li>{text('privacy.readers.administrators', { names: names(readers.administrators) })}</li>
      </ul>
    </Card>
  );
}

function Settings({ k, retention, place }: Pick<PrivacyOverview, 'k' | 'retention' | 'place'>) {
  const text = useText();
  const rows = [
    [text('privacy.now.k'), text('privacy.now.k-value', { k })],
    [text('privacy.now.letters'), text('privacy.days', { n: retention.letters })],
    [text('privacy.now.sessions'), text('privacy.days', { n: retention.sessions })],
    [text('privacy.now.zone'), place],
  ];
  return (
    <Card title={text('privacy.now.title')}>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">{text('privacy.now.sealed')}</p>
    </Card>
  );
}

/** The journal is read by few; that none of its pages is exchanged later everybody can watch. */
function JournalSeal({ seal: { pages, day, hash } }: { seal: NonNullable<Loaded<typeof loader>['seal']> }) {
  const text = useText();
  return (
    <Card title={text('journal.seal.title')}>
      <div className="stack-tight">
        <p>{text('journal.seal.text')}</p>
        <p className="hash">{text('journal.seal.hash', { page: pages, day: text.day(day), hash })}</p>
        <p className="quiet small">{text('journal.seal.note')}</p>
      </div>
    </Card>
  );
}

export default function Privacy() {
  const text = useText();
  const { title, overview, own, slip, seal, changes, programs } = useLoaded<typeof loader>();
  const actions = changes && (
    <>
      <Link className="button" to="/privacy/journal">
        {text('journal.link')}
      </Link>
      <Link className="button" to="/privacy/check">
        {text('privacy.check.link')}
      </Link>
      <Link className="button" to="/privacy/papers">
        {text('council.link')}
      </Link>
      <Link className="button" to="/privacy/settings">
        {text('privacy.settings.link')}
      </Link>
      {programs && (
        <Link className="button" to="/privacy/machines">
          {text('machines.link')}
        </Link>
      )}
    </>
  );
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('privacy.lead')} actions={actions} />
      <div className="stack">
        <ThePromise k={overview.k} />
        <OwnPrivacyCard own={own} />
        <OwnSlipCard wished={slip} />
        <Readers k={overview.k} readers={overview.readers} />
        <Settings k={overview.k} retention={overview.retention} place={overview.place} />
        <Card title={text('privacy.log.title')}>
          <SettingsLog log={overview.log} />
        </Card>
        {seal && <JournalSeal seal={seal} />}
      </div>
    </div>
  );
}
