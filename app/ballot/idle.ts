// A shared device that nobody touches is cleared, or the next person reads what the one before left. It says so twenty seconds before,
// and any touch or key goes on (WCAG 2.2.1).
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { button, h, notice } from './element.ts';

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
  const left = h('strong', { class: 'num', 'aria-hidden': 'true' });
  const calm = (): void => {
    touched = Date.now();
    shown?.remove();
    shown = null;
  };
  const look = (): void => {
    if (busy()) return calm();
    const rest = Math.ceil((sent() ? patience.sent : patience.writing) - (Date.now() - touched) / 1000);
    if (rest > warning) return;
    if (rest <= 0) return clearInterval(ticking), calm(), end();
    left.textContent = idle.seconds(rest);
    if (shown) return;
    shown = notice('warn', h('p', {}, sent() ? idle.sent : idle.writing, ' ', left), button(idle.stay, calm, { class: 'primary' }));
    shown.className += ' idle';
    shown.setAttribute('role', 'alert');
    document.body.append(shown);
  };
  const ticking = setInterval(look, 1000);
  for (const touch of ['pointerdown', 'keydown', 'wheel']) addEventListener(touch, calm);
}
