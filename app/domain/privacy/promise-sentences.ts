// The promise sentence by sentence, as the page «Privacy» says it: how each is kept, and which points of the self-test look at it here.
import type { PrivacyCheckId } from './privacy-report.ts';

/** Keys under `privacy.kept`, in the order in which they are read. */
export const keptSentences = ['paper', 'send', 'box', 'group', 'end'] as const;
/** Keys under `privacy.limits`. */
export const limitSentences = ['live', 'page', 'colleagues', 'invented', 'everybody', 'newcomers', 'words', 'device'] as const;

export interface PromisedSentence {
  readonly sentence: 'privacy.promise.untraceable' | 'privacy.promise.group' | 'privacy.promise.once' | 'privacy.readers' | 'privacy.now.sealed' | 'privacy.check-yourself.receipt';
  /** None where the sentence says it itself. */
  readonly kept: readonly (typeof keptSentences)[number][];
  readonly checks: readonly PrivacyCheckId[];
}

export const promisedSentences: readonly PromisedSentence[] = [
  { sentence: 'privacy.promise.untraceable', kept: ['paper', 'send', 'box'], checks: ['portal-schema', 'no-path', 'box-files', 'slots', 'logs', 'linker'] },
  { sentence: 'privacy.promise.group', kept: ['group'], checks: ['group-size', 'releases'] },
  { sentence: 'privacy.promise.once', kept: ['end'], checks: ['closed-surveys', 'strays', 'backups', 'destruction'] },
  { sentence: 'privacy.readers', kept: [], checks: ['open-surveys', 'keys'] },
  { sentence: 'privacy.now.sealed', kept: [], checks: ['manifests', 'roll'] },
  { sentence: 'privacy.check-yourself.receipt', kept: [], checks: ['receipts'] },
];
