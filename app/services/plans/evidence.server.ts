// Copies a figure out of a release for an issue. What is not published there cannot be copied, whoever asks.
import { smallestDetectableChange } from '#app/domain/analysis/statistics/detectable-change.ts';
import { levelOf } from '#app/domain/analysis/level.ts';
import { favourableOfDimension, readFor } from '#app/domain/analysis/readings.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Counted } from '#app/domain/analysis/group.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { CountedWith, Evidence } from '#app/domain/plans/evidence.ts';
import type { ReleasedWave } from './waves.server.ts';

/** Names as they were when the survey was sealed. */
const namesOf = ({ departments }: Wave, counted: readonly Counted[]): CountedWith[] =>
  counted.map(({ department, direct }) => ({ name: departments.get(department)?.name ?? department, direct }));

/** `wave`: the one the figure is taken from; undefined before the first survey has closed. */
export function evidenceFrom(wave: ReleasedWave | undefined, departmentId: string, dimension: string): Outcome<Evidence, 'not-shown'> {
  const reading = wave && readFor(wave.wave, { kind: 'dimension', id: dimension }, departmentId);
  const level = reading && levelOf(reading);
  if (!wave || !reading || !level) return refused('not-shown');
  const { release, departments } = wave.wave;
  const favourable = favourableOfDimension(wave.wave, dimension, reading.group);
  return done({
    releaseHash: wave.hash,
    survey: release.survey,
    group: { departmentId, name: departments.get(departmentId)?.name ?? departmentId, with: namesOf(wave.wave, reading.group.with) },
    dimension,
    n: level.n,
    // As it was released: whoever shows it rounds it once, like every page of results.
    index: level.index,
    low: level.interval[0],
    high: level.interval[1],
    favourable: favourable && favourable.favourable / favourable.answers,
    smallestChange: smallestDetectableChange(level.n),
  });
}
