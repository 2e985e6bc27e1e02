// Bytes as text and back, and their SHA-256: the same code in a browser and in Node.

export type Bytes = Uint8Array<ArrayBuffer>;

/** A copy that owns its memory, as the browser's cryptography demands. */
export function owned(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where the text is no base64url. */
export function fromBase64url(text: string): Bytes | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Expects an even number of hexadecimal digits. */
export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

const digestOf = async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', owned(bytes)));

/** SHA-256 as 64 lower-case hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return toHex(await digestOf(bytes));
}

/** SHA-256 as 43 characters of base64url, as the manifest holds it per block. */
export async function shortSha256(bytes: Uint8Array): Promise<string> {
  return toBase64url(await digestOf(bytes));
}
