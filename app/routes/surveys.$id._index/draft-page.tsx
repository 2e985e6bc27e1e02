// A draft before sealing: what is asked, where people are counted, and the ballot page itself in a phone.
import { Form, Link } from '@remix-run/react';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import type { LeftOut } from '#app/domain/surveys/questionnaire/questionnaire-here.ts';
import { isMadeFromCore } from '#app/domain/surveys/questions/core-pulse.ts';
import { namedInEnglish } from '#app/domain/surveys/named-in-english.ts';
import { readInEnglish } from '#app/domain/surveys/questions/translated-questions.ts';
import type { RoutedLines } from '#app/domain/surveys/asking/routed-lines.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { Plan } from '#app/services/surveys/sealing-preview.server.ts';
import { timeNeeded } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { ConfirmDialog } from '#app/ui/controls/confirm-dialog.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { Stepper } from '#app/ui/controls/stepper.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { AskedLines } from '#app/ui/surveys/asking/asked-lines.tsx';
import { CountedList } from '#app/ui/surveys/counted-list.tsx';
import { DeclaredTables, type DeclaredProps } from '#app/ui/surveys/tables/declared-tables.tsx';
import { LeftOutNotices } from '#app/ui/surveys/left-out-notices.tsx';
import { JobUnderWay } from '#app/ui/surveys/job-under-way.tsx';
import { PhaseBadge } from '#app/ui/surveys/phase-badge.tsx';
import { SingledOutNotice } from '#app/ui/surveys/tables/singled-out.tsx';
import { PhonePreview } from '#app/ui/surveys/phone-preview.tsx';
import { Extras } from '#app/ui/surveys/questions/extras.tsx';
import { ReadInEnglish } from '#app/ui/surveys/read-in-english.tsx';
import { QuestionList, type Area } from '#app/ui/surveys/questions/question-list.tsx';
import { useText } from '#app/ui/text.ts';
import { mostAsked } from '#app/domain/surveys/serving/service-offers.ts';

export interface DraftView {
  readonly survey: Survey;
  readonly areas: readonly Area[];
  /** Departments with tables of their own. */
  readonly scopes: DeclaredProps['departments'];
  readonly plan: { readonly ok: true; readonly value: Plan } | { readonly ok: false; readonly said: string };
  /** A sealing that runs, or waits to go on after a stop, and in words why the last one did not end. */
  readonly sealing: { readonly progress: { readonly done: number; readonly of: number } | null; readonly failure: string | null };
  /** Tables that a file had and that could not be declared here. */
  readonly left: LeftOut;
  /** It asks parts that are not all here. */
  /** By question that not everybody is asked: who is. */
  readonly routed: Readonly<Record<string, RoutedLines>>;
  /** It has a question that may be asked of some. */
  readonly routable: boolean;
}

function Actions({ survey, sealable, routable }: { survey: Survey; sealable: boolean; routable: boolean }) {
  const text = useText();
  return (
    <>
      <Link className="button" to={`/surveys/${survey.id}/edit`}>
        {text('draft.change')}
      </Link>
      <Link className="button" to={`/surveys/${survey.id}/order`}>
        {text('order.open')}
      </Link>
      {routable && (
        <Link className="button" to={`/surveys/${survey.id}/routing`}>
          {text('routing.open')}
        </Link>
      )}
      <Link className="button" to={`/surveys/${survey.id}/letters`}>
        <Icon name="mail" />
        {text('letter-page.title')}
      </Link>
      {sealable && (
        <Link className="button primary" to={`/surveys/${survey.id}/seal`}>
          <Icon name="lock" />
          {text('seal.open')}
        </Link>
      )}
    </>
  );
}

function Delete({ survey }: { survey: Survey }) {
  const text = useText();
  return (
    <ConfirmDialog title={text('draft.delete.title')} opener={text('draft.delete')} openerClass="button plain danger">
      <p>{text('draft.delete.text', { title: text.of(survey.title) })}</p>
      <Form method="post" action={`/surveys/${survey.id}/delete`}>
        <SubmitButton className="button danger whole">{text('draft.delete')}</SubmitButton>
      </Form>
    </ConfirmDialog>
  );
}

