// Waves of the programme that cannot go ahead as they stand: which, everything that is in the way, and where each is mended.
import { Link } from '@remix-run/react';
import type { HeldView } from '#app/domain/surveys/programme/held-view.ts';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';

function HeldWave({ held: { title, due, leftOut, reasons } }: { held: HeldView }) {
  const text = useText();
  const day = text.day(due);
  const named = leftOut !== null ? text('programme.held.left-out', { day }) : title === null ? text('programme.held.planned', { day }) : text('programme.held.draft', { title, day });
  return (
    <Notice tone="warn" title={named}>
      {leftOut !== null && <p>{text('programme.held.left-out.text')}</p>}
      <ul>
        {reasons.map(({ said, mend, to }) => (
          <li key={said}>
            {said} {to !== null ? <Link to={to}>{text(`programme.held.mend.${mend}`)}</Link> : leftOut === null && text(`programme.held.mend.${mend}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function HeldWaves({ held }: { held: readonly HeldView[] }) {
  return held.map((one) => <HeldWave key={one.number} held={one} />);
}
