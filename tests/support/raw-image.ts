// An ext4 file system in a file: what lies on it can be read as a thief of the disk reads it, free blocks and journal included.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RawImage {
  /** A folder on it. */
  readonly folder: string;
  /** How many of these stand anywhere in the image. */
  found(words: readonly string[]): number;
  remove(): void;
}

const quiet = { stdio: 'ignore' } as const;

export function rawImage(blockBytes: number, megabytes = 32): RawImage {
  const place = mkdtempSync(join(tmpdir(), 'murmur-image-'));
  const [file, mounted] = [join(place, 'image'), join(place, 'mounted')];
  closeSync(openSync(file, 'w', 0o600));
  truncateSync(file, megabytes * 1024 * 1024);
  mkdirSync(mounted);
  execFileSync('mkfs.ext4', ['-q', '-F', '-b', String(blockBytes), file], quiet);
  execFileSync('mount', ['-o', 'loop', file, mounted], quiet);
  const folder = join(mounted, 'data');
  mkdirSync(folder, { mode: 0o700 });
  return {
    folder,
    found(words) {
      execFileSync('sync', ['-f', mounted], quiet);
      const image = readFileSync(file);
      return words.filter((word) => image.includes(word)).length;
    },
    remove() {
      execFileSync('umount', [mounted], quiet);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function canMount(): boolean {
  try {
    rawImage(1024).remove();
    return true;
  } catch {
    return false;
  }
}

/** Sizes of blocks to try; none where this machine mounts no images, which is said. */
export const blockSizes: readonly number[] = canMount() ? [1024, 4096] : [];
if (blockSizes.length === 0) process.stderr.write('No image can be mounted on this machine: what lies in free blocks of a disk was NOT looked at.\n');
