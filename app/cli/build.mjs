// Builds what the server serves: the ballot pages first, then the portal. Also makes the folder that says what was built from what.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function run(command, args) {
  const { status } = spawnSync(process.execPath, [command, ...args], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

if (existsSync('app/ballot/build/write.ts')) run('node_modules/tsx/dist/cli.mjs', ['app/ballot/build/write.ts']);
run('node_modules/@remix-run/dev/dist/cli.js', ['vite:build']);
