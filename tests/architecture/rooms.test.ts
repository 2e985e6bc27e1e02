// A noun has the same name in every layer, so that whoever knows it in one finds it in all.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { readonly forbidden: readonly { readonly name: string }[] };
const nouns = forbidden.flatMap(({ name }) => (name.startsWith('noun-') ? [name.slice('noun-'.length)] : [])).filter((noun) => noun !== 'kernel');

/** What every noun uses and no noun owns. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'app/domain': ['kernel'],
  'app/services': [],
  'app/ui': ['charts', 'controls', 'forms', 'layout', 'text.ts'],
  'app/text/en': ['common.ts', 'controls.ts', 'home.ts', 'index.ts', 'refusals.ts'],
  'app/text/zh-Hans': ['common.ts', 'controls.ts', 'home.ts', 'index.ts', 'refusals.ts'],
  'app/text/zh-Hant': ['common.ts', 'controls.ts', 'home.ts', 'index.ts', 'refusals.ts'],
  'db/stores': ['compiled-once.ts', 'in-chunks.ts', 'index.ts'],
};

/** Addresses are for people and stay; each belongs to a noun. */
const nounOfAddress: Readonly<Record<string, string>> = {
  _index: 'reports',
  $: 'access',
  feed: 'plans',
  'form-key': 'access',
  kept: 'surveys',
  language: 'access',
  notices: 'notifications',
  people: 'organisation',
  plans: 'plans',
  privacy: 'privacy',
  propose: 'surveys',
  results: 'reports',
  setup: 'installation',
  'sign-in': 'access',
  'sign-out': 'access',
  slips: 'surveys',
  surveys: 'surveys',
  team: 'plans',
};

test.each(Object.entries(shared))('%s has a room for each noun and no other', (folder, others) => {
  const strange = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !others.includes(entry.name))
    // A noun may have a door of its own name.
    .map((entry) => (entry.isDirectory() ? entry.name : entry.name.replace(/\.server\.ts$/, '')))
    .filter((name) => !nouns.includes(name));
  expect(strange).toEqual([]);
});

test('what is shared is there', () => {
  for (const [folder, names] of Object.entries(shared)) expect(readdirSync(folder)).toEqual(expect.arrayContaining([...names]));
});

test.each(['app/domain', 'app/services'])('every noun has its room in %s', (folder) => {
  const rooms = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(rooms.filter((room) => room !== 'kernel').sort()).toEqual([...nouns].sort());
});

test('every address belongs to a noun', () => {
  const addresses = new Set(readdirSync('app/routes').map((file) => file.replace(/\.tsx$/, '').split(/\[?\./)[0]!));
  expect([...addresses].sort()).toEqual(Object.keys(nounOfAddress).sort());
  expect(Object.values(nounOfAddress).filter((noun) => !nouns.includes(noun))).toEqual([]);
});

test('README and the decision name the nouns that there are', () => {
  const listed = new Intl.ListFormat('en', { type: 'unit' }).format(nouns);
  for (const file of ['README.md', 'docs/decisions/0001-layers-and-nouns.md']) expect(readFileSync(file, 'utf8')).toContain(`hirteen nouns (${listed})`);
});
