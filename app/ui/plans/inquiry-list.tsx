// What was found out beside the survey, as it is read: kind, place, day, a number of people, and what was agreed.
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Inquiry } from '#app/domain/plans/inquiry.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useText } from '../text.ts';

export function PointList({ points }: { points: string }) {
  return (
    <ul>
      {points
        .split(/\r?\n/)
        .filter((point) => point.trim() !== '')
        .map((point, at) => (
          <li key={at}>{point}</li>
        ))}
    </ul>
  );
}

interface Told {
  readonly inquiry: Inquiry;
  readonly departmentName: string;
}

interface Props<One extends Told> {
  readonly told: readonly One[];
  readonly children?: (one: One) => ReactNode;
}

export function InquiryList<One extends Told>({ told, children }: Props<One>) {
  const text = useText();
  return (
    <ul className="list">
      {told.map((one) => {
        const { id, kind, topic, day, participants, points } = one.inquiry;
        return (
          <li key={id} className="stack-tight">
            <p className="strong">{topic}</p>
            <p className="small quiet">{text('inquiries.line', { kind: text(`inquiries.kind.${kind}`), department: one.departmentName, day: text.day(day), n: participants })}</p>
            <PointList points={points} />
            {children?.(one)}
          </li>
        );
      })}
    </ul>
  );
}

export function RemoveInquiry({ inquiry }: { inquiry: Inquiry }) {
  const text = useText();
  return (
    <Form method="post" action="/plans/inquiries" className="no-print">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="inquiry" value={inquiry.id} />
      <SubmitButton className="button" aria-label={text('inquiries.remove.of', { topic: inquiry.topic, day: text.day(inquiry.day) })}>
        {text('inquiries.remove')}
      </SubmitButton>
    </Form>
  );
}
