// Who waits for something that one at a time may have, gets it in the order of asking.

export interface Turns {
  /** Resolves with what gives the turn to the next one. */
  take(): Promise<() => void>;
}

export function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    take: () => {
      const before = last;
      let give = (): void => undefined;
      last = new Promise((resolve) => (give = resolve));
      return before.then(() => give);
    },
  };
}
