// The whole way of one ballot without a page, in the page's own code: for made-up voters, tests and measurements.
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { dropBallot, type DropRefusal, type Fetch } from './drop.ts';
import { askOffer, askSignature, type IssueRefusal, type OfferRefusal } from './issuance.ts';
import { fetchManifest, type ManifestRefusal } from './manifest.ts';
import { drawPaper, finishPaper } from './paper.ts';
import { sealBallot } from './seal.ts';

export type VoteRefusal = ManifestRefusal | OfferRefusal | IssueRefusal | DropRefusal | 'key' | 'signature' | 'too-long';

export interface Vote {
  /** Adds the address and, where `init.credentials` is not 'omit', the session of the person. */
  readonly fetch: Fetch;
  readonly manifestHash: string;
  readonly answers: Answers;
}

/** Takes a paper, seals the answers, drops the ballot, and gives the receipt. */
export async function vote({ fetch, manifestHash, answers }: Vote): Promise<Outcome<string, VoteRefusal>> {
  const manifest = await fetchManifest(fetch, manifestHash, 'en');
  if (!manifest.ok) return manifest;
  const offer = await askOffer(fetch, { manifest: manifest.value, hash: manifestHash });
  if (!offer.ok) return offer;
  const { block, key } = offer.value;
  const draw = await drawPaper(key);
  if (!draw.ok) return draw;
  const survey = manifest.value.survey.id;
  const signature = await askSignature(fetch, { survey, blinded: draw.value.blinded, reissue: false });
  if (!signature.ok) return signature;
  const paper = await finishPaper(key, draw.value, signature.value);
  if (!paper.ok) return paper;
  const body = await sealBallot({ manifest: manifest.value, manifestHash, block, paper: paper.value, answers });
  if (!body.ok) return body;
  return dropBallot({ fetch, survey, body: body.value });
}
