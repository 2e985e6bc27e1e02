// Before sealing: people who can be sent no link, and what becomes of them.
import { Form, Link } from '@remix-run/react';
import type { SlipsOfDraft } from '#app/domain/surveys/slips/slips-view.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../../controls/card.tsx';
import { Notice } from '../../controls/notice.tsx';
import { ChoiceGroup } from '../../forms/choice-group.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { usePostedForm } from '../../forms/use-posted-form.ts';
import { useText } from '../../text.ts';

export function SlipDecision({ draft, reply }: { draft: SlipsOfDraft; reply: FormReply | undefined }) {
  const text = useText();
  const form = usePostedForm(reply);
  const { withoutAddress, wishing, decided, emails } = draft;
  const labels = { kind: text('slips.decide.how'), first: text('slips.decide.first'), second: text('slips.decide.second') };
  const choices = (['print', 'without'] as const).map((value) => ({ value, label: text(`slips.decide.${value}`), hint: text(`slips.decide.${value}.hint`) }));
  if (withoutAddress + wishing === 0) return <Notice>{text('slips.decide.nobody')}</Notice>;
  return (
    <Card>
      <Form method="post" noValidate className="stack">
        <ErrorSummary form={form as Parameters<typeof ErrorSummary>[0]['form']} labels={labels} />
        <p>
          {withoutAddress > 0 && `${text('seal.slips', { n: withoutAddress })}. `}
          {wishing > 0 && text('seal.slips.wishing', { n: wishing })}
        </p>
        <ChoiceGroup form={form} name="kind" kind="one" label={labels.kind} choices={choices} initial={[decided ?? 'print']} />
        <p className="quiet small">{text('slips.decide.two')}</p>
        <TextField form={form} name="first" label={labels.first} type="email" initial={emails[0] ?? ''} />
        <TextField form={form} name="second" label={labels.second} type="email" initial={emails[1] ?? ''} />
        <div className="row">
          <SubmitButton>{text('slips.decide.save')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

interface Planned {
  readonly id: string;
  readonly slips: { readonly withoutAddress: number; readonly wishing: number; readonly decided: 'print' | 'without' | null; readonly listed: number };
}

/** On the page of sealing; nothing where everybody can be sent a link and nobody would rather come otherwise. */
export function SlipNotice({ id, slips: { withoutAddress, wishing, decided, listed } }: Planned) {
  const text = useText();
  if (withoutAddress + wishing === 0) return null;
  const to = <Link to={`/surveys/${id}/slips`}>{text(decided === null ? 'seal.slips.decide' : 'seal.slips.change')}</Link>;
  if (decided === null) {
    return (
      <Notice tone="warn" title={withoutAddress > 0 ? text('seal.slips', { n: withoutAddress }) : text('seal.slips.wishing', { n: wishing })}>
        <p>
          {withoutAddress > 0 && wishing > 0 && `${text('seal.slips.wishing', { n: wishing })} `}
          {text('seal.slips.undecided')} {to}
        </p>
      </Notice>
    );
  }
  return (
    <Notice>
      <p>
        {decided === 'print' ? text('seal.slips.print', { n: listed }) : text('seal.slips.without', { n: withoutAddress })}. {to}
      </p>
    </Notice>
  );
}
