// The directory comes from a file. First a dry run tells what would change; the import itself is one transaction, all or nothing.
import type { Actor } from '#app/domain/access/actor.ts';
import { planOf, type Difference, type ImportPlan } from '#app/domain/organisation/difference.ts';
import type { Directory } from '#app/domain/organisation/directory.ts';
import type { UnderstoodAs } from '#app/domain/organisation/directory.ts';
import { weightOf, type DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import { lasting, type PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import type { EncodingOffer } from '#app/domain/tables/table.ts';
import { foldedEmail } from '#app/domain/organisation/email.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import type { PeopleFiles, Reading } from './read-people.server.ts';
import { readPeople } from './reading-thread.server.ts';
import { noteRights } from './note-rights.server.ts';
import { readdress } from './readdress.server.ts';

export type { PeopleFiles };

export interface ImportReport {
  readonly people: number;
  readonly departments: number;
  /** As far as the files could be read; null where there is no tree to compare with. */
  readonly difference: Difference | null;
  readonly problems: readonly DirectoryProblem[];
  /** Columns that were left alone. */
  readonly ignored: readonly string[];
  /** Known people whose address becomes another one, or none. */
  readonly readdressed: number;
  /** Null where there is no table. */
  readonly understood: UnderstoodAs | null;
  /** Readings of the doubtful words, where nobody can know the encoding. */
  readonly offers: readonly EncodingOffer[];
  readonly choices: PeopleChoices;
}

// An address belongs to one person. The file's own doubles are found by the domain; here somebody keeps it of whom the file says nothing
// that can be read: whom no file brought, whose row stays out, or whose cell is no address.
function addressesTaken(plan: ImportPlan, known: readonly Person[], directory: Directory): DirectoryProblem[] {
  const after = new Map([...known, ...plan.people].map((person) => [person.id, person]));
  const holders = new Map<string, number>();
  for (const { email, leftOn } of after.values()) if (email && leftOn === null) holders.set(foldedEmail(email), (holders.get(foldedEmail(email)) ?? 0) + 1);
  return directory.people
    .filter((entry) => entry.email && (holders.get(foldedEmail(entry.email)) ?? 0) > 1)
    .map((entry) => ({ file: 'people' as const, line: entry.line, column: 'email', code: 'email-taken' as const, details: { value: entry.email as string } }));
}

/** Whose address somebody holds already come in without saying anything about it. */
function withoutAddresses(directory: Directory, taken: readonly DirectoryProblem[]): Directory {
  const lines = new Set(taken.map(({ line }) => line));
  return { ...directory, people: directory.people.map((entry) => (lines.has(entry.line) ? { ...entry, email: undefined } : entry)) };
}

interface Planned {
  readonly report: ImportReport;
  readonly plan: ImportPlan | null;
}

/** What the root is called where the file writes no path. */
async function companyOf(stores: Pick<Stores, 'organisation' | 'departments'>): Promise<string> {
  const root = (await stores.departments.all()).find((department) => department.parentId === null && !department.closed);
  return root?.name ?? (await stores.organisation.get())?.name ?? 'Company';
}

/** How far a dry run is: what was done last. */
export type DryStep = 'read' | 'compared';
export type Teller = (step: DryStep) => void;

/** The plan of a moment: whoever carries it out has to find the same version. */
async function planned(app: App, files: PeopleFiles, tell: Teller = () => undefined): Promise<Planned & { readonly version: number; readonly company: string }> {
  const version = await app.data.directoryVersion.get();
  const company = await companyOf(app.data);
  const reading = await readPeople({ files, company, remembered: await app.data.peopleChoices.get() });
  tell('read');
  const plan = await compared(app, reading);
  tell('compared');
  return { ...plan, version, company };
}

async function compared(app: App, { directory, problems: found, ...told }: Reading): Promise<Planned> {
  if (!directory) return { report: { people: 0, departments: 0, difference: null, problems: found, readdressed: 0, ...told }, plan: null };
  const departments = await app.data.departments.all();
  const people = await app.data.people.all();
  const plan = planOf(directory, { day: app.today(), people, departments, newId: app.newId, ...(told.choices.apart && { apart: told.choices.apart }) });
  const taken = addressesTaken(plan, people, directory);
  if (taken.length > 0) return compared(app, { directory: withoutAddresses(directory, taken), problems: [...found, ...taken], ...told });
  const problems = [...found].sort((a, b) => (a.file === b.file ? a.line - b.line : 0));
  const counts = { people: directory.people.length, departments: directory.departments.length };
  return { report: { ...counts, difference: plan.difference, problems, readdressed: plan.readdressed.length, ...told }, plan };
}

/** What an import would do today; nothing is written. */
export async function planImport(app: App, files: PeopleFiles, tell?: Teller): Promise<ImportReport> {
  return (await planned(app, files, tell)).report;
}

/** Null from the command line. */
export type Importer = Actor | 'clock' | null;

interface Import {
  readonly actor: Importer;
  readonly plan: ImportPlan;
}

const personIn = (actor: Importer): Actor | null => (actor === 'clock' ? null : actor);

export interface HowToImport {
  /** Rows that cannot come in are left out instead of keeping all others out; the people they mean stay as they are. */
  readonly goodRows?: boolean;
}

/** A cell that nobody needs never stops an import; a row does, unless it may be left out; a file that cannot be read always does. */
export function isStopped({ problems, people, understood }: Pick<ImportReport, 'problems' | 'people' | 'understood'>, { goodRows = false }: HowToImport = {}): boolean {
  if (understood === null || people === 0) return true;
  return problems.some((problem) => weightOf(problem) === 'file' || (!goodRows && weightOf(problem) === 'row'));
}

async function carryOut(app: App, stores: Stores, { actor, plan }: Import): Promise<void> {
  await noteRights(app, stores, { actor, plan });
  await stores.departments.saveAll(plan.departments);
  await stores.people.saveAll(plan.people);
  // Whoever leaves is out at once, and comes back one day without the rights of before.
  await stores.sessions.removeOf(plan.leaving);
  await stores.signInLinks.removeOf(plan.leaving);
  await stores.formerAccess.removeOf(plan.leaving);
  await stores.machineTokens.removeOf(plan.leaving);
  await stores.roles.withdrawAll(plan.leaving);
  await readdress(app, stores, { actor: personIn(actor), readdressed: plan.readdressed });
}

export interface ImportResult {
  /** False when there were problems: nothing was written then. */
  readonly imported: boolean;
  readonly report: ImportReport;
}

/** `actor` null: from the command line. File and directory are compared before the transaction begins: while it lasts, whoever writes
 * waits. Where people or departments changed meanwhile they are compared again. */
export async function importPeople(app: App, actor: Importer, files: PeopleFiles & HowToImport): Promise<ImportResult> {
  for (;;) {
    const { report, plan, version, company } = await planned(app, files);
    if (!plan || isStopped(report, files)) return { imported: false, report };
    const written = await app.data.transaction(async (stores) => {
      if ((await companyOf(stores)) !== company || !(await stores.directoryVersion.hold(version))) return false;
      await writeDown(app, stores, { actor, plan });
      const last = lasting(report.choices, (report.understood?.roles ?? []).map(({ header }) => header));
      if (last) await stores.peopleChoices.keep(last);
      return true;
    });
    if (written) return { imported: true, report };
  }
}

async function writeDown(app: App, stores: Stores, { actor, plan }: Import): Promise<void> {
  const before = await stores.people.count();
  await carryOut(app, stores, { actor, plan });
  // People who were invented to surround one person's ballot show in this log (threat T8).
  const log = (setting: string, from: number, to: number) =>
    stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId: personIn(actor)?.personId ?? null, setting, from: String(from), to: String(to) });
  await log(actor === 'clock' ? 'scheduled-people' : 'people', before, await stores.people.count());
  // An address is what somebody signs in with. Whose it was stands in the journal.
  if (plan.readdressed.length > 0) await log('addresses', 0, plan.readdressed.length);
}
