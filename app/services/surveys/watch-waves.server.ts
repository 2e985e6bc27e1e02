// What is in the way of the next wave is noted as long as it lasts; when its time has passed it stays noted, as left out, until a later one
// got through.
import type { HeldWave } from '#app/domain/surveys/programme/held-wave.ts';
import type { Programme } from '#app/domain/surveys/programme/programme.ts';
import { dueDay } from '#app/domain/surveys/programme/programme-days.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { heldWave } from './held-wave.server.ts';
import { isWaveOf } from './plan-programme.server.ts';

/** For the clock. */
export async function watchWaves(app: App): Promise<void> {
  const programme = (await app.data.programme.get())?.programme ?? null;
  const noted = await app.data.heldWaves.all();
  const held = await heldWave(app);
  if (held) await app.data.heldWaves.save(held);
  const surveys = noted.length === 0 ? [] : await app.data.surveys.all();
  for (const one of noted) {
    if (held && one.programmeId === held.programmeId && one.number === held.number) continue;
    const stays = programme && one.programmeId === programme.id ? stillTold(one, { programme, surveys, today: app.today() }) : null;
    if (stays === null) await app.data.heldWaves.remove(one);
    else if (stays.leftOut !== one.leftOut) await app.data.heldWaves.save(stays);
  }
}

interface Now {
  readonly programme: Programme;
  readonly surveys: readonly Survey[];
  readonly today: Survey['opens'];
}

/** Null where it got through, or a later one did, or nothing is in its way any more. */
function stillTold(held: HeldWave, { programme, surveys, today }: Now): HeldWave | null {
  const through = surveys.some((survey) => survey.state !== 'draft' && isWaveOf(survey, programme) && survey.definition.wave!.number >= held.number);
  if (programme.state === 'ended' || through) return null;
  if (held.leftOut !== null) return held;
  return dueDay(programme.rule, held.number + 1) <= today ? { ...held, leftOut: today } : null;
}

/** Whoever mended something finds so at once; what was not noted yet is not looked for here. */
export async function heldWaves(app: App): Promise<readonly HeldWave[]> {
  const noted = await app.data.heldWaves.all();
  if (noted.length === 0) return [];
  const leftOut = noted.filter((one) => one.leftOut !== null);
  const now = leftOut.length === noted.length ? null : await heldWave(app);
  return [...leftOut, ...(now ? [now] : [])];
}
