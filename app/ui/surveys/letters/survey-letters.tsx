import type { ReactNode } from 'react';
import type { PlannedLetter } from '#app/domain/surveys/letters/survey-letters.ts';
import { Badge } from '../../controls/badge.tsx';
import { Card } from '../../controls/card.tsx';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';

interface Props {
  /** Below the list: where they can be read. */
  readonly children?: ReactNode;
  readonly letters: readonly PlannedLetter[];
  /** Whether anybody comes with a slip. */
  readonly slips: boolean;
  readonly waiting: boolean;
}

export function SurveyLetters({ children, letters, slips, waiting }: Props) {
  const text = useText();
  return (
    <Card title={text('sealed.letters')}>
      <p className="quiet">{text(slips ? 'sealed.letters.lead.slips' : 'sealed.letters.lead')}</p>
      <ul className="list">
        {letters.map(({ kind, day, hour, state, people }) => (
          <li key={kind} className="row apart">
            <span>
              <span className="strong">{text(`sealed.letter.${kind}`)}</span>
              <br />
              <span className="quiet small">{state === 'skipped' ? text('sealed.letter.skipped') : text(`sealed.letter.${state}`, { day: text.day(day), hour })}</span>
            </span>
            {people !== null && <Badge tone="good">{text('people.count', { n: people })}</Badge>}
          </li>
        ))}
      </ul>
      {children}
      {waiting && <Notice tone="warn">{text('sealed.letters.waiting')}</Notice>}
    </Card>
  );
}
