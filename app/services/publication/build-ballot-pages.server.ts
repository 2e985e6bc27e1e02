// The ballot page as the build left it: one file per language, copied into the portal's data at sealing, so that an upgrade never
// changes a page in use.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { App } from '#app/platform/app.server.ts';
import { tonguePages } from '#app/services/surveys/tongues.server.ts';
import type { BallotPage } from '#db/index.server.ts';

/** In the product's languages and in those `tongues` that have a file. Refused where the program was not built. */
export async function builtPages(app: App, tongues: readonly Tongue[] = []): Promise<Outcome<readonly BallotPage[], 'no-ballot-page'>> {
  try {
    return done([...(await Promise.all(languages.map((language) => builtPage(app, language)))), ...tonguePages(app, tongues)]);
  } catch {
    return refused('no-ballot-page');
  }
}

async function builtPage(app: App, language: Language): Promise<BallotPage> {
  const body = await readFile(join(app.config.buildFolder, 'ballot', `${language}.html`), 'utf8');
  return { hash: createHash('sha256').update(body).digest('hex'), language, body };
}
