// What the device holds of one survey: nothing of it is ever sent but the ballot. Kept between visits where the browser allows,
// so that a closed tab loses nothing; in memory alone on a shared machine.
import type { Answers } from '#app/domain/responses/answers.ts';

/** Bytes are base64url. */
export interface Draft {
  readonly answers: Answers;
  /** Questions passed over with «not applicable / prefer not to say». */
  readonly unsaid: readonly string[];
  /** Index into the manifest's blocks; null before the server named it. */
  readonly block: number | null;
  /** Kept before it is sent, so that a lost reply is asked for again with the same value. */
  readonly draw: { readonly serial: string; readonly blinded: string; readonly inverse: string } | null;
  readonly paper: { readonly serial: string; readonly signature: string } | null;
  /** The ballot as it was sealed and not yet acknowledged: sent again byte by byte. */
  readonly pending: { readonly record: string; readonly body: string } | null;
  readonly sent: { readonly receipt: string; readonly record: string } | null;
}

export const emptyDraft: Draft = { answers: {}, unsaid: [], block: null, draw: null, paper: null, pending: null, sent: null };

export interface Keeper {
  /** False where a closed tab loses everything. */
  readonly lasting: boolean;
  read(): Draft;
  write(draft: Draft): void;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

function memoryKeeper(): Keeper {
  let kept = emptyDraft;
  return { lasting: false, read: () => kept, write: (draft) => void (kept = draft) };
}

/** `storage` is asked for because merely naming it throws in some browsers; a refusal of any kind falls back to memory. */
export function keeperOf(hash: string, storage: () => Storage | null): Keeper {
  const name = `murmur:${hash}`;
  try {
    const store = storage();
    if (!store) return memoryKeeper();
    store.setItem(`${name}:probe`, '1');
    store.removeItem(`${name}:probe`);
    return {
      lasting: true,
      read: () => ({ ...emptyDraft, ...(JSON.parse(store.getItem(name) ?? '{}') as Partial<Draft>) }),
      write: (draft) => writeTo(store, name, draft),
    };
  } catch {
    return memoryKeeper();
  }
}

/** A full store loses the draft of a closed tab and nothing else. */
function writeTo(store: Storage, name: string, draft: Draft): void {
  if (draft === emptyDraft) return store.removeItem(name);
  try {
    store.setItem(name, JSON.stringify(draft));
  } catch {
    store.removeItem(name);
  }
}
