// A survey after sealing: nothing here can be changed, only closed. Participation is told in steps.
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { countingHour } from '#app/domain/surveys/participation/participation.ts';
import type { PlannedLetter } from '#app/domain/surveys/letters/survey-letters.ts';
import type { SealedView } from '#app/services/surveys/sealed-view.server.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { CopyField } from '#app/ui/surveys/slips/copy-field.tsx';
import { AskedLines } from '#app/ui/surveys/asking/asked-lines.tsx';
import { CountedList } from '#app/ui/surveys/counted-list.tsx';
import { DeclaredTables } from '#app/ui/surveys/tables/declared-tables.tsx';
import { JobUnderWay } from '#app/ui/surveys/job-under-way.tsx';
import { ParticipationBar } from '#app/ui/surveys/participation-bar.tsx';
import { PhaseBadge } from '#app/ui/surveys/phase-badge.tsx';
import { QuestionList, type Area } from '#app/ui/surveys/questions/question-list.tsx';
import { SurveyLetters } from '#app/ui/surveys/letters/survey-letters.tsx';
import { Uncounted } from '#app/ui/surveys/uncounted.tsx';
import { UnprintedSlips } from '#app/ui/surveys/slips/unprinted-slips.tsx';
import { Words } from '#app/ui/surveys/words.tsx';
import { useText } from '#app/ui/text.ts';

export interface SealedPageView extends SealedView {
  readonly areas: readonly Area[];
  readonly letters: readonly PlannedLetter[];
  /** Piles of slips that are still to be printed. */
  readonly unprinted: number;
  /** Sealed just now. */
  readonly fresh: boolean;
  /** Whether letters leave this house. */
  readonly mail: boolean;
}

function Taking({ view: { participation, firstCount, departments, departmentsTold } }: { view: SealedPageView }) {
  const text = useText();
  return (
    <Card title={text('survey.participation')}>
      {participation ? (
        <>
          <ParticipationBar label={text('survey.participation')} rounded={participation.company} step={participation.step} />
          {departments.map(({ id, name }) => (
            <ParticipationBar key={id} label={name} rounded={participation.departments[id] ?? 0} step={10} />
          ))}
          {departmentsTold > departments.length && <p className="quiet small">{text('survey.participation.top', { n: departments.length, all: departmentsTold })}</p>}
          <p className="quiet small">{text('survey.participation.about', { day: text.day(participation.day), hour: countingHour.onTheClock, step: participation.step })}</p>
        </>
      ) : (
        <Uncounted first={firstCount} />
      )}
    </Card>
  );
}

function Fingerprint({ view: { fingerprints, hash } }: { view: SealedPageView }) {
  const text = useText();
  const english = !text.language.startsWith('zh');
  return (
    <Card title={text('sealed.fingerprint')}>
      <p className="quiet">{text('sealed.fingerprint.lead')}</p>
      <Words words={english ? fingerprints.en : fingerprints.zh} lang={text.language} />
      <Disclosure summary={text('sealed.hash')}>
        <div className="stack-tight">
          <p className="mono">{hash}</p>
          <p className="quiet small">{text(english ? 'sealed.fingerprint.zh' : 'sealed.fingerprint.en')}</p>
          <Words words={english ? fingerprints.zh : fingerprints.en} lang={english ? 'zh-Hans' : 'en'} other />
        </div>
      </Disclosure>
    </Card>
  );
}

function LinkCard({ links, children }: Pick<SealedPageView, 'links'> & { children?: ReactNode }) {
  const text = useText();
  const sorted = [...links].sort((one, other) => Number(other.language === text.language) - Number(one.language === text.language));
  const drawn = ({ language, address }: (typeof links)[number]) => (
    <div key={language} className="stack-tight">
      <span className="small quiet" lang={language}>
        {nameOfTongue(language)}
      </span>
      <CopyField label={`${text('sealed.link')} (${nameOfTongue(language)})`} value={address} />
    </div>
  );
  const own = sorted[0];
  return (
    <Card title={text('sealed.link')}>
      <p className="quiet">{text('sealed.link.hint')}</p>
      {sorted.slice(0, 1).map(drawn)}
      {sorted.length > 1 && (
        <Disclosure summary={text('sealed.link.others')}>
          <div className="stack">{sorted.slice(1).map(drawn)}</div>
        </Disclosure>
      )}
      {own && (
        <Disclosure summary={text('sealed.link.shared')}>
          <div className="stack-tight">
            <p className="quiet small">{text('sealed.link.shared.hint')}</p>
            <CopyField label={text('sealed.link.shared')} value={`${own.address}&kiosk`} />
          </div>
        </Disclosure>
      )}
      {children}
    </Card>
  );
}

