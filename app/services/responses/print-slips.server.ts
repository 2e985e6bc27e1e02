// The codes of one block, made and given once. What stays is what they are checked by: nobody, we included, can print a pile again.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { forEachLanguage, inLanguage } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { drawCode, readCode } from '#app/domain/surveys/slips/slip-codes.ts';
import { mostPrintings, slipsFor, type PrintedPile } from '#app/domain/surveys/slips/slips.ts';
import type { App } from '#app/platform/app.server.ts';
import { isStorageFailure } from '#db/boxes.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import { standingOf } from './open-survey.server.ts';
import { keptCode, slipSecret } from './slip-secret.server.ts';

export type PrintRefusal = 'not-found' | 'not-open' | 'no-slips' | 'printed' | 'storage';

export interface Printing {
  readonly surveyId: string;
  /** Id of the block in the manifest. */
  readonly block: string;
}

export async function printSlips(app: App, actor: Pick<Actor, 'name' | 'roles'>, { surveyId, block: blockId }: Printing): Promise<Outcome<PrintedPile, PrintRefusal>> {
  if (!may(actor, 'compose-surveys')) return refused('not-found');
  const standing = await standingOf(app, surveyId);
  if (standing.kind === 'unknown') return refused('not-found');
  if (standing.kind === 'closed' || app.today() > standing.survey.manifest.survey.closes) return refused('not-open');
  const { manifest, hash, keys, slips } = standing.survey;
  const block = manifest.blocks.findIndex(({ id }) => id === blockId);
  const listed = slips?.listed[block] ?? 0;
  if (!slips || listed === 0) return refused('no-slips');
  if (slips.printings(block) >= mostPrintings) return refused('printed');
  const { title, closes } = manifest.survey;
  // First, so that a full disk costs no pile.
  await app.data.transaction((stores) => noteDown(app, stores, [{ kind: 'slips-printed', by: actor, what: inLanguage(title, manifest.languages[0] ?? 'en') }]));
  const codes = distinct(app, slipsFor(listed));
  const secret = slipSecret(keys[0]!.private, hash);
  try {
    if (!(await slips.print(block, codes.map((code) => keptCode(secret, readCode(code)!))))) return refused('printed');
  } catch (error) {
    if (isStorageFailure(error)) return refused('storage');
    throw error;
  }
  app.checkpoint?.('slips:printed');
  const survey = { title, closesOn: closes, fingerprintWords: forEachLanguage((language) => fingerprintIn(language, hash)) };
  return done({ survey, origin: new URL(app.config.publicUrl).origin, codes });
}

function distinct(app: App, count: number): string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(drawCode(app.chance));
  return [...codes];
}
