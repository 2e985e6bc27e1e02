// One survey that is set aside: why, until when, and the two things that can be done about it.
import { Form } from '@remix-run/react';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { Kept } from '#app/domain/surveys/set-aside.ts';
import { Card } from '../controls/card.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { Notice } from '../controls/notice.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useText } from '../text.ts';

/** `refusal`: what was typed, and what is wrong with it. */
export interface KeptRefusal {
  readonly surveyId: string;
  readonly title: string;
  readonly said: string;
}

function GiveUp({ kept, name, refusal }: { kept: Kept; name: string; refusal: KeptRefusal | null }) {
  const text = useText();
  const id = `title-of-${kept.surveyId}`;
  return (
    <Disclosure summary={text('kept.give-up')} open={refusal !== null}>
      <Form method="post" className="stack">
        <input type="hidden" name="survey" value={kept.surveyId} />
        <input type="hidden" name="wish" value="give-up" />
        <Notice tone="danger">{text('kept.give-up.lost')}</Notice>
        <div className="field">
          <label htmlFor={id}>{text('kept.give-up.type', { title: name })}</label>
          <input id={id} type="text" name="title" required autoComplete="off" defaultValue={refusal?.title} aria-invalid={refusal ? true : undefined} aria-describedby={refusal ? `${id}-wrong` : undefined} />
          {refusal && (
            <p id={`${id}-wrong`} className="wrong" role="alert">
              {refusal.said}
            </p>
          )}
        </div>
        <SubmitButton className="button danger">{text('kept.give-up')}</SubmitButton>
      </Form>
    </Disclosure>
  );
}

export function KeptSurvey({ kept, refusal }: { kept: Kept; refusal: KeptRefusal | null }) {
  const text = useText();
  const name = nameOf(kept, text.language) ?? kept.surveyId;
  const heading = kept.title ? name : text('kept.untitled', { id: kept.surveyId });
  return (
    <Card title={heading}>
      <p>{text(`kept.reason.${kept.reason}`)}</p>
      <p className="strong">{text('kept.since', { since: text.day(kept.since), last: text.day(kept.last) })}</p>
      {kept.wish ? (
        <Notice live>{text(kept.wish === 'retry' ? 'kept.retry.asked' : 'kept.give-up.asked')}</Notice>
      ) : (
        <>
          <Form method="post" className="stack-tight">
            <input type="hidden" name="survey" value={kept.surveyId} />
            <input type="hidden" name="wish" value="retry" />
            <input type="hidden" name="title" value="" />
            <p className="quiet">{text('kept.retry.hint')}</p>
            <SubmitButton className="button">{text('kept.retry')}</SubmitButton>
          </Form>
          <GiveUp kept={kept} name={name} refusal={refusal} />
        </>
      )}
    </Card>
  );
}

function nameOf({ title }: Kept, language: Language): string | undefined {
  return inLanguage(title, language)?.trim() || Object.values(title ?? {}).find((one) => one.trim() !== '');
}
