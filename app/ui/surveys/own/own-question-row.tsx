import { Form, Link } from '@remix-run/react';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import type { OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import { Badge } from '../../controls/badge.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useText } from '../../text.ts';

export interface OwnRow {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  readonly kind: OwnKind;
  readonly standing: 'active' | 'retired';
  readonly asked: number;
  readonly lastAsked: string | null;
  readonly drafts: number;
  readonly lacking: string | null;
  readonly gates: { readonly state: 'passed' | 'missing' | 'parked' | 'due'; readonly day: string };
  /** Why it is parked. */
  readonly reason: string | null;
}

export function OwnQuestionRow({ row }: { readonly row: OwnRow }) {
  const text = useText();
  const { id, number, words, kind, standing, asked, lastAsked, drafts, lacking, gates, reason } = row;
  const retired = standing === 'retired';
  const facts = [
    id,
    text(`own-question.kind.${kind}`),
    lastAsked === null ? text('own-question.not-asked') : text('own-question.asked', { n: asked, day: text.day(lastAsked) }),
    ...(drafts > 0 ? [text('own-question.in-drafts', { n: drafts })] : []),
  ];
  return (
    <article className="survey-row">
      <div className="stack-tight">
        <h2>
          <Link to={`/surveys/own/${number}`}>{words}</Link>
        </h2>
        <p className="quiet small">{facts.join(' · ')}</p>
        <p className="row">
          <Badge tone={gates.state === 'passed' ? 'good' : gates.state === 'due' ? 'late' : 'wait'}>{text(`gates.${gates.state}`, { day: text.day(gates.day) })}</Badge>
          {lacking !== null && <Badge tone="wait">{text('own-question.lacking', { language: nameOfTongue(lacking) })}</Badge>}
        </p>
        {reason !== null && <p className="quiet small">{reason}</p>}
      </div>
      <div className="aside">
        {retired && <Badge>{text('own-question.retired')}</Badge>}
        <Link className="button small" to={`/surveys/own/${number}/checks`}>
          {text('gates.open')} <span className="visually-hidden">{id}</span>
        </Link>
        <Form method="post">
          <input type="hidden" name="number" value={number} />
          <SubmitButton className="button small plain" name="intent" value={retired ? 'take-back' : 'retire'}>
            {text(retired ? 'own-question.take-back' : 'own-question.retire')} <span className="visually-hidden">{id}</span>
          </SubmitButton>
        </Form>
      </div>
    </article>
  );
}
