// Chance that can be repeated: an analysis of the same file moves the same answers, so that doing it again gives the same release
// and no second one to compare with the first.
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import type { Chance } from '../../kernel/chance.ts';

/** Draws from SHA-256(seed ‖ counter); the seed is a hash in hex. */
export function seededChance(seed: string): Chance {
  const key = hexToBytes(seed);
  let block = new Uint8Array();
  let used = 0;
  let counter = 0;
  const draw = (): number => {
    if (used === block.length) {
      const count = new Uint8Array(8);
      new DataView(count.buffer).setBigUint64(0, BigInt(counter));
      counter += 1;
      block = sha256(concatBytes(key, count)) as Uint8Array<ArrayBuffer>;
      used = 0;
    }
    used += 4;
    return new DataView(block.buffer, block.byteOffset).getUint32(used - 4);
  };
  return (below) => {
    // Draws past the last whole multiple are thrown away, so that every number is equally likely.
    const limit = 2 ** 32 - (2 ** 32 % below);
    for (;;) {
      const drawn = draw();
      if (drawn < limit) return drawn % below;
    }
  };
}
