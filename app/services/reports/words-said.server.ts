// What people wrote, as a report may carry it: as it was passed on to whoever leads the department and nobody besides, whoever asks. HR
// reads all of it on its own page; of words that are told for more departments together none stands in the report of one of them.
// Attacker: a head who is handed the report of a part and knows who wrote on the other side of the border.
import { may, type Actor } from '#app/domain/access/actor.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { themeLabel } from '#app/domain/reports/comments-page.ts';
import type { WordsSaid } from '#app/domain/reports/document/report-parts.ts';
import type { App } from '#app/platform/app.server.ts';
import { countedFor, textsFor, wordsOf } from './words-of.server.ts';

interface Wanted {
  readonly wave: Wave;
  readonly department: string;
  readonly language: Language;
}

/** Null where nothing was passed on to this reader, who may read the department. */
export async function wordsSaid(app: App, actor: Actor, { wave, department, language }: Wanted): Promise<WordsSaid | null> {
  const reader = { ...actor, ...(may(actor, 'read-comments') && { roles: ['employee', 'manager'] as const }), heads: [department] };
  const read = await wordsOf(app, reader, { surveyId: wave.release.survey.id, department });
  const passedOn = read.ok ? read.value.decided.passing.passedOn : null;
  if (!read.ok || passedOn === null || read.value.sight !== 'passed-on') return null;
  const counted = await countedFor(app, reader, read.value);
  return {
    passedOn,
    texts: textsFor(read.value).map(({ text }) => text),
    themes: counted.themes.map(({ id, texts }) => ({ label: themeLabel(id, language), texts })),
    typical: counted.typical,
  };
}
