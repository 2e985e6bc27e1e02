// What helped elsewhere, for a report: the measures of each area in the order in which the form for a plan offers them.
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { inOrder } from '#app/domain/plans/measure-order.ts';
import { measuresFor } from '#app/domain/plans/measures-catalogue.ts';
import type { Advice } from '#app/domain/reports/document/report-parts.ts';
import { textOf } from '#app/text/text.ts';
import { cluesIn } from './clues.server.ts';
import { offeredMeasures } from './measures-offered.server.ts';

interface About {
  readonly department: string;
  readonly dimensions: readonly string[];
}

/** The measures told of one area. */
const most = 4;

export function adviceOn(wave: Wave, { department, dimensions }: About, language: Language): Advice[] {
  return dimensions.map((dimension) => {
    const ordered = inOrder(measuresFor(dimension), cluesIn(wave, department, dimension)).slice(0, most);
    return { dimension, measures: offeredMeasures(ordered, dimension, textOf(language)) };
  });
}
