// A code on a slip is used up by whoever tries it first: from then on one browser holds it, and buys one paper with it. Unknown, used,
// copied and void codes get one answer, so that nobody who holds a pile can look who has answered (threat T8).
import { createHash } from 'node:crypto';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { readCode } from '#app/domain/surveys/slips/slip-codes.ts';
import type { App } from '#app/platform/app.server.ts';
import { isStorageFailure } from '#db/boxes.server.ts';
import { standingOf, type OpenSurvey } from './open-survey.server.ts';
import { ballotLink } from './show-invitations.server.ts';
import { keptCode, slipSecret } from './slip-secret.server.ts';

export type CodeRefusal = 'code' | 'storage';

/** What a browser holds a code by, as it is kept: SHA-256 of its cookie. */
export const holderOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

interface WithSlips extends OpenSurvey {
  readonly slips: NonNullable<OpenSurvey['slips']>;
}

/** Surveys with slips that take answers today. */
async function openWithSlips(app: App): Promise<WithSlips[]> {
  const today = app.today();
  const found: WithSlips[] = [];
  for (const { id } of await app.data.surveys.inState('sealed')) {
    const standing = await standingOf(app, id);
    if (standing.kind !== 'open' || !standing.survey.slips) continue;
    const { opens, closes } = standing.survey.manifest.survey;
    if (opens <= today && today <= closes) found.push({ ...standing.survey, slips: standing.survey.slips });
  }
  return found;
}

const secrets = new WeakMap<WithSlips['slips'], Buffer>();

function secretOf({ slips, keys, hash }: WithSlips): Buffer {
  const known = secrets.get(slips) ?? slipSecret(keys[0]!.private, hash);
  secrets.set(slips, known);
  return known;
}

export interface CodeTried {
  /** As it was typed. */
  readonly code: string;
  readonly holder: Buffer;
  readonly language: Language;
}

/** Path of the ballot page, whose papers this holder may ask for from now on; the same as often as the same holder asks. */
export async function tryCode(app: App, { code, holder, language }: CodeTried): Promise<Outcome<string, CodeRefusal>> {
  const read = readCode(code);
  if (read === null) return refused('code');
  for (const survey of await openWithSlips(app)) {
    try {
      if (!(await survey.slips.hold(keptCode(secretOf(survey), read), holder))) continue;
    } catch (error) {
      if (isStorageFailure(error)) return refused('storage');
      throw error;
    }
    app.checkpoint?.('code:held');
    return done(ballotLink(survey.manifest, survey.hash, language));
  }
  return refused('code');
}

/** What a browser holds: a code whose paper is not taken yet must not be lost, and one whose paper is taken is nobody else's to see. */
export async function heldBy(app: App, holder: Buffer): Promise<'nothing' | 'unused' | 'used'> {
  for (const { slips } of await openWithSlips(app)) {
    const held = slips.holder(holder);
    if (held) return held.blinded === null ? 'unused' : 'used';
  }
  return 'nothing';
}
