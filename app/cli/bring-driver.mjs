// After every installation. npm builds the newer database driver anew although it brings its binary, and takes it away where there is no
// compiler. Here it comes back from the same lock, as it was packed: nothing of it is run.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

function isThere() {
  try {
    createRequire(import.meta.url).resolve('better-sqlite3/package.json');
    return true;
  } catch {
    return false;
  }
}

if (Number.parseInt(process.versions.node, 10) >= 22 && !isThere()) {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const env = { ...process.env, npm_config_ignore_scripts: 'true' };
  spawnSync(npm[0], [...npm.slice(1), 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (!isThere()) console.error('the database driver could not be brought back: run npm ci --ignore-scripts');
}
