// Where pieces of bytes stand on a disk, wherever that is: in files, in what was deleted, in a file system's own journal. An attacker does
// not ask the file system what is still there.

const headBytes = 6;

/** By piece (of six bytes or more), every place where it begins, ascending. */
export function copiesOf(disk: Uint8Array, pieces: readonly Uint8Array[]): number[][] {
  const places = pieces.map((): number[] => []);
  const byHead = new Map<number, number[]>();
  // One bit for each beginning of three bytes: nearly all of a disk is passed over by it.
  const near = new Uint8Array(1 << 21);
  pieces.forEach((piece, index) => {
    const head = headAt(piece, 0);
    byHead.set(head, [...(byHead.get(head) ?? []), index]);
    const start = (piece[0]! << 16) | (piece[1]! << 8) | piece[2]!;
    near[start >> 3]! |= 1 << (start & 7);
  });
  let start = (disk[0]! << 8) | disk[1]!;
  for (let at = 0; at + headBytes <= disk.length; at += 1) {
    start = ((start << 8) | disk[at + 2]!) & 0xffffff;
    if ((near[start >> 3]! & (1 << (start & 7))) === 0) continue;
    for (const index of byHead.get(headAt(disk, at)) ?? []) if (standsAt(disk, at, pieces[index]!)) places[index]!.push(at);
  }
  return places;
}

/** Six bytes as one whole number. */
function headAt(bytes: Uint8Array, at: number): number {
  let head = 0;
  for (let next = 0; next < headBytes; next += 1) head = head * 256 + bytes[at + next]!;
  return head;
}

function standsAt(disk: Uint8Array, at: number, piece: Uint8Array): boolean {
  for (let next = 0; next < piece.length; next += 1) if (disk[at + next] !== piece[next]) return false;
  return true;
}
