// npm run release: a folder with the built program, and the same as one file. `npm ci --omit=dev` in it brings what production runs and no
// build tool; it holds no source, so nothing in it can be older than anything else.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFolder, buildIfNeeded } from './built.mjs';
import { sbom } from './sbom.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const carried = ['package.json', 'package-lock.json', '.npmrc', 'README.md', 'SECURITY.md', 'docs', 'app/cli/murmur.mjs', 'app/cli/built.mjs', 'app/cli/settings.mjs', 'app/cli/sbom.mjs', 'app/cli/bring-driver.mjs'];

if (!buildIfNeeded((line) => console.error(line))) process.exit(1);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `murmur-${version}`;
const folder = join(root, 'release', name);
rmSync(folder, { recursive: true, force: true });
for (const path of carried) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true, preserveTimestamps: true });
}
cpSync(buildFolder, join(folder, 'build'), { recursive: true, preserveTimestamps: true });
writeFileSync(join(folder, 'murmur.cdx.json'), sbom());
// By which anybody finds the sources of the ballot page again (docs/rebuild.md).
const git = (...words) => spawnSync('git', words, { cwd: root, encoding: 'utf8' });
const revision = git('rev-parse', 'HEAD');
const changed = git('status', '--porcelain', '--untracked-files=no').stdout;
if (revision.status === 0 && changed === '') writeFileSync(join(folder, 'REVISION'), revision.stdout);
else console.error('no REVISION is written: these sources are no commit');
const packed = spawnSync('tar', ['-czf', `${name}.tgz`, name], { cwd: join(root, 'release'), stdio: ['ignore', 'inherit', 'inherit'] });
if (packed.status !== 0) console.error('tar is missing or failed: the folder is complete, the packed file is not there');
console.log(`release/${name}${packed.status === 0 ? ` and release/${name}.tgz` : ''}`);
