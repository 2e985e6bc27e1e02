// A power cut: a portal works on a disk of its own, and at some moment what reached that disk is copied, without anything being written
// down first. The copy is what a machine finds when it starts again; the file system's journal is replayed as it would be then.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Disk {
  /** Where its files are. */
  readonly folder: string;
  /** What reached the disk by now, as a disk of its own. */
  cut(): Disk;
  /** Unmounted and removed. */
  remove(): void;
}

const quietly = { stdio: 'ignore' } as const;

function mounted(home: string): Disk | null {
  const [image, folder] = [join(home, 'image'), join(home, 'mounted')];
  mkdirSync(folder, { recursive: true });
  // Nothing is written back by the clock of the file system within a test: what is there was asked for.
  if (spawnSync('mount', ['-o', 'loop,commit=300', image, folder], quietly).status !== 0) return null;
  return {
    folder,
    cut() {
      const other = mkdtempSync(join(tmpdir(), 'murmur-cut-'));
      // Holes stay holes: most of a small disk is empty.
      if (spawnSync('cp', ['--sparse=always', image, join(other, 'image')], quietly).status !== 0) throw new Error('the disk cannot be copied');
      const disk = mounted(other);
      if (!disk) throw new Error('the copy of the disk cannot be mounted');
      return disk;
    },
    remove() {
      // Lazily: a portal that a failed test left may still stand in it.
      spawnSync('umount', ['-l', folder], quietly);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Null where this machine makes or mounts no disk. */
export function aDisk(megabytes: number): Disk | null {
  const home = mkdtempSync(join(tmpdir(), 'murmur-power-'));
  const image = join(home, 'image');
  writeFileSync(image, '');
  truncateSync(image, megabytes << 20);
  const made = spawnSync('mkfs.ext4', ['-q', '-F', image], quietly).status === 0;
  const disk = made ? mounted(home) : null;
  if (!disk) rmSync(home, { recursive: true, force: true });
  return disk;
}
