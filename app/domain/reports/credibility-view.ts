// Whether the survey itself is believed: figures of a survey that people fear or expect nothing from say less than they seem to. Company
// only: mistrust in one department would be held against that department.
import { levelOf } from '../analysis/level.ts';
import { shareInterval } from '../analysis/statistics/proportion-intervals.ts';
import { readFor, shareOf, sharesOf } from '../analysis/readings.ts';
import { sizeOf } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import { kOfSensitivity, libraryItem } from '../surveys/questions/question-library.ts';
import { percentOf, shareView, type ShareView } from './figures-shown.ts';
import type { Labels } from './labels.ts';

export interface CredibilityView {
  readonly statements: readonly { readonly id: string; readonly text: string; readonly agree: ShareView; readonly n: number }[];
  /** Whole per cents of the answers to sensitive questions that were «not applicable / prefer not to say»; null where none was asked. */
  readonly unsaid: { readonly percent: number; readonly questions: number } | null;
}

const statements = ['TRU-01', 'TRU-02', 'TRU-03'] as const;

/** Null where the survey asked none of it. */
export function credibilityView(wave: Wave, labels: Labels): CredibilityView | null {
  const said = statements.flatMap((id) => {
    const item = wave.release.items[id];
    const reading = item && readFor(wave, { kind: 'item', id }, wave.root);
    if (!item || !reading?.counts || !levelOf(reading)) return [];
    const { n } = reading.moments;
    const agree = shareOf(reading, (counts) => sharesOf(item, counts).favourable);
    // Where everybody answered nothing is missing; what remains is what the same people might say another time.
    const everybody = (sizeOf(reading.group) ?? Infinity) <= n;
    return [{ id, text: labels.questionText(id), n, agree: shareView(agree.people, n, everybody ? shareInterval(agree.people, n, null) : agree.interval) }];
  });
  return said.length === 0 ? null : { statements: said, unsaid: unsaidIn(wave) };
}

/** A question of the library counts as sensitive where it needs more people than usual. */
function unsaidIn(wave: Wave): CredibilityView['unsaid'] {
  const asked = wave.questions.flatMap(({ id }) => {
    const sensitive = libraryItem(id)?.sensitivity;
    const reading = sensitive && kOfSensitivity[sensitive] > kOfSensitivity.normal && !id.startsWith('TRU-') ? readFor(wave, { kind: 'item', id }, wave.root) : null;
    return reading ? [{ answered: reading.group.answered, valid: reading.moments.n }] : [];
  });
  const answered = asked.reduce((sum, one) => sum + one.answered, 0);
  if (answered === 0) return null;
  return { percent: percentOf(asked.reduce((sum, one) => sum + Math.max(0, one.answered - one.valid), 0), answered), questions: asked.length };
}
