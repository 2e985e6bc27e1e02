// The list of receipts in one hash: whoever kept a receipt can check that the list shown is the one the release was made with.
// Prefixes as in RFC 6962, so that an inner node can never be passed off as a receipt.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** `receipts` are hashes in hex, in any order: they are sorted first. The root in hex; of no receipts, the hash of nothing. */
export function merkleRoot(receipts: readonly string[]): string {
  const leaves = [...receipts].sort().map((receipt) => sha256(concatBytes(leafPrefix, hexToBytes(receipt))));
  return bytesToHex(leaves.length === 0 ? sha256(new Uint8Array()) : rootOf(leaves));
}

/** Pairs from the left, a last one without a partner moves up as it is: the tree of RFC 6962, section 2.1. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  let row = leaves;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const right = row[at + 1];
      above.push(right ? sha256(concatBytes(nodePrefix, row[at]!, right)) : row[at]!);
    }
    row = above;
  }
  return row[0]!;
}
