import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { releaseShow, releaseVerify } from '#app/cli/release.ts';
import { canonical, hashOf } from '#app/domain/publication/release/canonical.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { aClosedSurvey, aCompanyOfMany } from '#tests/support/waves.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-release-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));

const { release } = aClosedSurvey({
  ...aCompanyOfMany,
  id: 'pulse',
  seed: 3,
  backgrounds: { tenure: ['new', 'some', 'long'] },
  cuts: [
    { question: 'tenure', scope: 'company', items: ['OUT-01', 'PAY-01'] },
    { question: 'tenure', scope: 'lab' },
  ],
});
mkdirSync(join(dataFolder, 'releases'));
const fileOf = (name: string) => join(dataFolder, 'releases', `${name}.json`);
writeFileSync(fileOf('pulse'), canonical(release));
const withoutCuts: Release = { ...release, survey: { ...release.survey, id: 'plain' }, cuts: [], audit: { ...release.audit, dropped: [] } };
writeFileSync(fileOf('plain'), canonical(withoutCuts));

async function said(command: typeof releaseShow, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await command.run(args, { out: (line) => out.push(line), err: (line) => err.push(line), dataFolder, json: false });
  return { code, out, err };
}

test('a release is printed as the file it is', async () => {
  expect(await said(releaseShow, 'pulse')).toEqual({ code: 0, out: [canonical(release)], err: [] });
  expect((await said(releaseShow, hashOf(release).slice(0, 12))).out).toEqual([canonical(release)]);
});

test('its cuts are printed as tables, with every figure as it stands in the file and the reason for what is missing', async () => {
  const { code, out } = await said(releaseShow, 'pulse', '--cuts');
  expect(code).toBe(0);
  const [table] = release.cuts;
  expect(out[0]).toBe('tenure, company: 3 bands, favourable of valid answers');
  expect(out[1]!.trim().split(/ {2,}/)).toEqual(table!.bands.map(({ labels }) => labels.map((label) => label || '–').join(' + ')));
  expect(out[2]!.trim().split(/ {2,}/)).toEqual(['answered', ...table!.bands.map(({ answered }) => String(answered))]);
  expect(out[3]!.trim().split(/ {2,}/)).toEqual(['OUT-01', ...table!.bands.map(({ favourable }) => favourable['OUT-01']!.join(' of '))]);
  expect(new Set(out.slice(1, 5).map((line) => line.length)).size).toBe(1);
  expect(out.at(-2)).toBe('tenure, lab: dropped (too-few), because too few answered');
  expect(out.at(-1)).toMatch(/^1 published, 1 dropped; whatever is computed from the release rests on \d+ people or more$/);
});

test('without declared cuts it says so', async () => {
  expect((await said(releaseShow, 'plain', '--cuts')).out).toEqual(['no cuts were declared']);
});

test('a table that does not add up with the answers is told with what is wrong', async () => {
  expect(await said(releaseVerify, fileOf('pulse'))).toMatchObject({ code: 0, err: [] });
  const copy = structuredClone(release);
  Object.assign(copy.cuts[0]!.bands[0]!.favourable, { 'PAY-01': [2, 6] });
  writeFileSync(join(dataFolder, 'changed.json'), canonical(copy));
  const { code, err } = await said(releaseVerify, join(dataFolder, 'changed.json'));
  expect([code, err]).toEqual([1, [expect.stringContaining('the bands of tenure (company) do not add up to the answers to PAY-01')]]);
});
