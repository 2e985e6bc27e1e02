// What people wrote, as a report may carry it: as it was passed on, whoever asks. HR reads all of it on its own page; what leaves the
// portal is what whoever leads the group was given.
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

/** Null where nothing was passed on to this reader. */
export async function wordsSaid(app: App, actor: Actor, { wave, department, language }: Wanted): Promise<WordsSaid | null> {
  const reader = may(actor, 'read-comments') ? { ...actor, roles: ['employee', 'manager'] as const, heads: [wave.root] } : actor;
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
