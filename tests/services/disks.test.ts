import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkDisk, checkSwap, type KernelPlaces } from '#app/services/privacy/check-disks.server.ts';
import { testApp } from '#tests/support/app.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** What a kernel says of itself, as files. */
function aKernel(files: Readonly<Record<string, string>>, platform = 'linux'): KernelPlaces {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-kernel-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { proc: join(folder, 'proc'), sys: join(folder, 'sys'), platform };
}

const mount = (type: string, options = 'rw') => ({ 'proc/self/mountinfo': `1 0 8:1 / / rw - ${type} /dev/sda1 ${options}\n` });
const swaps = (...rows: string[]) => ({ 'proc/swaps': ['Filename Type Size Used Priority', ...rows, ''].join('\n') });

test('each file system that keeps what is overwritten is named, and no other', async () => {
  const app = await testApp();
  const failing = (places: KernelPlaces) => checkDisk(app, places).filter(({ ok }) => !ok).map(({ id, details }) => `${id} ${details['found']}`);
  expect(failing(aKernel(mount('ext4')))).toEqual([]);
  expect(failing(aKernel(mount('btrfs')))).toEqual(['disk-copies btrfs']);
  expect(failing(aKernel(mount('ext4', 'rw,data=journal')))).toEqual(['disk-journal ext4']);
  expect(failing(aKernel(mount('nfs4')))).toEqual(['disk-elsewhere nfs4']);
  expect(failing(aKernel(mount('newfs')))).toEqual(['disk-unknown newfs']);
  expect(failing(aKernel({}, 'darwin'))).toEqual(['disk-copies darwin']);
  expect(failing(aKernel({}, 'win32'))).toEqual(['disk-unknown win32']);
});

test('swap is good in memory, on an encrypted device or on what lies on one; anything else is named', () => {
  const found = (files: Readonly<Record<string, string>>) => checkSwap(aKernel(files)).details['found'];
  expect(found(swaps())).toBe('');
  expect(found(swaps('/dev/sda2 partition 1 0 -2'))).toBe('/dev/sda2');
  expect(found({ ...swaps('/dev/dm-1 partition 1 0 -2'), 'sys/class/block/dm-1/dm/uuid': 'CRYPT-LUKS2-x' })).toBe('');
  const onEncrypted = { 'sys/class/block/dm-2/dm/uuid': 'LVM-x', 'sys/class/block/dm-2/slaves/dm-1/x': '', 'sys/class/block/dm-1/dm/uuid': 'CRYPT-LUKS2-x' };
  expect(found({ ...swaps('/dev/dm-2 partition 1 0 -2'), ...onEncrypted })).toBe('');
  expect(found(swaps('/dev/zram0 partition 1 0 100'))).toBe('');
  expect(found({ ...swaps('/dev/zram0 partition 1 0 100'), 'sys/block/zram0/backing_dev': '/dev/sdb\n' })).toBe('/dev/zram0');
  expect(found({ ...swaps('/swapfile file 1 0 -2'), ...mount('ext4'), 'sys/dev/block/8:1/uevent': 'DEVNAME=sda1\n' })).toBe('/swapfile');
  expect(found({})).toBe('?');
});
