// Makes a backup, looks at what is in it, and throws it away.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothingFound, type PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import type { App } from '#app/platform/app.server.ts';
import { shredFolder } from '#db/disk.server.ts';
import { backUp } from '#app/services/installation/back-up.server.ts';
import { filesBelow, holdsAny, keyMark } from './find-strays.server.ts';

const belongs = /^(SHA256SUMS|portal\.jsonl|releases\/[\w-]{1,64}\.(json|receipts|words))$/;

export async function checkBackups(app: App, secrets: readonly string[]): Promise<PrivacyCheck> {
  const scratch = await mkdtemp(join(tmpdir(), 'murmur-backup-check-'));
  const folder = join(scratch, 'backup');
  try {
    const made = await backUp(app.config, folder, app.now().toISOString());
    if (!made.ok) throw new Error(made.because);
    const files = await filesBelow(folder);
    const found = files.filter((file) => !belongs.test(file));
    for (const file of files) if (await holdsAny(join(folder, file), [keyMark, ...secrets])) found.push(file);
    return nothingFound('backups', found, { files: files.length });
  } finally {
    await shredFolder(scratch);
  }
}
