// What was just done on a page of plans: said once where it was done. It travels in the address and is a word of this list or nothing.
const deeds = [
  'drafted', 'agreed', 'not-yet', 'edited', 'moved', 'set-step-status', 'write-note', 'add-step', 'report-blocker', 'resolve-blocker', 'count-leading', 'close',
  'give-up', 'show-draft', 'commit', 'finish', 'begin-anew', 'amended', 'answered', 'handed', 'promise', 'object-by-name', 'answer-objections',
] as const;
export type Deed = (typeof deeds)[number];

export const deedIn = (written: string | null): Deed | null => deeds.find((one) => one === written) ?? null;

/** The address of a page that says it. `plain`: the form came from a browser without a script, which has to be taken to the place. */
export function saying(path: string, deed: Deed, plain: boolean): string {
  return `${path}${path.includes('?') ? '&' : '?'}did=${deed}${plain ? '#done' : ''}`;
}
