// The self-test of an installation's privacy, as codes and numbers: what was looked at, and whether the promise holds there. A works
// council reads it, so it says nothing about any person and no number of ballots while a survey is open.
import type { Details } from '#app/domain/kernel/outcome.ts';

/** In the order of the report. */
export const privacyChecks = [
  'portal-schema',
  'no-path',
  'group-size',
  'folders',
  'box-files',
  'slots',
  'papers',
  'roll',
  'keys',
  'manifests',
  'open-surveys',
  'closed-surveys',
  'releases',
  'receipts',
  'strays',
  'past-files',
  'logs',
  'proxies',
  'journal',
  'backups',
  'linker',
  'destruction',
  'versions',
  'forgetting',
  'disk-copies',
  'disk-journal',
  'disk-elsewhere',
  'disk-unknown',
  'swap',
] as const;

export type PrivacyCheckId = (typeof privacyChecks)[number];

/** As they are read, part by part. */
export const privacyParts: readonly (readonly [part: 'data' | 'open' | 'closed' | 'around' | 'disk' | 'experiment', checks: readonly PrivacyCheckId[]])[] = [
  ['data', ['portal-schema', 'no-path', 'group-size', 'folders']],
  ['open', ['open-surveys', 'box-files', 'slots', 'papers', 'roll', 'keys', 'manifests']],
  ['closed', ['closed-surveys', 'releases', 'receipts']],
  ['around', ['strays', 'past-files', 'logs', 'proxies', 'journal', 'backups', 'versions']],
  ['disk', ['forgetting', 'disk-copies', 'disk-journal', 'disk-elsewhere', 'disk-unknown', 'swap']],
  ['experiment', ['linker', 'destruction']],
];

export interface PrivacyCheck {
  readonly id: PrivacyCheckId;
  readonly ok: boolean;
  /** True where nothing is wrong and yet it cannot be promised. */
  readonly limit?: boolean;
  /** Values for the sentence that says it. */
  readonly details: Details;
}

export interface PrivacyReport {
  /** Whether everything holds. */
  readonly ok: boolean;
  /** ISO instant. */
  readonly at: string;
  readonly checks: readonly PrivacyCheck[];
}

/** Holds unless something was found; `found` stands in the sentence. */
export function nothingFound(id: PrivacyCheckId, found: readonly string[], details: Details = {}): PrivacyCheck {
  return { id, ok: found.length === 0, details: { found: found.slice(0, 5).join(', '), ...details } };
}
