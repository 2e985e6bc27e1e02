// The Chromium of the tests comes from npm and is unpacked once; where there is none for the platform one that is installed is used.
// CHROME names another one, such as a full browser with fonts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { LaunchOptions } from '@playwright/test';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A name that is no secure context over plain http.
  '--host-resolver-rules=MAP portal.example 127.0.0.1',
];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a browser, or of none: the one in npm is for Linux on x64. */
function browserOfMachine(): string | null {
  const named = process.env['CHROME'];
  if (named) return named;
  if (process.platform === 'linux' && process.arch === 'x64') return null;
  return installed.find((path) => existsSync(path)) ?? null;
}

/** Whether anything here can be launched. */
export function hasBrowser(): boolean {
  return browserOfMachine() !== null || (process.platform === 'linux' && process.arch === 'x64');
}

/** What Playwright launches. Several workers may ask at once: the folder appears whole or not at all. */
export function chrome(): LaunchOptions {
  const browser = browserOfMachine();
  if (browser !== null) return { executablePath: browser, args };
  const packed = resolve('node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = resolve(`node_modules/.cache/chromium-${version}`);
  if (!existsSync(folder)) unpack(join(packed, 'bin'), folder);
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

function unpack(bin: string, folder: string): void {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const name of ['al2023', 'fonts']) {
    const tar = join(unfinished, `${name}.tar`);
    writeFileSync(tar, brotliDecompressSync(readFileSync(join(bin, `${name}.tar.br`))));
    execFileSync('tar', ['-xf', tar, '-C', unfinished]);
    rmSync(tar);
  }
  writeFileSync(join(unfinished, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))), { mode: 0o755 });
  writeFileSync(
    join(unfinished, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fontconfig</cachedir></fontconfig>`,
  );
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
