// What an ext4 file system keeps of a file's inode, in its table and in its journal: every copy has the time of the last change at that
// moment. Source of the layout: kernel.org/doc/html/latest/filesystems/ext4/inodes.html.

const modeOfPrivateFile = 0x8180;
const extentMagic = 0xf30a;
const step = 128;

/** Different times of the last change (seconds and nanoseconds) in all copies of the inode of a private file with this size, sorted. */
export function inodeTimes(disk: Uint8Array, size: number): string[] {
  const view = new DataView(disk.buffer, disk.byteOffset, disk.byteLength);
  const times = new Set<string>();
  for (let at = 0; at + 256 <= disk.length; at += step) {
    const isIt = view.getUint16(at, true) === modeOfPrivateFile && view.getUint32(at + 4, true) === size && view.getUint16(at + 40, true) === extentMagic;
    if (isIt) times.add(`${view.getUint32(at + 16, true)} ${String(view.getUint32(at + 0x88, true) >>> 2).padStart(9, '0')}`);
  }
  return [...times].sort();
}
