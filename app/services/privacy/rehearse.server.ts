// Made-up people vote: for the demonstration, for measurements and for attacking our own box. They use the page's own code and the
// same services as everybody; only the network is left out.
import { drawPaper, finishPaper, type Draw, type Paper } from '#app/ballot/paper.ts';
import { sealBallot } from '#app/ballot/seal.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { App } from '#app/platform/app.server.ts';
import { dropBallot, issuePaper, offerPaper } from '#app/services/responses.server.ts';
import { sealedOf } from '#app/services/publication.server.ts';

export interface Voter {
  readonly personId: string;
  readonly answers: Answers;
}

export interface TakenPaper {
  readonly personId: string;
  readonly surveyId: string;
  readonly block: number;
  readonly draw: Draw;
  readonly signature: Uint8Array;
  readonly paper: Paper;
}

export interface CastBallot extends TakenPaper {
  readonly body: Uint8Array;
}

/** Throws where somebody who is invited cannot take a paper. */
export async function takePaper(app: App, surveyId: string, personId: string, { reissue = false } = {}): Promise<TakenPaper> {
  const { block, key } = given(await offerPaper(app, personId, surveyId));
  const draw = given(await drawPaper(key));
  const signature = given(await issuePaper(app, personId, { surveyId, blinded: Buffer.from(draw.blinded), reissue }));
  return { personId, surveyId, block, draw, signature, paper: given(await finishPaper(key, draw, signature)) };
}

/** The bytes to drop. */
export async function sealWith(app: App, { surveyId, block, paper }: TakenPaper, answers: Answers): Promise<Uint8Array> {
  const { manifest, hash } = await sealedOf(app, surveyId);
  return given(await sealBallot({ manifest, manifestHash: hash, block, paper, answers }));
}

/** One person's whole way. */
export async function castBallot(app: App, surveyId: string, { personId, answers }: Voter): Promise<CastBallot> {
  const taken = await takePaper(app, surveyId, personId);
  const body = await sealWith(app, taken, answers);
  given(await dropBallot(app, surveyId, body));
  return { ...taken, body };
}

/** One after another, in this order. */
export async function rehearse(app: App, surveyId: string, voters: readonly Voter[]): Promise<CastBallot[]> {
  const cast: CastBallot[] = [];
  for (const voter of voters) cast.push(await castBallot(app, surveyId, voter));
  return cast;
}

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(`a made-up person could not vote: ${outcome.because}`);
  return outcome.value;
}
