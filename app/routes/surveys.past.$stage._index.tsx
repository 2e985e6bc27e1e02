import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { refused, together } from '#app/domain/kernel/outcome.ts';
import { asksOf } from '#app/domain/past-surveys/asks.ts';
import { pastColumnsForm } from '#app/forms/past-roles.ts';
import { much } from '#app/http/body-limit.server.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { columnsOfPast, sayColumns, smallestGroup, type PastStanding } from '#app/services/past-surveys.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { CountingFields, fieldOfObjection } from '#app/ui/past-surveys/counting-fields.tsx';
import { EncodingAsk } from '#app/ui/past-surveys/encoding-ask.tsx';
import { GiveUp } from '#app/ui/past-surveys/give-up.tsx';
import { libraryChoices, type LibraryGroup } from '#app/ui/past-surveys/library-choice.ts';
import { PastProblems } from '#app/ui/past-surveys/past-problems.tsx';
import { PastSteps } from '#app/ui/past-surveys/past-steps.tsx';
import { askLabels, asksAbout, CodesOfAll, fieldLabels, RoleFields } from '#app/ui/past-surveys/role-fields.tsx';
import { ScaleAsks } from '#app/ui/past-surveys/scale-asks.tsx';
import { ShapeTable } from '#app/ui/past-surveys/shape-table.tsx';
import { JobUnderWay } from '#app/ui/surveys/job-under-way.tsx';
import { useText } from '#app/ui/text.ts';

interface Columns {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly standing: PastStanding;
  readonly library: readonly LibraryGroup[];
}

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, params }): Promise<Columns> => {
  const id = params['stage'] ?? '';
  const read = await columnsOfPast(app, id);
  if (!read.ok) throw redirect('/surveys/past/new?expired');
  const { title: name, standing } = read.value;
  const library = standing.step === 'columns' ? libraryChoices(language, await smallestGroup(app)) : [];
  return { id, title: textOf(language)('past.columns.title'), name, standing, library };
});

export const action = command({ may: 'compose-surveys', form: pastColumnsForm, takes: much }, async ({ app, params, input, rejectAll }) => {
  const id = params['stage'] ?? '';
  const said = await sayColumns(app, id, input);
  if (said.ok) return redirect(`/surveys/past/${id}/plan`);
  if (said.because === 'not-found') return redirect('/surveys/past/new?expired');
  if (said.because === 'counting') {
    const objections = together(said.objections.map(({ kind }) => refused(`past-counted-${kind}` as const, { field: fieldOfObjection({ kind }) })));
    return rejectAll(objections ?? refused('past-counted-not-said', { field: 'counted' }), atItsField);
  }
  const problems = together(said.problems.map(({ at, code }) => refused(code, { field: `role-${at}` })));
  return rejectAll(problems ?? refused('past-role', { field: 'role-0' }), atItsField);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const plainRoles = ['leave-out', 'department', 'cut', 'item', 'answer'] as const;

const countingLabels = (text: Text): Record<string, string> => ({
  layout: text('past.columns.layout'),
  counted: text('past.counted.who'),
  person: text('past.counted.column'),
  period: text('past.counted.period'),
  summaries: text('past.counted.summaries'),
  disregard: text('past.counted.disregard'),
});

function ColumnsForm({ id, standing, library }: Columns & { standing: PastStanding & { step: 'columns' } }) {
  const text = useText();
  const form = useValidatedForm(pastColumnsForm, useReply());
  const { look, signs, counting, layout, roles, asks: askedOf } = standing;
  const said = counting !== null;
  const asks = asksOf(look.columns, askedOf, roles);
  const label = (at: number) => text('past.columns.name', { n: at + 1 });
  const layouts = [
    { value: 'wide', label: text('past.columns.wide') },
    { value: 'long', label: text('past.columns.long'), hint: text('past.columns.long.hint') },
  ];
  return (
    <div className="stack">
      <ErrorSummary form={form} labels={{ ...countingLabels(text), ...askLabels(text, asks), ...fieldLabels(text, look.columns.map(({ name }, at) => ({ label: label(at), name }))) }} />
      <ShapeTable look={look} />
      <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit}>
        <ChoiceGroup form={form} name="layout" kind="one" label={text('past.columns.layout')} choices={layouts} initial={[layout]} />
        <CountingFields form={form} look={look} signs={signs} counting={counting} />
        <ScaleAsks form={form} asks={asks} names={look.columns.map(({ name }) => name)} roles={roles} said={said} />
        <CodesOfAll form={form} />
        <div className="past-columns">
          {look.columns.map((column, at) => (
            <RoleFields key={at} form={form} at={at} label={label(at)} look={column} role={roles[at] ?? { as: 'leave-out' }} plain={plainRoles} library={library} ask={askedOf[at]!} {...asksAbout(asks, at)} said={said} />
          ))}
        </div>
        <div>
          <SubmitButton>{text('past.columns.go')}</SubmitButton>
        </div>
      </Form>
      <GiveUp id={id} />
    </div>
  );
}

export default function PastColumns() {
  const text = useText();
  const page = useLoaded<typeof loader>();
  const { id, name, standing } = page;
  if (standing.step === 'reading') return <JobUnderWay title={text('past.reading')} says={text('past.reading.text')} progress={standing.progress} />;
  const lead = standing.step === 'columns' ? `${name} · ${text('past.columns.lead', { rows: standing.look.rows, columns: standing.look.columns.length })}` : name;
  return (
    <div className="wide">
      <PageHeader title={text('past.columns.title')} lead={lead} back={{ to: '/surveys/past', label: text('past.title') }} />
      <div className="stack">
        <PastSteps now="columns" />
        {standing.step === 'wrong' && <PastProblems found={standing.found} />}
        {standing.step === 'encoding' && <EncodingAsk id={id} offers={standing.offers} />}
        {standing.step === 'known' && (
          <Notice tone="warn" title={text('past.known.title')}>
            <p>{text('past.known.text')}</p>
            <Link to={`/results/${standing.surveyId}/full`}>{text('past.known.link')}</Link>
          </Notice>
        )}
        {standing.step === 'columns' ? <ColumnsForm {...page} standing={standing} /> : <GiveUp id={id} />}
      </div>
    </div>
  );
}
