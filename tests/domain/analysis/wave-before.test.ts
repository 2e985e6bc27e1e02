import { expect, test } from 'vitest';
import { waveBefore } from '#app/domain/analysis/changes/comparability.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';

const wave = (id: string, manifest: string | null) => ({ release: { manifest, survey: { id } } }) as unknown as Wave;
const before = (...waves: Wave[]) => waveBefore(waves)?.release.survey.id ?? null;

test('a survey is compared with the one before it that was collected here, a survey from a file with any', () => {
  const [file, spring, autumn] = [wave('file', null), wave('spring', 'a'), wave('autumn', 'b')];
  expect(before(file, spring)).toBeNull();
  expect(before(spring, file, autumn)).toBe('spring');
  expect(before(file, wave('older file', null))).toBe('file');
  expect(before(spring)).toBeNull();
  expect(before()).toBeNull();
});
