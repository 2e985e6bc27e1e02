// What is in the way, with whom it lies now, and the two forms around it. Blockers are resolved one after the other, oldest first.
import { Form } from '@remix-run/react';
import type { Day } from '#app/domain/kernel/day.ts';
import { blockerKinds, isUnresolved, levelOf, type Blocker } from '#app/domain/plans/blocker.ts';
import { reportBlockerForm, resolveBlockerForm } from '#app/forms/plans.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Badge } from '../controls/badge.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { Plain } from './done.tsx';

interface Props {
  readonly blockers: readonly Blocker[];
  readonly names: Readonly<Record<string, string>>;
  readonly today: Day;
  readonly resolving: { readonly reply: FormReply | undefined } | null;
}

export function BlockerList({ blockers, names, today, resolving }: Props) {
  const text = useText();
  const open = blockers.filter(isUnresolved);
  return (
    <ul className="list">
      {open.map((one, index) => (
        <li key={one.id} className="stack-tight">
          <div className="row">
            <Badge tone="late" icon="warning">
              {text(`plan.blocker.kind.${one.kind}`)}
            </Badge>
            <span className="small quiet">{text(`plan.blocker.level.${levelOf(one, today)}`)}</span>
          </div>
          <p>{one.text}</p>
          <p className="small quiet">{text('plan.blocker.since', { name: names[one.raisedBy] ?? '–', day: text.day(one.raisedOn) })}</p>
          {resolving && index === 0 && <ResolveForm blockerId={one.id} reply={resolving.reply} />}
        </li>
      ))}
    </ul>
  );
}

function ResolveForm({ blockerId, reply }: { blockerId: string; reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(resolveBlockerForm, reply);
  return (
    <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="stack-tight no-print">
      <Plain />
      <input type="hidden" {...form.hidden('intent', 'resolve-blocker')} />
      <input type="hidden" {...form.hidden('blockerId', blockerId)} />
      <TextField form={form} name="resolution" label={text('plan.blocker.resolution')} needed />
      <div>
        <SubmitButton className="button">{text('plan.blocker.resolve')}</SubmitButton>
      </div>
    </Form>
  );
}

export function ReportForm({ request, reply }: { request: string; reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(reportBlockerForm, reply);
  return (
    <Disclosure summary={text('plan.blocker.raise')} open={reply !== undefined}>
      <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="stack">
        <Plain />
        <input type="hidden" {...form.hidden('intent', 'report-blocker')} />
        <input type="hidden" {...form.hidden('request', request)} />
        <SelectField form={form} name="blockerKind" label={text('plan.blocker.kind')} choices={blockerKinds.map((kind) => ({ value: kind, label: text(`plan.blocker.kind.${kind}`) }))} />
        <TextArea form={form} name="blockerText" label={text('plan.blocker.text')} needed />
        <div>
          <SubmitButton className="button">{text('plan.blocker.send')}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