function Counted({ plan, k }: { plan: Plan; k: number }) {
  const text = useText();
  return (
    <Card title={text('survey.counted')} aside={<span className="quiet">{text('people.count', { n: plan.invited })}</span>}>
      <AskedLines asked={plan.asked} half={plan.half} />
      <p className="quiet">{text('survey.counted.lead', { k })}</p>
      <CountedList counted={plan.counted} />
      {plan.withoutDepartment > 0 && (
        <Notice tone="warn">
          <p>
            {text('survey.counted.without', { n: plan.withoutDepartment })} <Link to="/people">{text('survey.counted.people')}</Link>
          </p>
        </Notice>
      )}
    </Card>
  );
}

function Content({ view }: { view: DraftView }) {
  const { survey, scopes, plan } = view;
  const text = useText();
  const { questions, k } = survey.definition;
  return (
    <div className="stack-wide">
      <LeftOutNotices left={view.left} questions={questions} />
      {!plan.ok && (
        <Notice tone="warn" title={text('survey.cannot-seal')}>
          <p>{plan.said}</p>
        </Notice>
      )}
      <ReadInEnglish named={namedInEnglish(survey)} lacking={readInEnglish(questions, survey.definition.languages)} />
      <Card title={text('draft.asked')} aside={<span className="quiet">{timeNeeded(text, secondsFrom(mostAsked(questions)))}</span>}>
        <p className="quiet">{text.of(survey.purpose)}</p>
        <QuestionList questions={questions} areas={view.areas} routed={view.routed} />
      </Card>
      {plan.ok && isMadeFromCore(survey) && <Extras extras={plan.value.extras} />}
      {plan.ok && <Counted plan={plan.value} k={k} />}
      {plan.ok && plan.value.singled && <SingledOutNotice found={plan.value.singled} />}
      <Card title={text('survey.cuts')}>
        {survey.definition.cuts.length === 0 ? (
          <p className="quiet">{text('survey.cuts.none')}</p>
        ) : (
          <DeclaredTables definition={survey.definition} departments={scopes} forecast={plan.ok ? plan.value.forecast : null} />
        )}
      </Card>
      <div className="row">
        <a className="button plain" href={`/surveys/${survey.id}/questionnaire.json`} download>
          {text('questionnaire.out')}
        </a>
        <Delete survey={survey} />
      </div>
    </div>
  );
}

function Sealing({ title, progress }: { readonly title: string; readonly progress: { readonly done: number; readonly of: number } }) {
  const text = useText();
  const { done, of } = progress;
  const far = of === 0 ? null : text('seal.running.keys', { done: text.number(done), of: text.number(of) });
  return <JobUnderWay title={title} says={text(of > 0 && done >= of ? 'seal.running.box' : 'seal.running')} progress={progress} far={far} />;
}

export function DraftPage({ view }: { view: DraftView }) {
  const text = useText();
  const {
    survey,
    plan,
    sealing: { progress, failure },
  } = view;
  if (progress) return <Sealing title={text.of(survey.title)} progress={progress} />;
  return (
    <div className="wide">
      <PageHeader
        title={text.of(survey.title)}
        badge={<PhaseBadge phase="draft" />}
        lead={text('survey.days', { opens: text.day(survey.opens), closes: text.day(survey.closes) })}
        back={{ to: '/surveys', label: text('surveys.title') }}
        actions={<Actions survey={survey} sealable={plan.ok} routable={view.routable} />}
      />
      <div className="stack-wide">
        {failure !== null && (
          <Notice tone="danger" title={text('seal.failed')}>
            {failure}
          </Notice>
        )}
        <Stepper
          label={text('draft.steps')}
          steps={[
            { label: text('draft.step.write'), state: 'done' },
            { label: text('draft.step.look'), state: 'now' },
            { label: text('draft.step.seal'), state: 'later' },
          ]}
        />
        <div className="with-phone">
          <Content view={view} />
          {plan.ok && (
            <section className="stack beside no-print" aria-label={text('survey.preview')}>
              <h2>{text('survey.preview')}</h2>
              <p className="quiet small">{text('survey.preview.hint')}</p>
              <PhonePreview manifest={plan.value.manifest} block={0} />
              <p>
                <Link to={`/surveys/${view.survey.id}/try`}>{text('trial.open')}</Link>
              </p>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
