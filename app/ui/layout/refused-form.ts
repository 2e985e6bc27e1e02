// Whether this document answers a form that was refused: its title says so before any script has run.
import { createContext } from 'react';

export const RefusedForm = createContext(false);

/** `replies` are the answers of actions by route. */
export function holdsRefusal(replies: object | null | undefined): boolean {
  return Object.values(replies ?? {}).some((reply: unknown) => typeof reply === 'object' && reply !== null && 'errors' in reply);
}
