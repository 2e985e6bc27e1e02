import { Form, Link } from '@remix-run/react';
import { writtenIn } from '#app/domain/kernel/language.ts';
import { nameOfTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import type { DraftOffer } from '#app/domain/surveys/draft-offer.ts';
import { wordReaders } from '#app/domain/surveys/own/own-words.ts';
import { draftForm } from '#app/forms/draft.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { timeNeeded } from '#app/text/text.ts';
import { Card } from '../controls/card.tsx';
import { DayField } from '../forms/day-field.tsx';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { KeptForm } from '../forms/kept-form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useValidatedForm, type ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { AudienceChoice } from './asking/audience-choice.tsx';
import { BackgroundTables } from './tables/background-tables.tsx';
import { FurtherQuestions } from './questions/further-questions.tsx';
import { OwnQuestionChoice } from './own/own-question-choice.tsx';
import { QuestionList } from './questions/question-list.tsx';

interface Props {
  readonly offer: DraftOffer;
  /** Of a form that makes a draft: sent twice, it makes one. */
  readonly request?: string;
  readonly reply: FormReply | undefined;
  readonly submit: string;
  /** Where «cancel» leads. */
  readonly back: string;
}

/** For a new draft: which template. */
export function Templates({ offer }: { offer: DraftOffer }) {
  const text = useText();
  return (
    <section className="stack-tight" aria-label={text('draft.templates')}>
      <ul className="templates">
        {offer.templates.map((template) => (
          <li key={template.id}>
            <Link to={`/surveys/new?template=${template.id}`} aria-current={template.id === offer.template ? 'true' : undefined} reloadDocument>
              <span className="strong">{text.of(template.label)}</span>
              <span className="quiet small">
                {template.questions === 0 ? text('draft.empty.hint') : text('draft.template.length', { questions: text('survey.questions', { n: template.questions }), time: timeNeeded(text, template.seconds) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function DraftFields({ offer, request, reply, submit, back }: Props) {
  const text = useText();
  const form = useValidatedForm(draftForm, reply, { asks: true });
  const { initial } = offer;
  const named = (language: Tongue) => ({ language: nameOfTongue(language) });
  const labels = Object.fromEntries([
    ...offer.languages.map((language) => [`title-${language}`, text('draft.title', named(language))]),
    ...offer.languages.map((language) => [`purpose-${language}`, text('draft.purpose', named(language))]),
    ['opens', text('draft.opens')],
    ['closes', text('draft.closes')],
    ['letter-hour', text('draft.letter-hour')],
    ['audience', text('audience.title')],
    ['parts', text('audience.parts.which')],
    ['words-for', text('draft.words-for')],
    ['further', text('draft.further')],
    ['own', text('own-question.choose')],
    ['pair', text('draft.pair')],
    ['cuts', text('draft.tables.by')],
    ['shown', text('draft.tables.items')],
  ]) as Record<string, string>;
  return (
    <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit}>
      {/* What Enter presses, before any button that only looks for something. */}
      <button className="visually-hidden" name="by" value="enter" tabIndex={-1} aria-hidden="true" />
      <ErrorSummary form={form} labels={labels} />
      <KeptForm />
      <input type="hidden" {...form.hidden('template', offer.template)} />
      {request !== undefined && <input type="hidden" {...form.hidden('request', request)} />}
      <Card title={text('draft.words')}>
        {offer.languages.map((language) => (
          <div key={language} className="stack-tight">
            <TextField form={form} lang={language} name={`title-${language}`} label={labels[`title-${language}`] as string} initial={writtenIn(initial.title, language) ?? ''} maxLength={120} />
            <TextArea form={form} lang={language} name={`purpose-${language}`} label={labels[`purpose-${language}`] as string} initial={writtenIn(initial.purpose, language) ?? ''} rows={3} maxLength={600} />
          </div>
        ))}
        <p className="quiet small">{text('draft.purpose.hint')}</p>
      </Card>
      <Card title={text('draft.days')}>
        <div className="fields">
          <DayField form={form} name="opens" label={text('draft.opens')} initial={initial.opens} min={offer.today} />
          <DayField form={form} name="closes" label={text('draft.closes')} initial={initial.closes} min={offer.today} hint={text('draft.closes.hint')} />
        </div>
        <SelectField
          form={form}
          name="letter-hour"
          label={text('draft.letter-hour')}
          hint={text('draft.letter-hour.hint')}
          initial={String(initial.letterHour)}
          choices={offer.letterHours.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
        />
      </Card>
      {offer.parts.length > 0 && (
        <Card title={text('audience.title')}>
          <AudienceChoice form={form} offer={offer} reply={reply} initial={initial} />
        </Card>
      )}
      <Card title={text('draft.asked')}>
        <p className="quiet">{text(offer.fixed.length === 0 ? 'draft.empty.lead' : 'draft.fixed')}</p>
        {offer.fixed.length > 0 && <QuestionList questions={offer.fixed} areas={offer.areas} />}
        {offer.fromMap ? <p className="quiet small">{text('services.asked')}</p> : <WordsFor form={form} initial={initial.wordsFor} />}
        {offer.pairs.length > 0 && (
          <SelectField
            form={form}
            name="pair"
            label={text('draft.pair')}
            hint={text('draft.pair.hint')}
            initial={initial.pair}
            none={text('draft.pair.none')}
            choices={offer.pairs.map(({ id, label }) => ({ value: id, label: text.of(label) }))}
          />
        )}
        {offer.most > 0 && <FurtherQuestions form={form} areas={offer.areas} items={offer.further} most={offer.most} initial={initial.further} today={offer.today} />}
        <OwnQuestionChoice form={form} questions={offer.own} initial={initial.own} />
      </Card>
      {!offer.fromMap && (
        <Card title={text('survey.cuts')}>
          <p className="quiet">{text('draft.tables.lead')}</p>
          <BackgroundTables form={form} offer={offer.tables} initial={initial} />
        </Card>
      )}
      <div className="row">
        <SubmitButton>{submit}</SubmitButton>
        <Link className="button plain" to={back}>
          {text('dialog.cancel')}
        </Link>
      </div>
    </Form>
  );
}

function WordsFor({ form, initial }: { form: ValidatedForm; initial: string }) {
  const text = useText();
  return (
    <>
      <p className="quiet small">{text('draft.low-reasons')}</p>
      <ChoiceGroup
        form={form}
        kind="one"
        name="words-for"
        label={text('draft.words-for')}
        hint={text('draft.words-for.hint')}
        initial={[initial]}
        choices={wordReaders.map((value) => ({ value, label: text(`draft.words-for.${value}`) }))}
      />
    </>
  );
}
