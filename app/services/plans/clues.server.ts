// What the latest release says about the cause of a low figure: reasons people ticked, and whether they know what there is.
import { levelOf } from '#app/domain/analysis/level.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import { reasonsOf } from '#app/domain/analysis/words/reasons.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { awarenessOf, type Awareness, type Clues } from '#app/domain/plans/measure-order.ts';
import { libraryItem } from '#app/domain/surveys/questions/question-library.ts';

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Nothing where no survey has closed. Only what is published of the department's own group, question by question. */
export function cluesIn(wave: Wave | undefined, departmentId: string, dimension: string): Clues {
  const items = wave?.release.dimensions[dimension]?.items ?? [];
  if (!wave) return { reasons: [], awareness: null };
  return { reasons: tickedIn(wave, departmentId, items), awareness: awarenessIn(wave, departmentId, items) };
}

/** Beside several questions the same people may tick the same reason: the most beside one question count. */
function tickedIn(wave: Wave, departmentId: string, items: readonly string[]): Clues['reasons'] {
  const most = new Map<string, number>();
  for (const item of items) for (const { id, people } of reasonsOf(wave, item, departmentId)?.options ?? []) most.set(id, Math.max(people, most.get(id) ?? 0));
  return [...most].map(([id, people]) => ({ id, people })).sort((one, other) => other.people - one.people);
}

function awarenessIn(wave: Wave, departmentId: string, items: readonly string[]): Awareness | null {
  const levels = items.map((id) => {
    const reading = readFor(wave, { kind: 'item', id }, departmentId);
    return { id, probe: libraryItem(id)?.probe, level: reading && levelOf(reading) };
  });
  const asked = levels.find(({ probe }) => probe === 'awareness');
  const rest = levels.flatMap(({ probe, level }) => (probe !== 'awareness' && level ? [level.index] : []));
  if (!asked?.level || rest.length === 0) return null;
  return awarenessOf({ itemId: asked.id, index: asked.level.index, interval: asked.level.interval, rest: meanOf(rest) });
}
