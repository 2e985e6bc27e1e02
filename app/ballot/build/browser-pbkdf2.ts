// PBKDF2 with SHA-256 as the browser has it, in the place of the library's own on the ballot page: native, and nothing to load.
interface Wanted {
  /** Rounds. */
  readonly c: number;
  /** Bytes. */
  readonly dkLen: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

export async function pbkdf2(password: Bytes, salt: Bytes, { c, dkLen }: Wanted): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: c }, key, 8 * dkLen));
}
