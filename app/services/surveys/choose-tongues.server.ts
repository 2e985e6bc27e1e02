// In which tongues employees are asked and written to, beside the languages of the company.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { nameOfTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import type { TonguesView } from '#app/domain/surveys/tongues-view.ts';
import type { App } from '#app/platform/app.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { readingOf } from '#app/text/tongue/tongue-reading.ts';
import { bytesAt, placeOfTongue } from './look-at-tongue.server.ts';
import { spokenTongues, tonguesOf, type KnownTongue } from './tongues.server.ts';

export async function tonguesView(app: App): Promise<TonguesView> {
  const organisation = await app.data.organisation.get();
  const chosen = organisation?.tongues ?? [];
  const files = tonguesOf(app);
  return {
    languages: organisation?.languages ?? [],
    tongues: files.filter(({ problems }) => problems.length === 0).map(({ tongue, reviewed, said, of, own }) => ({ tongue, reviewed, own, said: said.size, of, chosen: chosen.includes(tongue) })),
    refused: files.filter(({ problems }) => problems.length > 0).map((file) => refusedFile(app, file)),
    gone: chosen.filter((tongue) => !files.some((one) => one.tongue === tongue && one.problems.length === 0)),
  };
}

/** Named on the page; whoever mends these sees the rest. */
const named = 20;

function refusedFile(app: App, file: KnownTongue): TonguesView['refused'][number] {
  // One that is wrong as a whole has no lines, and may be too large to be read.
  const bytes = file.problems.some(({ key }) => key !== '') ? bytesAt(placeOfTongue(app, file)) : null;
  const { problems } = readingOf({ ...file, problems: file.problems.slice(0, named) }, bytes ?? Buffer.of());
  return { file: `${file.tongue}.po`, problems, further: file.problems.length - problems.length };
}

/** Surveys that were sealed stay as they are. */
export async function chooseTongues(app: App, actor: Actor, wanted: readonly Tongue[]): Promise<Outcome<null, 'tongue-unknown'>> {
  const known = new Set(spokenTongues(app).map(({ tongue }) => tongue));
  const strange = wanted.find((tongue) => !known.has(tongue));
  if (strange !== undefined) return refused('tongue-unknown', { language: strange });
  const tongues = [...new Set(wanted)].sort();
  return app.data.transaction(async (stores) => {
    const organisation = await stores.organisation.get();
    if (!organisation) return done(null);
    await stores.organisation.save({ ...organisation, tongues });
    await noteDown(app, stores, [{ kind: 'tongues-chosen', by: actor, what: tongues.map(nameOfTongue).join(', ') }]);
    return done(null);
  });
}
