// What somebody sent last and did not arrive, kept on the device and sealed for them alone. Attacker: whoever uses the same device next.
// They find bytes that open with a key only the writer's own session gives (AES-256-GCM). After two hours nobody reads them in a form again:
// the next form that is opened takes them away.

const place = 'murmur-unsent';
const longest = 2 * 60 * 60 * 1000;

export type Pairs = readonly (readonly [string, string])[];

interface Sealed {
  readonly until: number;
  readonly nonce: string;
  readonly bytes: string;
}

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** Null where the browser has no cryptography: over plain HTTP nothing is kept. */
export async function keyFrom(text: string): Promise<CryptoKey | null> {
  if (!globalThis.isSecureContext) return null;
  const bytes = toBytes(text.replaceAll('-', '+').replaceAll('_', '/'));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** One at a time: what is sent later replaces it. `path`: of the form, with its query. */
export async function keepUnsent(key: CryptoKey, path: string, pairs: Pairs): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new TextEncoder().encode(JSON.stringify({ path, pairs })));
  const sealed: Sealed = { until: Date.now() + longest, nonce: toText(nonce), bytes: toText(new Uint8Array(bytes)) };
  localStorage.setItem(place, JSON.stringify(sealed));
}

export const forgetUnsent = (): void => localStorage.removeItem(place);

/** What was kept for this form and this person; null where there is none, or it is somebody else's, or too old. */
export async function unsentFor(key: CryptoKey, path: string): Promise<Pairs | null> {
  try {
    const sealed = JSON.parse(localStorage.getItem(place) ?? 'null') as Sealed | null;
    if (sealed === null) return null;
    if (sealed.until < Date.now()) {
      forgetUnsent();
      return null;
    }
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: toBytes(sealed.nonce) }, key, toBytes(sealed.bytes));
    const kept = JSON.parse(new TextDecoder().decode(opened)) as { readonly path: string; readonly pairs: Pairs };
    return kept.path === path ? kept.pairs : null;
  } catch {
    // Another person's, or no longer whole: it is nobody's business here.
    return null;
  }
}
