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
  /** Ids of the questions that are asked of the block and not of everybody. */
  readonly asked: readonly string[];
  /** Kept before it is sent, so that a lost reply is asked for again with the same value. */
  readonly draw: { readonly serial: string; readonly blinded: string; readonly inverse: string } | null;
  readonly paper: { readonly serial: string; readonly signature: string } | null;
  /** The ballot as it was sealed and not yet acknowledged: sent again byte by byte. */
  readonly pending: { readonly record: string; readonly body: string } | null;
  readonly sent: { readonly receipt: string; readonly record: string } | null;
}

export const emptyDraft: Draft = { answers: {}, unsaid: [], block: null, key: '', asked: [], draw: null, paper: null, pending: null, sent: null };

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

function memoryKeeper(begun: Draft): Keeper {
  let kept = begun;
  return { lasting: false, read: () => kept, write: (draft) => (kept = draft), replace: (draft) => void (kept = draft) };
}

/** `storage` is asked for because merely naming it throws in some browsers; a refusal of any kind falls back to memory, which begins with `begun`. */
export function keeperOf(hash: string, storage: () => Storage | null, begun: Draft = emptyDraft): Keeper {
  const name = `murmur:${hash}`;
  try {
    const store = storage();
    if (!store) return memoryKeeper(begun);
    store.setItem(`${name}:probe`, '1');
    store.removeItem(`${name}:probe`);
    // What this tab knows to have been sent: it may put a receipt of its own in that one's place, never an older one.
    let known: Draft['sent'] = null;
    const kept = (): Draft => ({ ...emptyDraft, ...(JSON.parse(store.getItem(name) ?? '{}') as Partial<Draft>) });
    const read = (): Draft => {
      const draft = kept();
      known = draft.sent;
      return draft;
    };
    const replace = (draft: Draft): void => {
      known = draft.sent;
      writeTo(store, name, draft);
    };
    const write = (draft: Draft): Draft => {
      const merged = mergedWith(kept(), draft, draft.sent?.receipt !== known?.receipt);
      replace(merged);
      return merged;
    };
    return { lasting: true, read, write, replace };
  } catch {
    return memoryKeeper(begun);
  }
}

/** A paper belongs to its own draw: they are taken together from whoever has got further. */
function mergedWith(kept: Draft, draft: Draft, sentHere: boolean): Draft {
  const further = kept.paper ? kept : draft.paper ? draft : kept.draw ? kept : draft;
  return { ...draft, block: kept.block ?? draft.block, key: kept.key || draft.key, draw: further.draw, paper: further.paper, sent: sentHere ? draft.sent : kept.sent };
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
