// The portal's own side of the promise: its schema, the smallest group, its files, the versions that run.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { isLanguage } from '#app/domain/kernel/language.ts';
import { smallestK } from '#app/domain/organisation/organisation.ts';
import { nothingFound, type PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import { manifestOrNull } from '#app/domain/publication/tally/manifest-text.ts';
import { forbiddenColumns, pathsToBoxes } from '#app/domain/responses/traces.ts';
import type { App } from '#app/platform/app.server.ts';
import { builtPages } from '#app/services/publication/build-ballot-pages.server.ts';

export async function checkSchema(app: App): Promise<PrivacyCheck[]> {
  const shapes = await app.data.shapes();
  const n = shapes.length;
  return [nothingFound('portal-schema', forbiddenColumns(shapes), { n }), nothingFound('no-path', pathsToBoxes(shapes), { n })];
}

/** Neither the setting nor any sealed survey is below the floor. */
export async function checkGroupSize(app: App): Promise<PrivacyCheck> {
  const k = (await app.data.organisation.get())?.k ?? smallestK;
  const found: string[] = k < smallestK ? ['k'] : [];
  for (const { id, state } of await app.data.surveys.withConsultations()) {
    const stored = state === 'draft' ? null : await app.data.manifests.ofSurvey(id);
    if (stored && !((manifestOrNull(stored.text)?.k ?? 0) >= smallestK)) found.push(id);
  }
  return nothingFound('group-size', found, { k, floor: smallestK });
}

/** The portal's files are shielded by their folder or by themselves. */
export async function portalFilesOpenToOthers({ config }: App): Promise<string[]> {
  const isOpen = async (path: string) => stat(path).then(({ mode }) => (mode & 0o077) !== 0, () => false);
  if (!(await isOpen(config.dataFolder))) return [];
  const files = [config.database, `${config.database}-wal`];
  const open = await Promise.all(files.map(isOpen));
  return files.filter((_, index) => open[index]).map((path) => path.slice(config.dataFolder.length + 1));
}

/** What runs here, and the hashes of the ballot page as built: anybody can build it again and compare. */
export async function checkVersions(app: App): Promise<PrivacyCheck> {
  const { buildFolder } = app.config;
  const version = await readJson(join(buildFolder, '..', 'package.json'), v.object({ version: v.string() }));
  const listed = await readJson(join(buildFolder, 'ballot', 'pages.json'), v.record(v.string(), v.object({ sha256: v.string() })));
  const built = await builtPages(app, (await app.data.organisation.get())?.tongues ?? []);
  const pages = built.ok ? built.value : [];
  // A page in a tongue that came by a file is made of that file: its hash is told, and was not built.
  const found = pages.filter(({ language }) => isLanguage(language)).filter(({ language, hash }) => listed && listed[language]?.sha256 !== hash).map(({ language }) => language);
  const hashes = pages.map(({ language, hash }) => `${language} ${hash}`).join(' · ');
  return nothingFound('versions', found, { version: version?.version ?? '–', node: process.version, hashes: hashes || '–' });
}

/** Null where it is not there, or not what was built. */
function readJson<T>(path: string, shape: v.GenericSchema<unknown, T>): Promise<T | null> {
  return readFile(path, 'utf8').then((text) => v.parse(shape, JSON.parse(text))).catch(() => null);
}
