import { Form, Link } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import type { Localized } from '#app/domain/kernel/language.ts';
import { nameOfTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import { answersOfKind, isRatedKind, longestOwnLabel, longestOwnText, mayDescribe, mayReverse, sensitivities, textsOfKind } from '#app/domain/surveys/own/own-kind.ts';
import type { OwnWords } from '#app/domain/surveys/own/own-question.ts';
import type { Sensitivity } from '#app/domain/surveys/questions/library-item.ts';
import { wordingOf } from '#app/domain/surveys/own/wording.ts';
import { ownQuestionForm } from '#app/forms/own-question.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import type { TextKey } from '#app/text/text.ts';
import { Card } from '../../controls/card.tsx';
import { ChoiceGroup } from '../../forms/choice-group.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { SelectField } from '../../forms/select-field.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { useValidatedForm, type ValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';
import { WordingNotes } from './wording-notes.tsx';

interface Props {
  /** Of a form that writes a new one: sent twice, it writes one. */
  readonly request?: string;
  readonly initial: OwnWords;
  /** The company's own first. */
  readonly languages: readonly Tongue[];
  readonly areas: readonly { readonly id: string; readonly label: Localized }[];
  /** Fewest answers of a group by sensitivity, and where options are chosen. */
  readonly fewest: Readonly<Record<Sensitivity, number>> & { readonly chosen: number };
  readonly reply: FormReply | undefined;
  readonly submit: string;
}

const fieldsOf = ({ kind, ...initial }: OwnWords, languages: readonly Tongue[]): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(textsOfKind(kind).flatMap((name) => languages.map((language) => [`${name}-${language}`, initial[name][language] ?? '']))),
  ...(answersOfKind(kind) ? Object.fromEntries(languages.map((language) => [`answers-${language}`, initial.answers.map((texts) => texts[language] ?? '').join('\n').trim()])) : {}),
});