/** Where codes are typed on a screen that many pass: only where there are slips. */
function Kiosk({ view: { slips, links } }: { view: SealedPageView }) {
  const text = useText();
  const [link] = links;
  if (!slips || !link) return null;
  return (
    <Disclosure summary={text('sealed.kiosk')}>
      <div className="stack-tight">
        <p className="quiet small">{text('sealed.kiosk.hint')}</p>
        <CopyField label={text('sealed.kiosk')} value={`${new URL(link.address).origin}/kiosk`} />
      </div>
    </Disclosure>
  );
}

function Actions({ survey, phase, published, results, slips }: Pick<SealedPageView, 'survey' | 'phase' | 'published' | 'results' | 'slips'>) {
  const text = useText();
  const { consulting } = survey.definition;
  if (consulting) {
    return (
      <Link className="button" to={`/plans/${consulting.plan}`}>
        {text('consultation.home.plan')}
      </Link>
    );
  }
  if (published) {
    return (
      <Link className="button primary" to={results}>
        {text('sealed.to-results')}
      </Link>
    );
  }
  return (
    <>
      {slips && (phase === 'open' || phase === 'scheduled') && (
        <Link className="button" to={`/surveys/${survey.id}/slips`}>
          {text('slips.open')}
        </Link>
      )}
      {phase === 'open' && (
        <Link className="button" to={`/surveys/${survey.id}/close`}>
          {text('close.open')}
        </Link>
      )}
    </>
  );
}

export function SealedPage({ view }: { view: SealedPageView }) {
  const text = useText();
  const { survey, phase, progress } = view;
  if (progress) return <JobUnderWay title={text.of(survey.title)} says={text(progress.auditing ? 'close.auditing' : 'close.running')} progress={progress} />;
  const running = phase === 'open' || phase === 'scheduled';
  const consults = survey.definition.consulting !== undefined;
  return (
    <div className="wide">
      <PageHeader
        title={text.of(survey.title)}
        badge={<PhaseBadge phase={phase} />}
        lead={text('survey.days', { opens: text.day(survey.opens), closes: text.day(view.lastDay) })}
        back={{ to: '/surveys', label: text('surveys.title') }}
        actions={<Actions survey={survey} phase={phase} published={view.published} results={view.results} slips={view.slips} />}
      />
      <div className="stack-wide">
        {consults && <Notice>{text('consultation.no-pulse')}</Notice>}
        {view.fresh && <Notice tone="good" live title={text('sealed.done')} />}
        {running && view.unprinted > 0 && <UnprintedSlips surveyId={survey.id} piles={view.unprinted} />}
        {phase === 'closed' && !view.published && !consults && <Notice tone="warn">{text('sealed.too-few', { k: survey.definition.k })}</Notice>}
        {view.aside && (
          <Notice tone="danger">
            <p>
              {text('error.set-aside')} <Link to="/kept">{text('kept.look')}</Link>
            </p>
          </Notice>
        )}
        {!view.aside && view.heldUp !== null && (
          <Notice tone="danger" title={text('close.failed')}>
            {text.code('close.failed', view.heldUp)}
          </Notice>
        )}
        {phase === 'lost' && !consults && <Notice tone="danger">{text('sealed.lost')}</Notice>}
        <div className="columns">
          <div className="stack">
            {phase === 'open' && !consults && <Taking view={view} />}
            {running && (
              <LinkCard links={view.links}>
                <Kiosk view={view} />
                {!consults && (
                  <p>
                    <Link to={`/surveys/${survey.id}/poster`}>{text('poster.open')}</Link>
                  </p>
                )}
              </LinkCard>
            )}
            <Fingerprint view={view} />
          </div>
          <div className="stack">
            <SurveyLetters letters={view.letters} slips={view.slips} waiting={!view.mail && running}>
              {!consults && (
                <p>
                  <Link to={`/surveys/${survey.id}/letters`}>{text('letter-page.read')}</Link>
                </p>
              )}
            </SurveyLetters>
            <Card title={text('survey.counted')} aside={<span className="quiet">{text('people.count', { n: view.invited })}</span>}>
              <AskedLines asked={view.asked} half={view.half} />
              <CountedList counted={view.counted} />
            </Card>
          </div>
        </div>
        <Card title={text('draft.asked')}>
          <p className="quiet">{text.of(survey.purpose)}</p>
          <QuestionList questions={survey.definition.questions} areas={view.areas} routed={view.routed} />
          {!consults && (
            <p>
              <a href={`/surveys/${survey.id}/questionnaire.json`} download>
                {text('questionnaire.out')}
              </a>
            </p>
          )}
        </Card>
        {survey.definition.cuts.length > 0 && (
          <Card title={text('survey.cuts')}>
            <p className="quiet">{text('survey.tables.sealed')}</p>
            <DeclaredTables definition={survey.definition} departments={view.scopes} forecast={null} />
          </Card>
        )}
      </div>
    </div>
  );
}
