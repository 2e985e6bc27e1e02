// Taking the paper, from the page's side: what was drawn is kept before it is sent, so that a lost reply is asked for again with
// the same value, and a second tab uses the value of the first.
import type { Block, Manifest } from '#app/domain/surveys/manifest.ts';
import { fromBase64url, toBase64url } from './bytes.ts';
import type { Draft, Keeper } from './draft.ts';
import type { Fetch } from './drop.ts';
import type { Flow, Happening } from './flow.ts';
import { askSignature } from './issuance.ts';
import { drawPaper, finishPaper, type Draw, type Paper } from './paper.ts';

const bytes = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array();

export function paperOf(kept: NonNullable<Draft['paper']>): Paper {
  return { serial: bytes(kept.serial), signature: bytes(kept.signature) };
}

type KeptDraw = NonNullable<Draft['draw']>;

function keptDraw({ serial, blinded, inverse }: Draw): KeptDraw {
  return { serial: toBase64url(serial), blinded: toBase64url(blinded), inverse: toBase64url(inverse) };
}

function drawOf(kept: KeptDraw): Draw {
  return { serial: bytes(kept.serial), blinded: bytes(kept.blinded), inverse: bytes(kept.inverse) };
}

export interface Taking {
  readonly fetch: Fetch;
  readonly manifest: Manifest;
  readonly keeper: Keeper;
  readonly flow: () => Flow;
  readonly reissue: boolean;
  readonly on: (happening: Happening) => void;
}

export async function takePaper({ fetch, manifest, keeper, flow, reissue, on }: Taking): Promise<void> {
  const { key } = manifest.blocks[flow().draft.block ?? 0] as Block;
  if (!flow().draft.draw) {
    const drawn = await drawPaper(key);
    if (!drawn.ok) return on({ kind: 'not-taken', because: drawn.because });
    on({ kind: 'drawn', draw: keeper.read().draw ?? keptDraw(drawn.value) });
  }
  const draw = drawOf(flow().draft.draw as KeptDraw);
  const signature = await askSignature(fetch, { survey: manifest.survey.id, blinded: draw.blinded, reissue });
  if (!signature.ok) return on({ kind: 'not-taken', because: signature.because });
  const paper = await finishPaper(key, draw, signature.value);
  if (!paper.ok) return on({ kind: 'not-taken', because: paper.because });
  on({ kind: 'taken', paper: { serial: toBase64url(paper.value.serial), signature: toBase64url(paper.value.signature) } });
}
