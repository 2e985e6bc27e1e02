// The surveys of one year up to one of them, each as its own page shows it to this reader. A department is told of in those surveys alone
// in which it has a number of its own: in the others its figure would be that of more people, and the line between them would lie.
import type { Actor } from '#app/domain/access/actor.ts';
import type { ReportParts } from '#app/domain/reports/document/report-parts.ts';
import type { WaveSaid, YearParts } from '#app/domain/reports/document/year-parts.ts';
import { targetsIn } from '#app/domain/analysis/priorities/yardsticks.ts';
import { restOfWholeWave, waveOfYear, type WaveOfYear } from '#app/domain/reports/wave-of-year.ts';
import type { App } from '#app/platform/app.server.ts';
import { giveWay } from '#app/platform/slices.server.ts';
import { pageOnce, restOfRelease, type KnownWave } from '#app/services/publication/keep-releases.server.ts';
import { plansSaid } from '#app/services/plans.server.ts';
import { hasOwnNumber, withinOf, type ReportLook } from './gather-report.server.ts';
import { linesUpTo, mayRead } from './read-results.server.ts';

interface Wanted {
  readonly look: ReportLook & { readonly department: string };
  /** Of the last survey of the year. */
  readonly last: ReportParts;
}

const yearOf = (day: string): string => day.slice(0, 4);

/** The surveys of the year, as many as have a number of this department. */
async function wavesOf(app: App, { look, last }: Wanted) {
  const year = yearOf(last.results.survey.closed);
  const line = await linesUpTo(app, look.surveyId);
  return line.filter(({ wave }) => yearOf(wave.release.survey.closed) === year && wave.departments.has(look.department) && hasOwnNumber(wave, look.department));
}

/** Null where it is one survey: its own report says it all. */
export async function gatherYear(app: App, actor: Actor, { look, last }: Wanted): Promise<YearParts | null> {
  const line = await wavesOf(app, { look, last });
  const wave = line.at(-1)?.wave;
  if (!wave || line.length < 2) return null;
  const waves: WaveSaid[] = [];
  for (const { hash, wave: one } of line) {
    if (mayRead(actor, one, look.department)) waves.push({ release: hash, results: await saidOfYear(app, { hash, wave: one }, look) });
    await giveWay();
  }
  if (waves.length < 2) return null;
  const year = yearOf(last.results.survey.closed);
  const plans = await plansSaid(app, actor, { within: withinOf(wave, look.department), language: look.language, during: { from: `${year}-01-01`, to: `${year}-12-31` } });
  return { year, waves, last: { ...last, plans } };
}

/** Whether there is a year to tell of beside the survey. */
export async function hasYear(app: App, wanted: Wanted): Promise<boolean> {
  return (await wavesOf(app, wanted)).length > 1;
}

/** Once for a release, a department and what HR wants to reach. */
async function saidOfYear(app: App, known: KnownWave, { department, language }: Wanted['look']): Promise<WaveOfYear> {
  const { revision, ...yardsticks } = await app.data.yardsticks.get();
  return pageOnce(app, { hashes: [known.hash], asked: ['of-year', department, language, String(revision)] }, async () => {
    const judged = department === known.wave.root ? restOfWholeWave(known.wave) : await restOfRelease(app, known);
    return waveOfYear(known.wave, judged, { department, language, targetOf: targetsIn(yardsticks) });
  });
}
