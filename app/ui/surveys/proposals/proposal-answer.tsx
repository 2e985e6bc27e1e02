// What HR answers to a proposal: one of four, of which three are sent here and one begins an own question. Fields of the answers that are
// not chosen are out of sight, by the sheet of styles alone.
import { Form, Link } from '@remix-run/react';
import { nameOfTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import { longestOwnText } from '#app/domain/surveys/own/own-kind.ts';
import { longestProposalAnswer } from '#app/domain/surveys/proposals/proposal.ts';
import { proposalAnswerForm } from '#app/forms/proposals.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../../controls/card.tsx';
import { ChoiceGroup } from '../../forms/choice-group.tsx';
import { DayField } from '../../forms/day-field.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { useValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';

interface Props {
  readonly languages: readonly Tongue[];
  /** The question of the pulse to begin with, by tongue. */
  readonly beginning: Readonly<Record<Tongue, string>>;
  readonly mayAsk: boolean;
  readonly mayShow: boolean;
  readonly keptBack: boolean;
  readonly today: string;
  readonly reply: FormReply | undefined;
}

export function ProposalAnswerForm({ languages, beginning, mayAsk, mayShow, keptBack, today, reply }: Props) {
  const text = useText();
  const form = useValidatedForm(proposalAnswerForm, reply);
  const ask = (language: Tongue) => text('proposal.ask', { language: nameOfTongue(language) });
  const labels = { decision: text('proposal.decision'), ...Object.fromEntries(languages.map((language) => [`text-${language}`, ask(language)])), reason: text('proposal.reason'), review: text('proposal.review') };
  const decisions = (['asked', 'parked', 'declined'] as const).filter((one) => one !== 'asked' || mayAsk);
  return (
    <Form method="post" noValidate className="stack-wide proposal-answer" onSubmit={form.onSubmit}>
      <ErrorSummary form={form} labels={labels} />
      <Card>
        <ChoiceGroup form={form} kind="one" name="decision" label={labels.decision} choices={decisions.map((value) => ({ value, label: text(`proposal.decision.${value}`), hint: text(`proposal.decision.${value}.hint`) }))} />
        {mayAsk && (
        <div className="stack only-asked">
          <p className="small quiet">{text('proposal.ask.hint')}</p>
          {languages.map((language) => (
            <TextArea key={language} form={form} name={`text-${language}`} label={ask(language)} initial={beginning[language] ?? ''} lang={language} dir="auto" rows={2} maxLength={longestOwnText} />
          ))}
        </div>
        )}
        <div className="only-reasoned">
          <TextArea form={form} name="reason" label={labels.reason} rows={3} maxLength={longestProposalAnswer} dir="auto" />
        </div>
        <div className="only-parked">
          <DayField form={form} name="review" label={labels.review} min={today} />
        </div>
        {mayShow && <ChoiceGroup form={form} kind="several" name="keep-back" label={text('proposal.keep-back')} initial={keptBack ? ['on'] : []} choices={[{ value: 'on', label: text('proposal.keep-back.yes') }]} />}
      </Card>
      <div className="row">
        <SubmitButton>{text('proposal.keep')}</SubmitButton>
        <Link className="button plain" to="/surveys/proposals">
          {text('dialog.cancel')}
        </Link>
      </div>
    </Form>
  );
}
