// Whoever leaves a field by pressing a button means the button: what is said of the field meanwhile would move it away under the press,
// and the press would be lost. It is said when the press is over.
let pressed = false;
let listening = false;
let waiting: (() => void)[] = [];

function over(): void {
  pressed = false;
  const due = waiting;
  waiting = [];
  // Behind the click, which comes with the end of the press.
  setTimeout(() => due.forEach((work) => work()));
}

/** Begins to see presses; done once for a page. */
export function seePresses(): void {
  if (listening) return;
  listening = true;
  addEventListener('pointerdown', () => (pressed = true), true);
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, over, true);
}

/** At once, or when the press that is going on is over. */
export function afterPress(work: () => void): void {
  if (pressed) waiting.push(work);
  else work();
}
