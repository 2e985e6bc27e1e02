import { describe, expect, test } from 'vitest';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import type { Release, ReleasedCut } from '#app/domain/publication/release/release.ts';
import { aClosedSurvey, aCompanyOfMany } from '#tests/support/waves.ts';

const { release } = aClosedSurvey({
  ...aCompanyOfMany,
  seed: 3,
  further: ['OUT-03'],
  backgrounds: { tenure: ['new', 'some', 'long'] },
  cuts: [
    { question: 'tenure', scope: 'company' },
    { question: 'tenure', scope: 'operations' },
  ],
});

type Band = { -readonly [Key in keyof ReleasedCut['bands'][number]]: ReleasedCut['bands'][number][Key] };

/** Problems after somebody changed a table of the file. */
function tampered(change: (bands: Band[], copy: Release) => void, table = 0) {
  const copy = structuredClone(release);
  change(copy.cuts[table]!.bands as Band[], copy);
  return verifyRelease(copy).problems;
}

const codes = (problems: ReturnType<typeof tampered>) => [...new Set(problems.map(({ code }) => code))];

describe('tables by background in a release', () => {
  test('hold as they were published', () => {
    expect(release.cuts.map(({ scope }) => scope)).toEqual(['company', 'operations']);
    expect(verifyRelease(release).problems).toEqual([]);
  });

  test.each([
    ['cut-sum', (bands: Band[]): unknown => (bands[0]!.favourable = { ...bands[0]!.favourable, 'PAY-01': [bands[0]!.favourable['PAY-01']![0] + 1, bands[0]!.favourable['PAY-01']![1]] })],
    ['cut-sum', (bands: Band[]): unknown => (bands[0]!.favourable = { ...bands[0]!.favourable, 'PAY-01': [bands[0]!.favourable['PAY-01']![0], bands[0]!.favourable['PAY-01']![1] - 1] })],
    ['impossible-band', (bands: Band[]): unknown => (bands[0]!.favourable = { ...bands[0]!.favourable, 'PAY-01': [bands[0]!.answered + 1, bands[0]!.answered] })],
    ['impossible-band', (bands: Band[]): unknown => (bands[0]!.favourable = { ...bands[0]!.favourable, 'PAY-01': [2, bands[0]!.answered + 1] })],
    ['impossible-band', (bands: Band[]): unknown => (bands[0]!.answered += 1)],
    ['band-too-small', (bands: Band[]): unknown => (bands[0]!.answered = 4)],
    ['no-doubt', (bands: Band[]): unknown => (bands[0]!.favourable = { ...bands[0]!.favourable, 'PAY-01': [1, 9] })],
    ['repeated-label', (bands: Band[]): unknown => (bands[0]!.labels = [...bands[0]!.labels, bands[1]!.labels[0]!])],
    ['repeated-label', (bands: Band[]): unknown => (bands[0]!.labels = [])],
    ['bands-differ', (bands: Band[]): unknown => (bands[1]!.favourable = {})],
    ['one-band', (bands: Band[]): unknown => bands.splice(1)],
  ] as const)('«%s» is found in the company’s and in a division’s', (code, change) => {
    for (const table of [0, 1]) expect(codes(tampered(change, table)), String(table)).toContain(code);
  });

  test('are about items that may stand in one', () => {
    for (const item of ['IMP-01', 'nothing']) {
      expect(codes(tampered((bands) => bands.forEach((band) => (band.favourable = { ...band.favourable, [item]: [5, 9] }))))).toContain('not-in-a-cut');
    }
  });

  test('are answered once each, published or dropped', () => {
    expect(codes(tampered((_, copy) => Object.assign(copy, { cuts: [...copy.cuts, copy.cuts[0]] })))).toEqual(['repeated-cut']);
    expect(codes(tampered((_, copy) => Object.assign(copy.audit, { dropped: [{ question: 'tenure', scope: 'company', why: 'unsafe' }] })))).toEqual(['repeated-cut']);
  });
});