/** What stands in the fields now, so that the rules of wording can speak while somebody types. */
function useTyped(initial: Readonly<Record<string, string>>, reply: FormReply | undefined) {
  const sent = Object.fromEntries(Object.entries(reply?.values ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({ ...initial, ...sent });
  const onInput = ({ target }: FormEvent<HTMLFormElement>) => {
    if (target instanceof HTMLTextAreaElement) setTyped((before) => ({ ...before, [target.name]: target.value }));
  };
  return { typed, onInput };
}

function Counting({ form, initial, areas, fewest }: Pick<Props, 'initial' | 'areas' | 'fewest'> & { readonly form: ValidatedForm }) {
  const text = useText();
  const { kind } = initial;
  if (kind === 'short' || kind === 'long') return null;
  if (kind === 'background') return <Card title={text('own-question.counting')}><p className="quiet">{text('own-question.background.counted')}</p></Card>;
  return (
    <Card title={text('own-question.counting')}>
      {isRatedKind(kind) && (
        <SelectField
          form={form}
          name="about"
          label={text('own-question.about')}
          hint={text('own-question.about.hint')}
          initial={initial.about ?? ''}
          none={text('own-question.about.none')}
          choices={areas.map(({ id, label }) => ({ value: id, label: text.of(label) }))}
        />
      )}
      {mayReverse(kind) && <ChoiceGroup form={form} kind="several" name="reverse" label={text('own-question.direction')} initial={initial.reverse ? ['on'] : []} choices={[{ value: 'on', label: text('own-question.reverse') }]} />}
      {isRatedKind(kind) || kind === 'pair' ? (
        <ChoiceGroup
          form={form}
          kind="one"
          name="sensitivity"
          label={text('own-question.sensitivity')}
          initial={[initial.sensitivity]}
          choices={sensitivities.map((value) => ({ value, label: text(`own-question.sensitivity.${value}`, { k: fewest[value] }) }))}
        />
      ) : (
        <p className="quiet">{kind === 'applies' ? text('own-question.applies.counted') : text('own-question.choices.counted', { k: fewest.chosen })}</p>
      )}
      {mayDescribe(kind) && <ChoiceGroup form={form} kind="several" name="describes" label={text('own-question.describes.label')} hint={text('own-question.describes.hint')} initial={initial.describes ? ['on'] : []} choices={[{ value: 'on', label: text('own-question.describes') }]} />}
    </Card>
  );
}

export function OwnQuestionFields({ request, initial, languages, areas, fewest, reply, submit }: Props) {
  const text = useText();
  const form = useValidatedForm(ownQuestionForm, reply);
  const { kind } = initial;
  const fields = fieldsOf(initial, languages);
  const { typed, onInput } = useTyped(fields, reply);
  const room = answersOfKind(kind);
  const label = (name: string, language: Tongue) => text((kind === 'pair' && name === 'text' ? 'own-question.text.pair' : `own-question.${name}`) as TextKey, { language: nameOfTongue(language) });
  const names = [...textsOfKind(kind), ...(room ? ['answers'] : [])];
  const labels = Object.fromEntries(languages.flatMap((language) => names.map((name) => [`${name}-${language}`, label(name, language)])));
  const ruled = names.filter((name) => name !== 'label');
  const warned = languages.some((language) => ruled.some((name) => (typed[`${name}-${language}`] ?? '').split(name === 'answers' ? /\r?\n/ : /$^/).some((line) => wordingOf(line, language, name === 'answers' ? 'answer' : kind).length > 0)));
  return (
    <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit} onInput={onInput}>
      <ErrorSummary form={form} labels={{ ...labels, about: text('own-question.about') }} />
      {request !== undefined && <input type="hidden" {...form.hidden('request', request)} />}
      <input type="hidden" {...form.hidden('kind', kind)} />
      <Card title={text(`own-question.kind.${kind}`)}>
        <p className="quiet">{text(`own-question.hint.${kind}`)}</p>
        {languages.map((language) => (
          <div key={language} className="stack-tight">
            {names.map((name) => {
              const field = `${name}-${language}`;
              const isAnswers = name === 'answers';
              if (name === 'label') return <TextField key={field} form={form} name={field} label={label(name, language)} hint={text('own-question.label.hint')} lang={language} initial={fields[field] ?? ''} maxLength={longestOwnLabel} />;
              const hint = isAnswers && room ? text(kind === 'background' ? 'own-question.answers.background' : kind === 'scale' ? 'own-question.answers.order' : 'own-question.answers.hint', { ...room }) : undefined;
              return (
                <div key={field}>
                  <TextArea
                    form={form}
                    name={field}
                    label={label(name, language)}
                    hint={hint}
                    lang={language}
                    dir="auto"
                    initial={fields[field]}
                    rows={isAnswers ? 5 : 2}
                    maxLength={isAnswers ? undefined : longestOwnText}
                  />
                  <WordingNotes of={isAnswers ? 'answer' : kind} language={language} value={typed[field] ?? ''} />
                </div>
              );
            })}
          </div>
        ))}
        {languages.length > 1 && <p className="quiet small">{text('own-question.languages', { language: nameOfTongue(languages[0] ?? 'en') })}</p>}
        {!room && kind !== 'short' && kind !== 'long' && <p className="quiet small">{text('own-question.apart')}</p>}
        {warned && (
          <label className="choice">
            <input type="checkbox" value="on" defaultChecked={form.chosen('as-is').includes('on')} {...form.box('as-is')} />
            <span>{text('own-question.as-is')}</span>
          </label>
        )}
      </Card>
      <Counting form={form} initial={initial} areas={areas} fewest={fewest} />
      <div className="row">
        <SubmitButton>{submit}</SubmitButton>
        <Link className="button plain" to="/surveys/own">
          {text('dialog.cancel')}
        </Link>
      </div>
    </Form>
  );
}
