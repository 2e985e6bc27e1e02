// The dry run and the import of a file that waits, for the pages: large files are read, compared and written by a thread, and the page
// gets what it shows. A hundred thousand lines taken over at once would hold up the others after all.
import type { Actor } from '#app/domain/access/actor.ts';
import { shownDifference, type DifferenceShown } from '#app/domain/organisation/difference-shown.ts';
import { shownUnderstanding, type UnderstoodShown } from '#app/domain/organisation/difference-shown.ts';
import { isQuestion, weightOf, type DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';
import { doElsewhere, hasElsewhere } from '#app/services/installation/do-elsewhere.server.ts';
import { importPeople, isStopped, planImport, type DryStep, type HowToImport, type Importer, type ImportReport, type Teller } from './import-people.server.ts';
import { problemsFile } from './problems-file.server.ts';
import type { PeopleFiles } from './read-people.server.ts';
import { isStaged, removeStage, saidOfStage, sayOfStage, stagedFiles } from './stage-files.server.ts';

export interface ImportReview extends Pick<ImportReport, 'people' | 'departments' | 'ignored' | 'readdressed' | 'offers' | 'choices'> {
  readonly understood: UnderstoodShown | null;
  /** Nothing can come in before the file, or what was said of it, is another one. */
  readonly stopped: boolean;
  /** All that comes in is what the good rows say: so many rows stay out. */
  readonly badRows: number;
  /** Something about the file has to be said first. */
  readonly asked: boolean;
  readonly difference: DifferenceShown | null;
  /** The first ones. */
  readonly problems: readonly DirectoryProblem[];
  readonly problemCount: number;
}

export interface ImportOutcome {
  /** False when there were problems: nothing was written then. */
  readonly imported: boolean;
  /** How many joined, left, moved, or changed otherwise. */
  readonly counts: readonly [number, number, number, number];
}

/** Whether somebody said anything about this file. */
export const isSaid = (app: App, stage: string): boolean => saidOfStage(app, stage) !== null;

/** Paths that were said to be no known department. */
export const apartIn = (app: App, stage: string): readonly string[] => saidOfStage(app, stage)?.apart ?? [];

/** Adds to what was said of a file that waits. False where it waits no more. */
export function sayMore(app: App, stage: string, choices: PeopleChoices): boolean {
  const before = saidOfStage(app, stage) ?? {};
  return sayOfStage(app, stage, { ...before, ...choices, columns: { ...before.columns, ...choices.columns } });
}

const problemsShown = 200;
/** Below it, it takes less time than starting a thread: about a thousand people. */
const smallFile = 128 * 1024;

const isSmall = ({ people, departments }: PeopleFiles) => people.byteLength + (departments?.byteLength ?? 0) <= smallFile;

export async function reviewHere(app: App, files: PeopleFiles, tell?: Teller): Promise<ImportReview> {
  const { difference, problems, understood, ...report } = await planImport(app, files, tell);
  const rows = new Set(problems.filter((problem) => weightOf(problem) === 'row').map(({ line }) => line));
  return {
    ...report,
    understood: understood && shownUnderstanding(understood),
    stopped: isStopped({ ...report, problems, understood }, { goodRows: true }),
    badRows: rows.size,
    asked: problems.some(isQuestion),
    difference: difference && shownDifference(difference), problems: problems.slice(0, problemsShown),
    problemCount: problems.length,
  };
}

export async function importHere(app: App, actor: Importer, files: PeopleFiles & HowToImport): Promise<ImportOutcome> {
  const { imported, report } = await importPeople(app, actor, files);
  const { joined = [], left = [], moved = [], changed = [] } = report.difference ?? {};
  return { imported, counts: [joined.length, left.length, moved.length, changed.length] };
}

/** The dry run, elsewhere where it is much. */
export function reviewFiles(app: App, files: PeopleFiles, tell?: Teller): Promise<ImportReview> {
  return isSmall(files) || !hasElsewhere(app) ? reviewHere(app, files, tell) : doElsewhere(app, { work: 'review-import', files }, tell as ((step: unknown) => void) | undefined);
}

/** The lines with problems, as a table in the reader's language; elsewhere where it is much. Null where there is no such file (any more). */
export async function problemLines(app: App, language: Language, stage: string): Promise<string | null> {
  const files = await stagedFiles(app, stage);
  if (!files) return null;
  return isSmall(files) || !hasElsewhere(app) ? problemsFile(app, language, files) : doElsewhere(app, { work: 'list-problems', files, language });
}

export function importFiles(app: App, actor: Importer, files: PeopleFiles & HowToImport): Promise<ImportOutcome> {
  return isSmall(files) || !hasElsewhere(app) ? importHere(app, actor, files) : doElsewhere(app, { work: 'import', actor, files });
}

/** A dry run under way, with what was done last; null before the first step. */
export interface DryRun {
  readonly running: true;
  readonly done: DryStep | null;
}

interface Dry {
  readonly review: Promise<ImportReview>;
  /** People and departments, the day, and what was said of columns, for which it is right. */
  readonly of: string;
  done: DryStep | null;
}

const dryRuns = new WeakMap<App['data'], Map<string, Dry>>();

/** Whoever comes back to the page finds the same dry run, as long as nothing it was compared with has changed. */
function dryRunOf(app: App, stage: string, { of, files }: { readonly of: string; readonly files: PeopleFiles }): Dry {
  const known = dryRuns.get(app.data) ?? new Map<string, Dry>();
  dryRuns.set(app.data, known);
  const before = known.get(stage);
  if (before?.of === of) return before;
  const dry: Dry = { of, done: null, review: reviewFiles(app, files, (step) => void (dry.done = step)) };
  known.set(stage, dry);
  const forget = () => void (known.get(stage) === dry && known.delete(stage));
  dry.review.then(() => undefined, forget);
  for (const other of [...known.keys()].slice(0, -fewDryRuns)) known.delete(other);
  return dry;
}

async function groundOf(app: App, { choices }: PeopleFiles): Promise<string> {
  return JSON.stringify([await app.data.directoryVersion.get(), app.today(), choices ?? null, await app.data.peopleChoices.get()]);
}

const fewDryRuns = 5;
/** A page waits this long, in milliseconds, before it shows how far it is. */
const patience = 2_500;

/** Null where there is no such file (any more). A dry run that takes longer than a page waits goes on by itself. */
export async function reviewStage(app: App, stage: string, within = patience): Promise<ImportReview | DryRun | null> {
  const files = await stagedFiles(app, stage);
  if (!files) {
    // It holds names.
    dryRuns.get(app.data)?.delete(stage);
    return null;
  }
  const dry = dryRunOf(app, stage, { of: await groundOf(app, files), files });
  const late = new Promise<null>((resolve) => setTimeout(resolve, within, null).unref());
  return (await Promise.race([dry.review, late])) ?? { running: true, done: dry.done };
}

/** `failed`: it broke off and nothing was written. */
export type StagedImport = { readonly state: 'running' | 'failed' } | { readonly state: 'ended'; readonly outcome: ImportOutcome };

const imports = new WeakMap<App['data'], Map<string, StagedImport>>();

function importsOf(app: App): Map<string, StagedImport> {
  const known = imports.get(app.data) ?? new Map<string, StagedImport>();
  imports.set(app.data, known);
  return known;
}

/** What ended is remembered for so many files: whoever clicked twice is told of the same import. */
const remembered = 100;

function remember(app: App, stage: string, stand: StagedImport): void {
  const known = importsOf(app);
  known.set(stage, stand);
  for (const [earlier, { state }] of known) {
    if (known.size <= remembered) return;
    if (state !== 'running') known.delete(earlier);
  }
}

const hasCome = (found: StagedImport | undefined) => found?.state === 'ended' && found.outcome.imported;

/** How the import of this file stands; null where it was not begun. What stood in its way is told once: then it can be tried again. */
export function takeStand(app: App, stage: string): StagedImport | null {
  const found = importsOf(app).get(stage);
  if (found && found.state !== 'running' && !hasCome(found)) importsOf(app).delete(stage);
  return found ?? null;
}

/** What came of it, where it ended well; null otherwise. */
export function cameOf(app: App, stage: string): ImportOutcome | null {
  const found = importsOf(app).get(stage);
  return found?.state === 'ended' && found.outcome.imported ? found.outcome : null;
}

async function importOf(app: App, actor: Actor, { stage, how }: { readonly stage: string; readonly how: HowToImport }): Promise<ImportOutcome> {
  const files = await stagedFiles(app, stage);
  if (!files) throw new Error('the file was taken away meanwhile');
  return importFiles(app, actor, { ...files, ...how });
}

/** Begins it, unless it is under way or came in already; resolves when it has ended. False where there is no such file (any more). */
export function beginImport(app: App, actor: Actor, stage: string, how: HowToImport = {}): Promise<unknown> | false {
  const before = importsOf(app).get(stage);
  if (before?.state === 'running' || hasCome(before)) return Promise.resolve();
  if (!isStaged(app, stage)) return false;
  remember(app, stage, { state: 'running' });
  return importOf(app, actor, { stage, how }).then(
    async (outcome) => {
      remember(app, stage, { state: 'ended', outcome });
      // What stays goes with the files nobody imported.
      if (outcome.imported) await removeStage(app, stage).catch((error: unknown) => app.log.warn({ err: error }, 'an imported people file could not be removed; it is tried again'));
    },
    (error: unknown) => {
      app.log.error({ err: error }, 'a people file could not be imported; nothing of it was');
      remember(app, stage, { state: 'failed' });
    },
  );
}
