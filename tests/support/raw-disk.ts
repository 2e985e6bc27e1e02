// A disk of its own for a test: an ext4 file system in a file, mounted, read raw as somebody would who takes the disk away.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RawDisk {
  /** Where its files are. */
  readonly folder: string;
  /** Every byte of it, after what is in memory was written down. */
  read(): Uint8Array;
  remove(): void;
}

/** `blockBytes`: 1024 or 4096. Null where this machine makes or mounts none. */
export function rawDisk(blockBytes: number, megabytes: number): RawDisk | null {
  const home = mkdtempSync(join(tmpdir(), 'murmur-disk-'));
  const [image, folder] = [join(home, 'image'), join(home, 'mounted')];
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, megabytes << 20);
  const made = spawnSync('mkfs.ext4', ['-q', '-F', '-b', String(blockBytes), '-J', `size=${megabytes >> 2}`, image], { stdio: 'ignore' }).status === 0;
  if (!made || spawnSync('mount', ['-o', 'loop', image, folder], { stdio: 'ignore' }).status !== 0) {
    rmSync(home, { recursive: true });
    return null;
  }
  const sync = () => execFileSync('sync', ['-f', folder]);
  return {
    folder,
    read() {
      sync();
      // The image is read beside the mounted file system: once its blocks are written down they are the same.
      return readFileSync(image);
    },
    remove() {
      // Lazily: a portal that a failed test left may still stand in it.
      spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(home, { recursive: true, force: true });
    },
  };
}
