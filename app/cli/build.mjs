// Builds what the server serves: the portal first, because its build empties the folder, then the ballot pages.
import { spawnSync } from 'node:child_process';

function run(command, args) {
  const { status } = spawnSync(process.execPath, [command, ...args], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

run('node_modules/@remix-run/dev/dist/cli.js', ['vite:build']);
run('node_modules/tsx/dist/cli.mjs', ['app/ballot/build/write.ts']);
run('app/cli/compress.mjs', []);
