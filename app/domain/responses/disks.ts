// What the disk below the data folder does with what is overwritten. The promise needs it to be written over where it lies: file systems
// that write elsewhere, keep a journal of contents, or lie on another machine keep copies that nobody here can reach.

export interface Mount {
  readonly point: string;
  /** As the kernel calls it: ext4, btrfs, overlay … */
  readonly type: string;
  readonly options: readonly string[];
  /** major:minor of the device. */
  readonly device: string;
}

export type DiskFault = 'copy-on-write' | 'data-journal' | 'elsewhere' | 'unknown';

const written = { elsewhere: /^(nfs\d?|cifs|smb3?|smbfs|9p|virtiofs|ceph|glusterfs|afs|fuse(\..+|blk)?|drvfs)$/, anew: /^(btrfs|zfs|bcachefs|overlay|aufs|unionfs|f2fs|nilfs2|ubifs|jffs2|apfs|refs)$/ };
const inPlace = /^(ext[234]|xfs|jfs|vfat|exfat|hfsplus|reiserfs|tmpfs|ramfs)$/;

/** The kernel writes blanks and such as octal numbers. */
const plain = (text: string) => text.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)));

/** One line of /proc/self/mountinfo, proc(5): id, parent, device, root, mount point, options, fields of any number, «-», type, source,
 * options of the file system. Null for anything else. */
function mountIn(line: string): Mount | null {
  const [before = '', after = ''] = line.split(' - ');
  const [, , device, , point, options = ''] = before.split(' ');
  const [type, , more = ''] = after.split(' ');
  if (!device || !point || !type) return null;
  return { point: plain(point), type, device, options: [...options.split(','), ...more.split(',')].filter((one) => one !== '') };
}

/** Where this path lies; of mounts at the same place the last one covers the others. Null where the text says nothing about it. */
export function mountOf(mountinfo: string, path: string): Mount | null {
  const holds = ({ point }: Mount) => point === '/' || path === point || path.startsWith(`${point}/`);
  const holding = mountinfo.split('\n').flatMap((line) => mountIn(line) ?? []).filter(holds);
  return holding.reduce<Mount | null>((found, mount) => (found === null || mount.point.length >= found.point.length ? mount : found), null);
}

/** Null where what is overwritten is overwritten. Memory forgets by itself. */
export function faultOf({ type, options }: Pick<Mount, 'type' | 'options'>): DiskFault | null {
  if (written.elsewhere.test(type)) return 'elsewhere';
  if (written.anew.test(type)) return 'copy-on-write';
  if (!inPlace.test(type)) return 'unknown';
  return options.includes('data=journal') || options.includes('journal_data') ? 'data-journal' : null;
}

/** What a platform writes its files on where it tells nobody more. */
export function faultOfPlatform(platform: string): DiskFault {
  return platform === 'darwin' ? 'copy-on-write' : 'unknown';
}

export interface Swap {
  readonly name: string;
  readonly file: boolean;
}

/** The table of /proc/swaps, without its head. */
export function swapsIn(text: string): Swap[] {
  const rows = text.split('\n').slice(1).map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([name = '', kind = '']) => (name === '' ? [] : [{ name: plain(name), file: kind === 'file' }]));
}
