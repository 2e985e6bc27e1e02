import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { comparisons, longestGateText, ownerRoles } from '#app/domain/surveys/own/four-gates.ts';
import { fourGatesForm, gateWishesOf } from '#app/forms/four-gates.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { decideGates, ownQuestionView, wordsIn } from '#app/services/surveys/own-questions.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { DayField } from '#app/ui/forms/day-field.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const view = await ownQuestionView(app, Number(params['number']));
  if (!view) throw refuse('not-found');
  return { title: textOf(language)('gates.title', { id: view.id }), words: wordsIn(view.own, language), isBackground: view.own.words.kind === 'background', gates: view.own.gates, parked: view.own.parked, today: app.today() };
});

export const action = command({ may: 'compose-surveys', form: fourGatesForm }, async ({ app, params, input, language, rejectAll }) => {
  const decided = await decideGates(app, Number(params['number']), gateWishesOf(input));
  if (decided.ok) return redirect('/surveys/own?checked');
  if (decided.because === 'not-found') throw refuse('not-found');
  return rejectAll(decided, (one) => atItsField({ ...one, details: { ...one.details, today: textOf(language).day(app.today()) } }));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FourChecks() {
  const text = useText();
  const { title, words, isBackground, gates, parked, today } = useLoaded<typeof loader>();
  const form = useValidatedForm(fourGatesForm, useReply());
  const labels = {
    important: text('gates.important'), measurable: text('gates.measurable'), controllable: text(isBackground ? 'gates.controllable.background' : 'gates.controllable'), owner: text('gates.owner'),
    comparable: text('gates.comparable'), decision: text('gates.decision'), reason: text('gates.reason'), review: text('gates.review'),
  };
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('gates.lead')} back={{ to: '/surveys/own', label: text('own-question.title') }} />
      <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit}>
        <ErrorSummary form={form} labels={labels} />
        <Card title={words}>
          <TextArea form={form} name="important" label={labels.important} hint={text('gates.important.hint')} initial={gates?.important ?? ''} rows={2} maxLength={longestGateText} />
          <ChoiceGroup form={form} kind="several" name="measurable" label={labels.measurable} initial={gates ? ['on'] : []} choices={[{ value: 'on', label: text('gates.measurable.yes') }]} />
          <TextArea form={form} name="controllable" label={labels.controllable} initial={gates?.controllable ?? ''} rows={2} maxLength={longestGateText} />
          <SelectField form={form} name="owner" label={labels.owner} initial={gates?.owner ?? ''} none={text('gates.none')} choices={ownerRoles.map((value) => ({ value, label: text(`gates.owner.${value}`) }))} />
          {isBackground ? <p className="quiet">{text('gates.comparable.background')}</p> : <SelectField form={form} name="comparable" label={labels.comparable} initial={gates?.comparable ?? ''} none={text('gates.none')} choices={comparisons.map((value) => ({ value, label: text(`gates.comparable.${value}`) }))} />}
        </Card>
        <Card title={labels.decision}>
          <ChoiceGroup form={form} kind="one" name="decision" label={labels.decision} initial={[parked ? 'park' : 'ask']} choices={(['ask', 'park'] as const).map((value) => ({ value, label: text(`gates.decision.${value}`) }))} />
          <TextArea form={form} name="reason" label={labels.reason} optional initial={parked?.reason ?? ''} rows={2} maxLength={longestGateText} />
          <DayField form={form} name="review" label={labels.review} optional initial={parked?.review ?? ''} min={today} />
        </Card>
        <div className="row">
          <SubmitButton>{text('gates.save')}</SubmitButton>
          <Link className="button plain" to="/surveys/own">
            {text('dialog.cancel')}
          </Link>
        </div>
      </Form>
    </div>
  );
}
