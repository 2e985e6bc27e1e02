// The page as HR sees it before sealing: the same screens with nothing behind them. No paper is taken, nothing is kept or sent.
import type { Block, Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { emptyDraft } from './draft.ts';
import { after, flowOf, type Happening } from './flow.ts';
import type { Scene, Screen } from './scene.ts';
import { promiseScreen } from './screens/promise.ts';
import { listScreen, questionScreen } from './screens/question.ts';
import { reviewScreen } from './screens/review.ts';
import { sentScreen } from './screens/sent.ts';

export interface Preview {
  readonly text: BallotText;
  /** Without keys: it is not sealed. */
  readonly manifest: Manifest;
  /** Index of the block whose member one pretends to be. */
  readonly block: number;
  /** What is drawn into. */
  readonly place: HTMLElement;
}

const receipt = '0'.repeat(64);
const sixUnknown = Array.from({ length: 6 }, () => '· · ·');

/** Draws the promise; everything after it is the reader's own way. */
export function showPreview({ text, manifest, block, place }: Preview): void {
  let flow = flowOf(manifest.questions, { ...emptyDraft, block });
  let screen: Screen | null = null;

  const draw = (): void => {
    screen = screenOf(scene, manifest.blocks[block] as Block);
    place.replaceChildren(screen.node);
    place.ownerDocument.defaultView?.scrollTo(0, 0);
  };
  const on = (happening: Happening): void => {
    const before = flow;
    flow = after(flow, happening);
    if (flow.place !== before.place || flow.step !== before.step || happening.kind === 'cleared') {
      draw();
      // As on the page itself; the first screen, which nobody asked for here, takes no focus from the portal around it.
      place.querySelector('h1')?.focus({ preventScroll: true });
    } else screen?.refresh?.();
  };
  const scene: Scene = {
    text,
    manifest,
    hash: receipt,
    fingerprint: sixUnknown,
    kiosk: false,
    lasting: true,
    names: [],
    flow: () => flow,
    on,
    take: () => on({ kind: 'taken', paper: { serial: '', signature: '' }, draw: null }),
    send: () => on({ kind: 'dropped', receipt, record: '' }),
    counting: null,
    replaced: null,
    forget: () => on({ kind: 'cleared' }),
    restart: () => on({ kind: 'cleared' }),
  };
  draw();
}

function screenOf(scene: Scene, block: Block): Screen {
  switch (scene.flow().place) {
    case 'promise':
      return { node: promiseScreen(scene, block) };
    case 'question':
      return questionScreen(scene);
    case 'list':
      return listScreen(scene);
    case 'review':
      return reviewScreen(scene);
    case 'sent':
      return { node: sentScreen(scene) };
  }
}
