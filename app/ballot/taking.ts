// Taking the paper, from the page's side: what was drawn is kept before it is sent, so that a lost reply is asked for again with
// the same value. Where a second tab was first, its value is what is kept, and is used here too.
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { fromBase64url, toBase64url } from './bytes.ts';
import type { Draft, Keeper } from './draft.ts';
import type { Fetch } from './drop.ts';
import type { Flow, Happening } from './flow.ts';
import { askSignature } from './issuance.ts';
import { drawPaper, finishPaper, type Draw, type Paper } from './paper.ts';

/** Milliseconds after which a browser has told one tab what another has kept. */
const tabsApart = 500;

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

/** One tab after the other where the browser can order them. */
export async function takePaper(taking: Taking): Promise<void> {
  const { locks } = navigator;
  if (locks) await locks.request(`murmur:${taking.manifest.survey.id}`, () => take(taking));
  else await take(taking);
}

async function take({ fetch, manifest, keeper, flow, reissue, on }: Taking): Promise<void> {
  const { key } = flow().draft;
  if (takenElsewhere(keeper, on)) return;
  if (!flow().draft.draw) {
    const drawn = await drawPaper(key);
    if (!drawn.ok) return on({ kind: 'not-taken', because: drawn.because });
    on({ kind: 'drawn', draw: keptDraw(drawn.value) });
  }
  const kept = flow().draft.draw as KeptDraw;
  const draw = drawOf(kept);
  const signature = await askSignature(fetch, { survey: manifest.survey.id, blinded: draw.blinded, reissue });
  if (!signature.ok) {
    if (signature.because === 'other-paper') await new Promise((resolve) => setTimeout(resolve, tabsApart));
    return takenElsewhere(keeper, on) ? undefined : on({ kind: 'not-taken', because: signature.because });
  }
  const paper = await finishPaper(key, draw, signature.value);
  if (!paper.ok) return on({ kind: 'not-taken', because: paper.because });
  const { serial, signature: unblinded } = paper.value;
  on({ kind: 'taken', paper: { serial: toBase64url(serial), signature: toBase64url(unblinded) }, draw: kept });
}

function takenElsewhere(keeper: Keeper, on: Taking['on']): boolean {
  const { paper, draw } = keeper.read();
  if (paper) on({ kind: 'taken', paper, draw });
  return paper !== null;
}
