import { expect, test } from 'vitest';
import { faultOf, faultOfPlatform, mountOf, swapsIn } from '#app/domain/responses/disks.ts';

const mountinfo = [
  '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard',
  '40 27 0:50 / /srv rw,relatime shared:5 master:1 - btrfs /dev/vdb rw,space_cache=v2',
  '41 27 8:1 / /srv/data\\040of\\040ours rw - ext4 /dev/sda1 rw,data=journal',
  '42 27 0:60 / /srv/data\\040of\\040ours rw - tmpfs none rw',
  'nonsense',
].join('\n');

test('a path lies on the mount that covers it last', () => {
  expect(mountOf(mountinfo, '/var/lib/murmur')?.type).toBe('ext4');
  expect(mountOf(mountinfo, '/srv/murmur')?.type).toBe('btrfs');
  expect(mountOf(mountinfo, '/srvice')?.type).toBe('ext4');
  expect(mountOf(mountinfo, '/srv/data of ours/murmur')?.type).toBe('tmpfs');
  expect(mountOf('', '/srv')).toBeNull();
});

test.each([
  ['ext4', ['rw'], null], ['xfs', ['rw'], null], ['tmpfs', [], null], ['ext4', ['rw', 'data=ordered'], null],
  ['ext4', ['rw', 'data=journal'], 'data-journal'], ['ext3', ['data=journal'], 'data-journal'],
  ['btrfs', [], 'copy-on-write'], ['zfs', [], 'copy-on-write'], ['overlay', [], 'copy-on-write'], ['bcachefs', [], 'copy-on-write'], ['f2fs', [], 'copy-on-write'],
  ['nfs4', [], 'elsewhere'], ['cifs', [], 'elsewhere'], ['fuse.sshfs', [], 'elsewhere'], ['fuseblk', [], 'elsewhere'], ['9p', [], 'elsewhere'], ['virtiofs', [], 'elsewhere'],
  ['newfs', [], 'unknown'],
] as const)('%s with %s: %s', (type, options, fault) => {
  expect(faultOf({ type, options })).toBe(fault);
});

test('a platform that tells nothing is not taken for a good one', () => {
  expect([faultOfPlatform('darwin'), faultOfPlatform('win32')]).toEqual(['copy-on-write', 'unknown']);
});

test('swap areas are read with their kind', () => {
  const text = 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n/dev/dm-1                               partition\t1\t0\t-2\n/swap\\040file file 1 0 -3\n';
  expect(swapsIn(text)).toEqual([{ name: '/dev/dm-1', file: false }, { name: '/swap file', file: true }]);
  expect(swapsIn('Filename Type Size Used Priority\n')).toEqual([]);
});
