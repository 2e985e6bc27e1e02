// Who is asked what: the list of questions, or the form about one of them. The page of a draft and that of the programme are this one.
import type { ComponentProps } from 'react';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../../controls/card.tsx';
import { Notice } from '../../controls/notice.tsx';
import { PageHeader } from '../../controls/page-header.tsx';
import { useText } from '../../text.ts';
import { RoutingForm } from './routing-form.tsx';
import { RoutingList, type RoutingRow } from './routing-list.tsx';

interface Props extends Pick<ComponentProps<typeof RoutingForm>, 'parts' | 'screeners' | 'everybody'> {
  readonly title: string;
  readonly lead: string;
  /** The page itself, and the one above it. */
  readonly here: string;
  readonly above: { readonly to: string; readonly label: string };
  readonly none: string;
  readonly rows: readonly RoutingRow[];
  readonly chosen: RoutingRow | null;
  readonly planSaid: string | null;
  /** The question about which something was just kept. */
  readonly kept: string | null;
  readonly reply: FormReply | undefined;
}

export function RoutingPage({ title, lead, here, above, none, rows, chosen, planSaid, kept, reply, parts, screeners, everybody }: Props) {
  const text = useText();
  const back = chosen ? { to: here, label: title } : above;
  const done = rows.find((row) => row.id === kept);
  return (
    <div className="narrow">
      <PageHeader title={chosen ? chosen.text : title} lead={chosen ? text('routing.choose.lead') : lead} back={back} />
      <div className="stack">
        {done && !chosen && <Notice tone="good" live>{text('routing.kept', { question: done.text })}</Notice>}
        {planSaid && <Notice tone="warn" title={text('survey.cannot-seal')}>{planSaid}</Notice>}
        {chosen ? (
          <Card>
            <RoutingForm question={chosen} screeners={screeners} parts={parts} everybody={everybody} reply={reply} back={back.to} />
          </Card>
        ) : (
          <RoutingList rows={rows} everybody={everybody} page={here} none={none} />
        )}
      </div>
    </div>
  );
}
