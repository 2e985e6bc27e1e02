// Why a ballot cannot go on, or not yet. One code per situation that a person can do something different about.

export const stops = [
  'no-link',
  'no-cryptography',
  'connection',
  'survey',
  'altered',
  'too-new',
  'names',
  'sign-in',
  'not-on-roll',
  'held',
  'by-slip',
  'closed',
  'not-open',
  'other-person',
  'other-paper',
  'no-reissue',
  'key',
  'signature',
  'identity',
  'paper',
  'size',
  'version',
  'busy',
  'storage',
  'too-long',
] as const;

export type Stop = (typeof stops)[number];

export function isStop(state: string): state is Stop {
  return (stops as readonly string[]).includes(state);
}
