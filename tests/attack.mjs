// npm run attack: everything in full, for hours. npm run attack -- --cuts 200 --kills 1000 [--state DIR]: the power cuts and kills alone;
// stopped, they go on from DIR.
import { spawnSync } from 'node:child_process';

function run(script, args, env = {}) {
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
}

const stops = (args) => run('tsx/dist/cli.mjs', ['tests/bench/stops.ts', ...args]);
const args = process.argv.slice(2);
if (args.length > 0) stops(args);
else {
  run('vitest/vitest.mjs', ['run'], { ATTACK: '1' });
  stops(['--cuts', '200', '--kills', '1000']);
  run('tsx/dist/cli.mjs', ['tests/mutations/run.ts']);
}
