// Who of many people may answer an open survey. It says nothing about who has.
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { App } from '#app/platform/app.server.ts';
import { standingOf } from './open-survey.server.ts';

export interface OpenRoll {
  readonly manifest: Manifest;
  /** SHA-256 (hex). */
  readonly hash: string;
  readonly has: (personId: string) => boolean;
  /** On it and coming with a slip: a link would lead nowhere. */
  readonly comesBySlip: (personId: string) => boolean;
}

/** Null where no ballots are taken any more. */
export async function openRoll(app: App, surveyId: string): Promise<OpenRoll | null> {
  const standing = await standingOf(app, surveyId);
  if (standing.kind !== 'open') return null;
  const { manifest, hash, roll } = standing.survey;
  return { manifest, hash, has: (personId) => roll.entry(personId) !== null, comesBySlip: (personId) => roll.entry(personId)?.bySlip ?? false };
}
