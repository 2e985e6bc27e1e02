// The people file that is taken by itself: at its hour, once a day, by the same dry run as on the page. What would be asked there waits
// for a person; nothing of the file is kept meanwhile but how many it is about. Whoever looks has it fetched anew.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#app/domain/access/actor.ts';
import { localTime } from '#app/domain/kernel/local-time.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { changesNothing, countsOf, isSourceDue, usualSource, waitingFor, type FetchRefusal, type PeopleSource, type Standing } from '#app/domain/organisation/people-source.ts';
import type { App } from '#app/platform/app.server.ts';
import { fetchPeople } from './fetch-people.server.ts';
import { importFiles, reviewFiles } from './import-staged.server.ts';
import { newStage, removeStage } from './stage-files.server.ts';

export interface SourceView {
  /** Without the secret: whether there is one is all that is told. */
  readonly source: Omit<PeopleSource, 'secret'>;
  readonly secret: boolean;
  readonly standing: Standing | null;
  /** Whether the operator opened a folder. */
  readonly folder: boolean;
}

export async function sourceView(app: App): Promise<SourceView> {
  const kept = await app.data.peopleSource.get();
  const { secret, ...source } = kept?.source ?? usualSource;
  return { source, secret: secret !== '', standing: kept?.standing ?? null, folder: app.config.peopleFolder !== null };
}

const hostOf = (place: string) => (URL.canParse(place) ? new URL(place).host : '');

/** An empty secret leaves the one that is kept, unless it would go to somebody else: whoever may write addresses here must not learn it. */
export async function saveSource(app: App, actor: Actor, wish: PeopleSource): Promise<Outcome<null, 'no-folder' | 'required' | 'secret-again'>> {
  if (wish.kind === 'folder' && app.config.peopleFolder === null) return refused('no-folder');
  return app.data.transaction(async (stores) => {
    const before = (await stores.peopleSource.get())?.source ?? usualSource;
    const keeps = wish.kind === 'address' && wish.header !== '' && wish.secret === '';
    const same = before.kind === 'address' && hostOf(before.place) === hostOf(wish.place) && before.header === wish.header;
    if (keeps && !(same && before.secret !== '')) return refused(before.secret === '' ? 'required' : 'secret-again');
    await stores.peopleSource.save(keeps ? { ...wish, secret: before.secret } : wish);
    await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId: actor.personId, setting: `scheduled-source-${wish.kind}`, from: before.kind, to: wish.kind });
    return done(null);
  });
}

/** For the clock. */
export async function takeScheduled(app: App): Promise<void> {
  const kept = await app.data.peopleSource.get();
  const now = localTime(app.now(), app.timeZone());
  if (!kept || !isSourceDue(kept.source, kept.triedOn, now) || !(await app.data.peopleSource.begin(now.day))) return;
  const before = kept.standing;
  const standing = await tryOnce(app, kept.source, before).catch((error: unknown): Standing => {
    app.log.error({ err: error }, 'the scheduled people file could not be taken; nothing of it was');
    return { ...blank(app), outcome: 'failed', failure: 'fault' };
  });
  await app.data.transaction(async (stores) => {
    await stores.peopleSource.told(standing);
    if (toBeLogged(before, standing)) await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId: null, setting: `scheduled-${standing.outcome}`, from: before?.outcome ?? '', to: String(standing.counts?.left ?? '') });
  });
}

/** What is as it was the day before is not told anew. */
function toBeLogged(before: Standing | null, { outcome, failure, waiting }: Standing): boolean {
  if (outcome !== 'waits' && outcome !== 'failed') return false;
  return before?.outcome !== outcome || before.failure !== failure || before.waiting.join() !== waiting.join();
}

const blank = (app: App) => ({ day: app.today(), counts: null, waiting: [], failure: null, status: null, digest: null, version: 0 }) as const;

async function tryOnce(app: App, source: PeopleSource, before: Standing | null): Promise<Standing> {
  const version = await app.data.directoryVersion.get();
  const fetched = await fetchPeople(app, source);
  if (!fetched.ok) return { ...blank(app), version, outcome: 'failed', failure: fetched.because, status: statusIn(fetched.details) };
  const digest = createHash('sha256').update(fetched.value).digest('hex');
  const had = { ...blank(app), version, digest };
  const settled = before?.outcome === 'unchanged' || before?.outcome === 'taken' || before?.outcome === 'nothing';
  if (settled && before.digest === digest && before.version === version) return { ...had, outcome: 'unchanged' };
  const files = { people: fetched.value, departments: null };
  const review = await reviewFiles(app, files);
  const counts = review.difference && countsOf(review.difference);
  const waiting = waitingFor(review, source.leavers);
  if (waiting.length > 0) return { ...had, outcome: 'waits', counts, waiting };
  if (review.difference && changesNothing(review.difference)) return { ...had, outcome: 'nothing', counts };
  const { imported } = await importFiles(app, 'clock', files);
  return imported ? { ...had, version: await app.data.directoryVersion.get(), outcome: 'taken', counts } : { ...had, outcome: 'waits', counts, waiting: ['problems'] };
}

const statusIn = (details: Readonly<Record<string, unknown>> | undefined): number | null => (typeof details?.['status'] === 'number' ? details['status'] : null);

/** Fetches it now for somebody who looks: the id under which the page of an import finds it. */
export async function lookAtScheduled(app: App): Promise<Outcome<string, FetchRefusal | 'source-off'>> {
  const kept = await app.data.peopleSource.get();
  if (!kept || kept.source.kind === 'off') return refused('source-off');
  const fetched = await fetchPeople(app, kept.source);
  if (!fetched.ok) return fetched;
  const stage = newStage(app);
  try {
    writeFileSync(join(stage.folder, 'people'), fetched.value, { mode: 0o600 });
  } catch (error) {
    await removeStage(app, stage.id);
    throw error;
  }
  return done(stage.id);
}

/** What Home says of it: a file that waits, or one that was not had. Nothing once people or departments were changed since. */
export async function scheduledTrouble(app: App): Promise<Standing | null> {
  const kept = await app.data.peopleSource.get();
  const standing = kept?.standing ?? null;
  if (!standing || kept?.source.kind === 'off') return null;
  if (standing.outcome === 'failed') return standing;
  return standing.outcome === 'waits' && (await app.data.directoryVersion.get()) === standing.version ? standing : null;
}
