// Taking a ballot paper and dropping a ballot. The two never meet: a paper is signed without being seen, a ballot comes without a
// name. Nothing here is logged, at any level.
import { createHash } from 'node:crypto';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { bodyBytes, readBallot, type Ballot } from '#app/domain/responses/ballot-format.ts';
import type { App } from '#app/platform/app.server.ts';
import { isStorageFailure, type Issued } from '#db/boxes.server.ts';
import { isHeld } from './responses/hold-paper.server.ts';
import { standingOf, type OpenSurvey } from './responses/open-survey.server.ts';
import { canBeSigned, isSigned, signBlindly, type BlockKey } from './responses/sign-papers.server.ts';
import { personOf, type Voter } from './responses/voter.server.ts';

export { letGo, takesBallots } from './responses/open-survey.server.ts';
export { voterOf, type Voter } from './responses/voter.server.ts';
export { heldBy, holderOf, tryCode, type CodeRefusal } from './responses/try-code.server.ts';
export { ballotLink, openSurveysFor, openSurveysOfOthers } from './responses/show-invitations.server.ts';

export type TimeRefusal = 'survey' | 'closed' | 'not-open';
/** `by-slip`: whoever signs in is on the list of those who come with a slip. */
export type OfferRefusal = TimeRefusal | 'not-on-roll' | 'held' | 'by-slip';
export type IssueRefusal = OfferRefusal | 'size' | 'other-paper' | 'no-reissue' | 'storage';
export type DropRefusal = 'size' | 'version' | 'paper' | 'survey' | 'closed' | 'storage';

/** What a person who is signed in is told before taking a paper. */
export interface Offer {
  /** SHA-256 (hex). */
  readonly manifest: string;
  /** Index into the manifest's blocks. */
  readonly block: number;
  /** The block's modulus, base64url; its SHA-256 stands in the manifest. */
  readonly key: string;
  readonly names: readonly string[];
  readonly salt: string;
  readonly taken: boolean;
  readonly reissued: boolean;
}

async function openOn(app: App, id: string): Promise<Outcome<OpenSurvey, TimeRefusal>> {
  const standing = await standingOf(app, id);
  if (standing.kind === 'unknown') return refused('survey');
  if (standing.kind === 'closed') return refused('closed');
  const { opens, closes } = standing.survey.manifest.survey;
  const today = app.today();
  if (today > closes) return refused('closed');
  return today < opens ? refused('not-open') : done(standing.survey);
}

export async function offerPaper(app: App, voter: Voter, surveyId: string): Promise<Outcome<Offer, OfferRefusal>> {
  const open = await openOn(app, surveyId);
  if (!open.ok) return open;
  const { hash, keys, roll } = open.value;
  const entry = roll.entry(personOf(voter));
  if (!entry) return refused('not-on-roll');
  if (await isHeld(app, voter, surveyId)) return refused('held');
  if (entry.bySlip) return refused('by-slip');
  const { names, salt } = roll.blocks[entry.block]!;
  const key = keys[entry.block]!.modulus.toString('base64url');
  return done({ manifest: hash, block: entry.block, key, names, salt, taken: entry.blinded !== null, reissued: entry.reissued });
}

/** The same for whoever holds a code; null where this browser holds none of the survey. Nothing is reissued to a slip: a lost one is replaced by another. */
export async function offerPaperForCode(app: App, holder: Buffer, surveyId: string): Promise<Outcome<Offer, TimeRefusal> | null> {
  const open = await openOn(app, surveyId);
  const held = open.ok ? open.value.slips?.holder(holder) : null;
  if (!open.ok || !held) return null;
  const { hash, keys, roll } = open.value;
  const { names, salt } = roll.blocks[held.block]!;
  return done({ manifest: hash, block: held.block, key: keys[held.block]!.modulus.toString('base64url'), names, salt, taken: held.blinded !== null, reissued: true });
}

export interface PaperRequest {
  readonly surveyId: string;
  /** 256 bytes. */
  readonly blinded: Buffer;
  readonly reissue: boolean;
}

