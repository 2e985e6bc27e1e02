// The Chromium of the tests comes from npm and is unpacked once; CHROME names another one, such as a full browser with fonts.
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

/** What Playwright launches. Several workers may ask at once: the folder appears whole or not at all. */
export function chrome(): LaunchOptions {
  const named = process.env['CHROME'];
  if (named) return { executablePath: named, args };
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
