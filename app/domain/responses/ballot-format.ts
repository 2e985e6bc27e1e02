// The bytes of a ballot. Every ballot of every survey has one size, so that its length tells nothing about what was said.
// body = version ‖ block ‖ serial ‖ signature ‖ encapsulated key ‖ sealed answers

/** With the digest that follows it in the box: 8,192, whole pages of a disk. */
export const bodyBytes = 8160;
export const version = 2;
export const serialBytes = 32;
export const signatureBytes = 256;
export const encapsulatedBytes = 65;
const tagBytes = 16;

const blockAt = 1;
const serialAt = blockAt + 2;
const signatureAt = serialAt + serialBytes;
const encapsulatedAt = signatureAt + signatureBytes;
const sealedAt = encapsulatedAt + encapsulatedBytes;

/** Size of the padded answers before sealing. */
export const plainBytes = bodyBytes - sealedAt - tagBytes;

export interface Ballot {
  /** Index into the manifest's blocks. */
  readonly block: number;
  readonly serial: Uint8Array;
  readonly signature: Uint8Array;
  readonly encapsulated: Uint8Array;
  readonly sealed: Uint8Array;
}

export function writeBallot(ballot: Ballot): Uint8Array {
  const body = new Uint8Array(bodyBytes);
  body[0] = version;
  new DataView(body.buffer).setUint16(blockAt, ballot.block);
  body.set(ballot.serial, serialAt);
  body.set(ballot.signature, signatureAt);
  body.set(ballot.encapsulated, encapsulatedAt);
  body.set(ballot.sealed, sealedAt);
  return body;
}

/** Cheap, to pass over noise. */
export function startsLikeBallot(body: Uint8Array): boolean {
  return body[0] === version;
}

/** The parts of a body as views of its bytes; null where size or version is wrong. */
export function readBallot(body: Uint8Array): Ballot | null {
  if (body.length !== bodyBytes || !startsLikeBallot(body)) return null;
  return {
    block: new DataView(body.buffer, body.byteOffset, body.byteLength).getUint16(blockAt),
    serial: body.subarray(serialAt, signatureAt),
    signature: body.subarray(signatureAt, encapsulatedAt),
    encapsulated: body.subarray(encapsulatedAt, sealedAt),
    sealed: body.subarray(sealedAt),
  };
}

/** What is authenticated with the sealed answers: an opened ballot cannot have been moved to another paper or block. */
export function boundTo(block: number, serial: Uint8Array): Uint8Array {
  const bound = new Uint8Array(serialAt + serialBytes);
  bound[0] = version;
  new DataView(bound.buffer).setUint16(blockAt, block);
  bound.set(serial, serialAt);
  return bound;
}
