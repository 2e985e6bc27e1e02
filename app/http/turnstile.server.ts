// Against everybody who comes at once: pages are made a few at a time and the others wait in line, so that between two pages there
// is always room for a ballot. Made all together, sixty-four pages hold up everything else for as long as sixty-four pages take.

export interface Turnstile {
  /** Resolves when it is one's turn, with what lets the next one in; null when too many wait already. */
  enter(): Promise<(() => void) | null>;
}

export interface Width {
  /** Pages made at a time. */
  readonly atOnce: number;
  readonly waiting: number;
  /** A page that takes longer waits for a file, a thread or a person, not for the processor: the next one may begin. Milliseconds. */
  readonly longest: number;
}

const usualWidth: Width = { atOnce: 1, waiting: 2_000, longest: 50 };

export function turnstile({ atOnce, waiting, longest }: Width = usualWidth): Turnstile {
  const line: (() => void)[] = [];
  let inside = 0;
  const leave = () => {
    inside -= 1;
    // Not at once: one page after another would be made without ever looking whether a ballot has come.
    setImmediate(() => {
      if (inside < atOnce) line.shift()?.();
    });
  };
  const pass = (): (() => void) => {
    inside += 1;
    let left = false;
    const once = () => {
      if (left) return;
      left = true;
      clearTimeout(patience);
      leave();
    };
    const patience = setTimeout(once, longest);
    return once;
  };
  return {
    enter() {
      if (inside < atOnce && line.length === 0) return Promise.resolve(pass());
      if (line.length >= waiting) return Promise.resolve(null);
      return new Promise((resolve) => line.push(() => resolve(pass())));
    },
  };
}
