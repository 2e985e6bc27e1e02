#!/usr/bin/env node
// The program's front door. What is built runs as it is, without a compiler beside it; `serve` and `demo` build first where that is
// needed, and everything else runs from the sources right after `npm ci`.
import { pathToFileURL } from 'node:url';
import { buildFolder, buildIfNeeded, builtCli, canBuild, isCheckout, isFresh, noBuild } from './built.mjs';
import { readSettings } from './settings.mjs';

const words = process.argv.slice(2);
const say = (line) => void process.stderr.write(`${line}\n`);
const asksOnly = words.includes('--help') || words.includes('-h');
const serves = !asksOnly && words.some((word) => word === 'serve' || word === 'demo');
const unreadable = readSettings();
if (unreadable !== null) {
  say(unreadable);
  process.exit(1);
}
// The program may be called from any folder.
process.env.MURMUR_BUILD ||= buildFolder;

const notInstalled = (cause) => `the packages that Murmur needs are not installed here: run npm ci${isCheckout() ? '' : ' --omit=dev'} in its folder (${cause.split(' imported from')[0]})`;

/** The command line, built or translated as it is loaded; null after saying what is missing. */
async function program() {
  if (serves && !buildIfNeeded(say)) return null;
  if (isFresh()) return import(pathToFileURL(builtCli).href);
  if (!canBuild()) {
    say(noBuild);
    return null;
  }
  const { register } = await import('tsx/esm/api');
  register();
  return import('./main.ts');
}

try {
  const found = await program();
  process.exitCode = found ? await found.main(words) : 1;
} catch (error) {
  const isMissing = error?.code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package/.test(error.message);
  if (!isMissing && error?.name !== 'StartMistake') throw error;
  say(isMissing ? notInstalled(error.message) : error.message);
  process.exitCode = 1;
}
