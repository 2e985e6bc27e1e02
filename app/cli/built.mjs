// Where the program lies, and whether what was built there is as young as its sources. Plain script: read before anything is translated.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.env.MURMUR_BUILD ? resolve(process.env.MURMUR_BUILD) : join(root, 'build');
const sources = ['app', 'db', 'public', 'package-lock.json', 'vite.config.ts', 'remix.config.js'];
// The last of them is what a build writes last.
const results = ['server/index.js', 'server/cli.js', 'ballot/pages.json'];

/** Folder of the build, and the command line in it. */
export const buildFolder = folder;
export const builtCli = join(folder, 'server/cli.js');

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether there is a whole build. */
export function isBuilt() {
  return results.every((file) => existsSync(join(folder, file)));
}

/** A release holds no sources: its build is never too old. */
export function isCheckout() {
  return existsSync(join(root, 'vite.config.ts'));
}

/** True when there is a whole build that no source is younger than. */
export function isFresh() {
  if (!isBuilt()) return false;
  if (!isCheckout()) return true;
  const at = statSync(join(folder, results.at(-1))).mtimeMs;
  return sources.every((source) => !existsSync(join(root, source)) || newest(join(root, source)) <= at);
}

/** Whether what builds is installed; production does without. A build that somebody put elsewhere is not made again. */
export function canBuild() {
  if (process.env.MURMUR_BUILD && folder !== join(root, 'build')) return false;
  try {
    createRequire(import.meta.url).resolve('@remix-run/dev/package.json');
    return isCheckout();
  } catch {
    return false;
  }
}

/** What to do where neither a build nor what makes one is there. */
export const noBuild = isCheckout() && folder === join(root, 'build')
  ? 'the build is missing or older than the sources, and the build tools are not installed: run npm ci and npm run build, or install a release'
  : `the built program is missing in ${folder} or incomplete: unpack the release again; your data were not touched`;

/** Builds if the build is missing or stale; false when that failed. */
export function buildIfNeeded(say = () => undefined) {
  if (isFresh()) return true;
  if (!canBuild()) {
    say(noBuild);
    return false;
  }
  say('Building …');
  // Whoever asks, a test too: what is built is what production runs.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
  return spawnSync(process.execPath, [join(root, 'app/cli/build.mjs')], { cwd: root, env, stdio: ['ignore', 'ignore', 2] }).status === 0;
}
