// The pulse lock as people meet it: what is missing with a way to answer it, and HR's way around it, in public.
import { Form, Link } from '@remix-run/react';
import type { MissingAnswer } from '#app/domain/plans/plan-list.ts';
import { overrideForm } from '#app/forms/pulse-lock.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../controls/card.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { Notice } from '../controls/notice.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

const addressOf = ({ departmentId, dimensionId, issueId }: MissingAnswer) =>
  `/plans/new?${new URLSearchParams({ department: departmentId, dimension: dimensionId, ...(issueId !== null && { issue: issueId }) })}`;

function MissingList({ missing }: { missing: readonly MissingAnswer[] }) {
  const text = useText();
  return (
    <ul>
      {missing.map((one) => (
        <li key={`${one.departmentId} ${one.dimensionId} ${one.issueId ?? ''}`}>
          <Link to={addressOf(one)}>{text('lock.about', { dimension: one.dimension, department: one.departmentName })}</Link> <span className="small">{text('lock.due', { day: text.day(one.due) })}</span>
        </li>
      ))}
    </ul>
  );
}

const shownFirst = 8;

export function LockNotice({ missing }: { missing: readonly MissingAnswer[] }) {
  const text = useText();
  const more = missing.slice(shownFirst);
  return (
    <Notice tone="warn" title={text('lock.title')}>
      <div className="stack-tight">
        <p>{text('lock.lead', { n: missing.length })}</p>
        <MissingList missing={missing.slice(0, shownFirst)} />
        {more.length > 0 && (
          <Disclosure summary={text('lock.more', { n: more.length })}>
            <MissingList missing={more} />
          </Disclosure>
        )}
      </div>
    </Notice>
  );
}

/** On the manager's home, about the own department alone. */
export function TeamLock({ department, missing }: { department: string; missing: readonly MissingAnswer[] }) {
  const text = useText();
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn" title={text('lock.title')}>
      <p>{text('lock.team', { department })}</p>
      <MissingList missing={missing} />
    </Notice>
  );
}

/** `seen`: what stands on the page that is sealed, in one line. */
export function OverrideCard({ reply, seen }: { readonly reply: FormReply | undefined; readonly seen: string | undefined }) {
  const text = useText();
  const form = useValidatedForm(overrideForm, reply);
  const labels = { override: text('lock.override.reason') };
  return (
    <Card title={text('lock.override')}>
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
        {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
        <ErrorSummary form={form} labels={labels} />
        <p className="small quiet">{text('lock.override.lead')}</p>
        <TextArea form={form} name="override" label={labels.override} rows={3} />
        <div>
          <SubmitButton className="button danger">{text('lock.override')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
