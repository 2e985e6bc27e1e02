// The file `.env` beside package.json, where there is one. Plain script: read before anything is translated.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../.env', import.meta.url));

/** What the environment says comes first. Null, or one sentence for whoever starts the program. */
export function readSettings() {
  if (!existsSync(file)) return null;
  try {
    process.loadEnvFile(file);
    return null;
  } catch {
    return `${file} cannot be read: it must be a text file that the account which runs Murmur may read; put it right, or move it away`;
  }
}
