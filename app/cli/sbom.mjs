// npm run --silent sbom: what is inside, as CycloneDX on standard output. Read from the lock file, without the network. `npm sbom --omit=dev`
// would leave out everything that a build tool happens to use too, so it is handed a lock that knows no build tools.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The lock without what only building and testing need. */
export function productionLock(lock) {
  const packages = Object.entries(lock.packages).filter(([, entry]) => !entry.dev);
  return { ...lock, packages: { ...Object.fromEntries(packages), '': { ...lock.packages[''], devDependencies: {} } } };
}

/** The list as text. */
export function sbom() {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-sbom-'));
  try {
    const place = join(folder, 'murmur');
    mkdirSync(place);
    writeFileSync(join(place, 'package.json'), JSON.stringify({ ...read('package.json'), devDependencies: {} }));
    writeFileSync(join(place, 'package-lock.json'), JSON.stringify(productionLock(read('package-lock.json'))));
    copyFileSync(join(root, '.npmrc'), join(place, '.npmrc'));
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const args = [...npm.slice(1), 'sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', '--loglevel=error', '--offline'];
    const { status, stdout, stderr } = spawnSync(npm[0], args, { cwd: place, encoding: 'utf8', maxBuffer: 64 << 20 });
    if (status !== 0) throw new Error(`npm sbom failed: ${stderr || stdout}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(sbom());
