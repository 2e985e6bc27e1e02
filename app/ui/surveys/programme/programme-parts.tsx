// What a programme means for people, in sentences: each time, again and again, and at its end.
import { Form, Link } from '@remix-run/react';
import type { ProgrammeView } from '#app/domain/surveys/programme/programme-view.ts';
import { budget } from '#app/domain/surveys/programme/programme-budget.ts';
import { timeNeeded } from '#app/text/text.ts';
import { Badge } from '../../controls/badge.tsx';
import { Card } from '../../controls/card.tsx';
import { ConfirmDialog } from '../../controls/confirm-dialog.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useText } from '../../text.ts';

const tones = { running: 'good', paused: 'wait', ended: 'quiet' } as const;

export function ProgrammeBadge({ state }: Pick<ProgrammeView, 'state'>) {
  return <Badge tone={tones[state]}>{useText()(`programme.state.${state}`)}</Badge>;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Card title={title}>
      <ul className="stack-tight">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}

export function WhatAPersonSees({ view: { rule, anchors, turning, extras, seconds, k } }: { readonly view: ProgrammeView }) {
  const text = useText();
  const lines = [
    text('programme.sees.letters', { announced: rule.announced }),
    text('programme.sees.promise', { k }),
    text('programme.sees.questions', { anchors, turning, extras, time: timeNeeded(text, seconds) }),
    text('programme.sees.help'),
  ];
  return <Lines title={text('programme.sees')} lines={lines} />;
}

export function HowItRepeats({ view: { rule } }: { readonly view: ProgrammeView }) {
  const text = useText();
  const weekday = text(`programme.weekday.${rule.weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  const lines = [
    text('programme.repeats.rule', { n: rule.everyWeeks, weekday, length: rule.length, hour: `${String(rule.hour).padStart(2, '0')}:00` }),
    text('programme.repeats.moves'),
    text('programme.repeats.drafted', { n: rule.drafted }),
    text('programme.repeats.lock'),
    text('programme.repeats.budget', budget),
  ];
  return <Lines title={text('programme.repeats')} lines={lines} />;
}

export function HowItEnds() {
  const text = useText();
  return (
    <Card title={text('programme.ends')}>
      <ul className="stack-tight">
        <li>{text('programme.ends.survey')}</li>
        <li>
          {text('programme.ends.programme')} <Link to="/privacy">{text('programme.ends.log')}</Link>
        </li>
      </ul>
    </Card>
  );
}

/** Pausing is taken back by a press; ending takes a draft with it, so it is asked for once more. */
export function ProgrammeTurns({ state }: Pick<ProgrammeView, 'state'>) {
  const text = useText();
  const turn = state === 'paused' ? 'resume' : 'pause';
  return (
    <div className="card stack no-print">
      <div className="row">
        <Form method="post">
          <SubmitButton className="button" name="intent" value={turn}>
            {text(`programme.${turn}`)}
          </SubmitButton>
        </Form>
        <ConfirmDialog title={text('programme.end')} opener={text('programme.end')} openerClass="button plain">
          <p>{text('programme.end.hint')}</p>
          <Form method="post">
            <SubmitButton className="button danger" name="intent" value="end">
              {text('programme.end')}
            </SubmitButton>
          </Form>
        </ConfirmDialog>
      </div>
      {state === 'running' && <p className="quiet small">{text('programme.pause.hint')}</p>}
    </div>
  );
}
