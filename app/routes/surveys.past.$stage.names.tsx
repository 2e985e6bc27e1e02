import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { asksOf } from '#app/domain/past-surveys/asks.ts';
import type { PastRole } from '#app/domain/past-surveys/mapping.ts';
import { pastNamesForm } from '#app/forms/past-roles.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { namesOfPast, sayNames, smallestGroup, type NamesStanding } from '#app/services/past-surveys.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { GiveUp } from '#app/ui/past-surveys/give-up.tsx';
import { libraryChoices, type LibraryGroup } from '#app/ui/past-surveys/library-choice.ts';
import { PastProblems } from '#app/ui/past-surveys/past-problems.tsx';
import { PastSteps } from '#app/ui/past-surveys/past-steps.tsx';
import { PlaceFields } from '#app/ui/past-surveys/place-fields.tsx';
import { askLabels, asksAbout, CodesOfAll, fieldLabels, RoleFields } from '#app/ui/past-surveys/role-fields.tsx';
import { ScaleAsks } from '#app/ui/past-surveys/scale-asks.tsx';
import { JobUnderWay } from '#app/ui/surveys/job-under-way.tsx';
import { useText } from '#app/ui/text.ts';

type NamesState = Exclude<NamesStanding, { step: 'columns-first' }>;

interface Names {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly standing: NamesState;
  readonly library: readonly LibraryGroup[];
}

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, params }): Promise<Names> => {
  const id = params['stage'] ?? '';
  const read = await namesOfPast(app, id);
  if (!read.ok) throw redirect('/surveys/past/new?expired');
  const { title: name, standing } = read.value;
  if (standing.step === 'columns-first') throw redirect(`/surveys/past/${id}`);
  const long = standing.step === 'names' && standing.items.length > 0;
  const title = textOf(language)(long ? 'past.names.title.long' : 'past.names.title');
  return { id, title, name, standing, library: long ? libraryChoices(language, await smallestGroup(app)) : [] };
});

export const action = command({ may: 'compose-surveys', form: pastNamesForm, takes: much }, async ({ app, params, input }) => {
  const id = params['stage'] ?? '';
  const said = await sayNames(app, id, input);
  return redirect(said.ok ? `/surveys/past/${id}/plan` : `/surveys/past/${encodeURIComponent(id)}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function NamesForm({ id, standing, library }: Names & { standing: NamesState & { step: 'names' } }) {
  const text = useText();
  const form = useValidatedForm(pastNamesForm, useReply());
  const { departments, today, items, said } = standing;
  const roles = items.map(({ question }): PastRole => (question ? { as: 'question', question } : { as: 'leave-out' }));
  const asks = asksOf(items.map(({ look }) => look), items.map(({ ask }) => ask), roles);
  const label = (at: number) => text('past.names.question', { n: at + 1 });
  return (
    <div className="stack">
      <ErrorSummary form={form} labels={{ ...askLabels(text, asks), ...fieldLabels(text, items.map(({ name }, at) => ({ label: label(at), name }))) }} />
      <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit}>
        <PlaceFields form={form} departments={departments.map((one, at) => ({ ...one, at }))} today={today} />
        {items.length > 0 && (
          <section className="stack" aria-label={text('past.names.questions')}>
            <h2>{text('past.names.questions')}</h2>
            <ScaleAsks form={form} asks={asks} names={items.map(({ name }) => name)} roles={roles} said={said} />
            <CodesOfAll form={form} />
            <div className="past-columns">
              {items.map(({ look, ask }, at) => (
                <RoleFields key={at} form={form} at={at} label={label(at)} look={look} role={roles[at]!} plain={['leave-out']} library={library} ask={ask} {...asksAbout(asks, at)} said={said} />
              ))}
            </div>
          </section>
        )}
        <div>
          <SubmitButton>{text('past.names.go')}</SubmitButton>
        </div>
      </Form>
      <GiveUp id={id} />
    </div>
  );
}

export default function PastNames() {
  const text = useText();
  const page = useLoaded<typeof loader>();
  const { id, title, name, standing } = page;
  if (standing.step === 'reading') return <JobUnderWay title={text('past.reading')} says={text('past.reading.text')} progress={standing.progress} />;
  return (
    <div className="wide">
      <PageHeader title={title} lead={`${name} · ${text('past.names.lead')}`} back={{ to: `/surveys/past/${id}`, label: text('past.columns.title') }} />
      <div className="stack">
        <PastSteps now="names" />
        {standing.step === 'names' ? (
          <NamesForm {...page} standing={standing} />
        ) : (
          <>
            <PastProblems found={standing.found} />
            <GiveUp id={id} />
          </>
        )}
      </div>
    </div>
  );
}
