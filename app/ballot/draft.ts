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
  /** The block's modulus, offered and found to be the manifest's; empty before. */
  readonly key: string;
  /** Kept before it is sent, so that a lost reply is asked for again with the same value. */
  readonly draw: { readonly serial: string; readonly blinded: string; readonly inverse: string } | null;
  readonly paper: { readonly serial: string; readonly signature: string } | null;
  /** The ballot as it was sealed and not yet acknowledged: sent again byte by byte. */
  readonly pending: { readonly record: string; readonly body: string } | null;
  readonly sent: { readonly receipt: string; readonly record: string } | null;
}

export const emptyDraft: Draft = { answers: {}, unsaid: [], block: null, key: '', draw: null, paper: null, pending: null, sent: null };

export interface Keeper {
  /** False where a closed tab loses everything. */
  readonly lasting: boolean;
  read(): Draft;
  /** Keeps what changed and gives what is kept now: the paper of another tab stays, so that two tabs never draw two papers. */
  write(draft: Draft): Draft;
  /** Keeps this and nothing else. */
  replace(draft: Draft): void;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

function memoryKeeper(): Keeper {
  let kept = emptyDraft;
  return { lasting: false, read: () => kept, write: (draft) => (kept = draft), replace: (draft) => void (kept = draft) };
}

/** `storage` is asked for because merely naming it throws in some browsers; a refusal of any kind falls back to memory. */
export function keeperOf(hash: string, storage: () => Storage | null): Keeper {
  const name = `murmur:${hash}`;
  try {
    const store = storage();
    if (!store) return memoryKeeper();
    store.setItem(`${name}:probe`, '1');
    store.removeItem(`${name}:probe`);
    const read = (): Draft => ({ ...emptyDraft, ...(JSON.parse(store.getItem(name) ?? '{}') as Partial<Draft>) });
    const replace = (draft: Draft): void => writeTo(store, name, draft);
    const write = (draft: Draft): Draft => {
      const merged = mergedWith(read(), draft);
      replace(merged);
      return merged;
    };
    return { lasting: true, read, write, replace };
  } catch {
    return memoryKeeper();
  }
}

/** A paper belongs to its own draw: they are taken together from whoever has got further. */
function mergedWith(kept: Draft, draft: Draft): Draft {
  const further = kept.paper ? kept : draft.paper ? draft : kept.draw ? kept : draft;
  return { ...draft, block: kept.block ?? draft.block, key: kept.key || draft.key, draw: further.draw, paper: further.paper, sent: draft.sent ?? kept.sent };
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
