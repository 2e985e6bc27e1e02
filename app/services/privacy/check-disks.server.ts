// Looks at the file system under the data folder and at the swap: what is overwritten here must not lie on elsewhere.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nothingFound, type PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import { faultOf, faultOfPlatform, mountOf, swapsIn, type DiskFault, type Mount, type Swap } from '#app/domain/responses/disks.ts';
import type { App } from '#app/platform/app.server.ts';

/** Where the kernel tells of itself; a test puts other folders there. */
export interface KernelPlaces {
  readonly proc: string;
  readonly sys: string;
  readonly platform: string;
}

const kernel: KernelPlaces = { proc: '/proc', sys: '/sys', platform: process.platform };

function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const whole = (path: string) => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

function faultAt({ proc, platform }: KernelPlaces, path: string): { readonly fault: DiskFault | null; readonly type: string } {
  const mountinfo = readOr(join(proc, 'self', 'mountinfo'));
  const mount = mountinfo === null ? null : mountOf(mountinfo, whole(path));
  return mount ? { fault: faultOf(mount), type: mount.type } : { fault: faultOfPlatform(platform), type: platform };
}

/** One for each kind of fault: `found` names the file systems. */
export function checkDisk(app: App, places: KernelPlaces = kernel): PrivacyCheck[] {
  const { dataFolder, database } = app.config;
  const at = [dataFolder, ...(app.data.forgets && database !== ':memory:' ? [database] : [])].map((path) => faultAt(places, path));
  const types = [...new Set(at.map(({ type }) => type))].join(', ');
  const of = (fault: DiskFault) => [...new Set(at.filter((one) => one.fault === fault).map(({ type }) => type))];
  return [
    nothingFound('disk-copies', of('copy-on-write'), { types }),
    nothingFound('disk-journal', of('data-journal'), { types }),
    nothingFound('disk-elsewhere', of('elsewhere'), { types }),
    nothingFound('disk-unknown', of('unknown'), { types }),
  ];
}

/** Whether all that is written to this block device is encrypted, or stays in memory; devices made of others are as good as those. */
function isShielded(sys: string, device: string): boolean {
  if (/^zram\d+$/.test(device)) return ['none', null].includes(readOr(join(sys, 'block', device, 'backing_dev'))?.trim() ?? null);
  if (readOr(join(sys, 'class', 'block', device, 'dm', 'uuid'))?.startsWith('CRYPT-')) return true;
  const below = namesIn(join(sys, 'class', 'block', device, 'slaves'));
  return below.length > 0 && below.every((one) => isShielded(sys, one));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function deviceOf({ proc, sys }: KernelPlaces, { name, file }: Swap): string {
  if (!file) return basename(whole(name));
  const mount: Mount | null = mountOf(readOr(join(proc, 'self', 'mountinfo')) ?? '', name);
  const uevent = mount && readOr(join(sys, 'dev', 'block', mount.device, 'uevent'));
  return /^DEVNAME=(.+)$/m.exec(uevent ?? '')?.[1] ?? '';
}

export function checkSwap(places: KernelPlaces = kernel): PrivacyCheck {
  const table = readOr(join(places.proc, 'swaps'));
  if (table === null) return nothingFound('swap', ['?'], { n: 0 });
  const swaps = swapsIn(table);
  return nothingFound('swap', swaps.filter((swap) => !isShielded(places.sys, deviceOf(places, swap))).map(({ name }) => name), { n: swaps.length });
}

/** On a database server neither the order of rows nor old copies can be taken away. */
export function checkForgetting(app: App): PrivacyCheck {
  return { ...nothingFound('forgetting', []), limit: !app.data.forgets };
}
