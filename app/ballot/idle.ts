// A shared device that nobody touches is cleared, or the next person reads what the one before left. It says so twenty seconds before,
// and any touch or key goes on (WCAG 2.2.1).
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { h, notice } from './element.ts';

/** Seconds without a touch: long enough to read and write, and after sending to note the receipt. */
const patience = { writing: 60, sent: 30 };
const warning = 20;

export interface Idle {
  readonly sent: () => boolean;
  /** While a ballot is on its way nothing is cleared. */
  readonly busy: () => boolean;
  readonly end: () => void;
}

export function watchIdle({ idle }: BallotText, { sent, busy, end }: Idle): void {
  let touched = Date.now();
  let shown: HTMLElement | null = null;
  const calm = (): void => {
    touched = Date.now();
    shown?.remove();
    shown = null;
  };
  const ticking = setInterval(() => {
    if (busy()) return calm();
    const rest = (sent() ? patience.sent : patience.writing) * 1000 + touched - Date.now();
    if (rest <= 0) {
      clearInterval(ticking);
      calm();
      end();
    } else if (rest <= warning * 1000 && !shown) {
      shown = notice('warn', h('p', { role: 'alert' }, idle));
      shown.className += ' idle';
      document.body.append(shown);
    }
  }, 1000);
  for (const touch of ['pointerdown', 'keydown', 'wheel']) addEventListener(touch, calm);
}