/** The blind signature, 256 bytes. What was signed is on disk before the signature leaves, so that nobody gets a second paper by a kill. */
export async function issuePaper(app: App, voter: Voter, request: PaperRequest): Promise<Outcome<Buffer, IssueRefusal>> {
  const open = await openOn(app, request.surveyId);
  if (!open.ok) return open;
  const personId = personOf(voter);
  if (open.value.roll.entry(personId) && (await isHeld(app, voter, request.surveyId))) return refused('held');
  // Closing may have begun while the hold was asked, and lets go of the roll.
  const still = await openOn(app, request.surveyId);
  if (!still.ok) return still;
  const { keys, roll } = still.value;
  const entry = roll.entry(personId);
  if (!entry) return refused('not-on-roll');
  const key = keys[entry.block] as BlockKey;
  if (!canBeSigned(key, request.blinded)) return refused('size');
  const digest = createHash('sha256').update(request.blinded).digest();
  const enter = (issued: Issued | null) => paperRule(issued, { digest, reissue: request.reissue });
  if (entry.bySlip) return refused('by-slip');
  const ruled = enter(entry);
  if (ruled.write) {
    app.checkpoint?.('issue:before-entry');
    try {
      const entered = await roll.issue(personId, enter);
      if (!entered.ok) return entered;
    } catch (error) {
      if (isStorageFailure(error)) return refused('storage');
      throw error;
    }
    app.checkpoint?.('issue:entered');
  } else if (!ruled.result.ok) return ruled.result;
  const signature = signBlindly(key, request.blinded);
  app.checkpoint?.('issue:signed');
  return done(signature);
}

/** The same for whoever holds a code; null where this browser holds none of the survey. */
export async function issuePaperForCode(app: App, holder: Buffer, request: PaperRequest): Promise<Outcome<Buffer, IssueRefusal> | null> {
  const open = await openOn(app, request.surveyId);
  const held = open.ok ? open.value.slips?.holder(holder) : null;
  if (!open.ok || !open.value.slips || !held) return null;
  const key = open.value.keys[held.block] as BlockKey;
  if (!canBeSigned(key, request.blinded)) return refused('size');
  const digest = createHash('sha256').update(request.blinded).digest();
  app.checkpoint?.('issue:before-entry');
  try {
    const entered = await open.value.slips.issue(holder, (now) => paperRule(now && { ...now, reissued: true, bySlip: true }, { digest, reissue: false }));
    if (!entered.ok) return entered;
  } catch (error) {
    if (isStorageFailure(error)) return refused('storage');
    throw error;
  }
  app.checkpoint?.('issue:entered');
  const signature = signBlindly(key, request.blinded);
  app.checkpoint?.('issue:signed');
  return done(signature);
}

type Ruling = Outcome<null, 'not-on-roll' | 'other-paper' | 'no-reissue'>;

/** One paper per person, the same one as often as it is asked for, and one counted replacement. */
function paperRule(issued: Issued | null, { digest, reissue }: { digest: Buffer; reissue: boolean }) {
  const rule = (result: Ruling, write: { blinded: Buffer; reissued: boolean } | null = null) => ({ result, write });
  if (!issued) return rule(refused('not-on-roll'));
  if (issued.blinded === null) return rule(done(null), { blinded: digest, reissued: false });
  if (digest.equals(issued.blinded)) return rule(done(null));
  if (issued.bySlip) return rule(refused('no-reissue'));
  if (!reissue) return rule(refused('other-paper'));
  return issued.reissued ? rule(refused('no-reissue')) : rule(done(null), { blinded: digest, reissued: true });
}

/** A ballot whose paper was verified, on its way into the box. */
export interface Verified {
  readonly survey: OpenSurvey;
  readonly ballot: Ballot;
  readonly body: Uint8Array;
}

/** Reads a ballot and verifies its paper; keeps nothing. */
export async function verifyBallot(app: App, surveyId: string, body: Uint8Array): Promise<Outcome<Verified, DropRefusal>> {
  const open = await openOn(app, surveyId);
  if (!open.ok) return open.because === 'not-open' ? refused('paper') : refused(open.because);
  if (body.length !== bodyBytes) return refused('size');
  const ballot = readBallot(body);
  if (!ballot) return refused('version');
  const key = open.value.keys[ballot.block];
  if (!key || !isSigned(key.verify, ballot)) return refused('paper');
  return done({ survey: open.value, ballot, body });
}

/** Puts a verified ballot into its slot. */
export async function keepBallot(app: App, { survey, ballot, body }: Verified): Promise<Outcome<null, 'storage'>> {
  app.checkpoint?.('drop:before-write');
  const written = await place(app, survey, { ballot, body });
  if (written.ok) app.checkpoint?.('drop:written');
  return written;
}

/** Verifies and keeps. The reply is the same whether the ballot is new or replaces one; it comes after the disk has it. */
export async function dropBallot(app: App, surveyId: string, body: Uint8Array): Promise<Outcome<null, DropRefusal>> {
  const verified = await verifyBallot(app, surveyId, body);
  return verified.ok ? keepBallot(app, verified.value) : verified;
}

async function place(app: App, { box }: OpenSurvey, { ballot, body }: { ballot: Ballot; body: Uint8Array }): Promise<Outcome<null, 'storage'>> {
  try {
    await box.put(ballot, body, app.chance);
    return done(null);
  } catch (error) {
    if (isStorageFailure(error)) return refused('storage');
    throw error;
  }
}
