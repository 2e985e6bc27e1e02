// Sending, from the page's side: sealed once and kept until the server has acknowledged it, so that «send» twice, a closed tab or
// a lost connection lead to one ballot of the same bytes.
import { recordOf } from '#app/domain/responses/answer-record.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { answersToSend } from './answers-to-send.ts';
import { fromBase64url, toBase64url } from './bytes.ts';
import { dropBallot, type Fetch } from './drop.ts';
import type { Flow, Happening } from './flow.ts';
import { isPaper } from './paper.ts';
import { sealBallot } from './seal.ts';
import { paperOf } from './taking.ts';

export interface Sending {
  readonly fetch: Fetch;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, hex. */
  readonly hash: string;
  readonly flow: () => Flow;
  readonly on: (happening: Happening) => void;
}

export async function sendBallot({ fetch, manifest, hash, flow, on }: Sending): Promise<void> {
  const { draft, questions } = flow();
  const block = draft.block ?? 0;
  if (!draft.paper) return;
  const paper = paperOf(draft.paper);
  if (!(await isPaper(draft.key, paper))) return on({ kind: 'not-dropped', because: 'signature' });
  const answers = answersToSend(questions, draft.answers);
  const record = recordOf(answers);
  if (draft.pending?.record !== record) {
    const sealed = await sealBallot({ manifest, manifestHash: hash, block, paper, answers });
    if (!sealed.ok) return on({ kind: 'not-dropped', because: sealed.because });
    on({ kind: 'sealed', pending: { record, body: toBase64url(sealed.value) } });
  }
  const body = fromBase64url(flow().draft.pending?.body ?? '') ?? new Uint8Array();
  const dropped = await dropBallot({ fetch, survey: manifest.survey.id, body });
  if (dropped.ok) on({ kind: 'dropped', receipt: dropped.value, record });
  else on({ kind: 'not-dropped', because: dropped.because });
}
