// The directory comes from a file. First a dry run tells what would change; the import itself is one transaction, all or nothing.
import type { Actor } from '#app/domain/access/actor.ts';
import { planOf, type Difference, type ImportPlan } from '#app/domain/organisation/difference.ts';
import type { Directory } from '#app/domain/organisation/directory.ts';
import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import type { Table } from '#app/domain/organisation/directory-table.ts';
import { foldedEmail, type Person } from '#app/domain/organisation/person.ts';
import { readDirectory } from '#app/domain/organisation/read-directory.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { tableIn } from './importing-people/table-in.server.ts';

export interface PeopleFiles {
  readonly people: Uint8Array;
  readonly departments: Uint8Array | null;
}

export interface ImportReport {
  readonly people: number;
  readonly departments: number;
  /** As far as the files could be read; null where there is no tree to compare with. */
  readonly difference: Difference | null;
  readonly problems: readonly DirectoryProblem[];
  /** Columns that were left alone. */
  readonly ignored: readonly string[];
}

interface Reading {
  readonly directory: Directory | null;
  readonly problems: readonly DirectoryProblem[];
  readonly ignored: readonly string[];
}

function read(files: PeopleFiles, company: string): Reading {
  const problems: DirectoryProblem[] = [];
  const table = (bytes: Uint8Array, file: DirectoryProblem['file']): Table | null => {
    const outcome = tableIn(bytes);
    if (outcome.ok) return outcome.value;
    problems.push({ file, line: Number(outcome.details['line']), column: null, code: outcome.because, details: outcome.details });
    return null;
  };
  const people = table(files.people, 'people');
  const departments = files.departments && table(files.departments, 'departments');
  if (!people || problems.length > 0) return { directory: null, problems, ignored: [] };
  return readDirectory({ people, departments, company });
}

// An address belongs to one person. The file's own doubles are found by the domain; here somebody no file brought holds it already.
function addressesTaken(plan: ImportPlan, known: readonly Person[], directory: Directory): DirectoryProblem[] {
  const adopted = new Set(plan.people.map((person) => person.id));
  const held = new Set(
    known.filter((person) => person.employeeId === null && person.leftOn === null && person.email && !adopted.has(person.id)).map((person) => foldedEmail(person.email as string)),
  );
  return directory.people
    .filter((entry) => entry.email && held.has(foldedEmail(entry.email)))
    .map((entry) => ({ file: 'people' as const, line: entry.line, column: 'email', code: 'email-taken' as const, details: { value: entry.email as string } }));
}

interface Planned {
  readonly report: ImportReport;
  readonly plan: ImportPlan | null;
}

async function planned(app: App, stores: Stores, files: PeopleFiles): Promise<Planned> {
  const organisation = await stores.organisation.get();
  const departments = await stores.departments.all();
  const root = departments.find((department) => department.parentId === null && !department.closed);
  const reading = read(files, root?.name ?? organisation?.name ?? 'Company');
  const { directory, ignored } = reading;
  if (!directory) return { report: { people: 0, departments: 0, difference: null, problems: reading.problems, ignored }, plan: null };
  const people = await stores.people.all();
  const plan = planOf(directory, { day: app.today(), people, departments, newId: app.newId });
  const problems = [...reading.problems, ...addressesTaken(plan, people, directory)];
  const counts = { people: directory.people.length, departments: directory.departments.length };
  return { report: { ...counts, difference: plan.difference, problems, ignored }, plan };
}

/** What an import would do today; nothing is written. */
export async function planImport(app: App, files: PeopleFiles): Promise<ImportReport> {
  return (await planned(app, app.data, files)).report;
}

async function carryOut(app: App, stores: Stores, plan: ImportPlan): Promise<void> {
  await stores.departments.saveAll(plan.departments);
  await stores.people.saveAll(plan.people);
  // Whoever leaves is out at once, and comes back one day without the rights of before.
  await stores.sessions.removeOf(plan.leaving);
  await stores.signInLinks.removeOf(plan.leaving);
  await stores.roles.withdrawAll(plan.leaving);
  // Whoever lends somebody an address of their own to come in as that person stays in no longer than the address.
  await stores.sessions.removeOf(plan.readdressed);
  await stores.signInLinks.removeOf(plan.readdressed);
}

export interface ImportResult {
  /** False when there were problems: nothing was written then. */
  readonly imported: boolean;
  readonly report: ImportReport;
}

/** `actor` null: from the command line. */
export async function importPeople(app: App, actor: Actor | null, files: PeopleFiles): Promise<ImportResult> {
  return app.data.transaction(async (stores) => {
    const before = await stores.people.count();
    const { report, plan } = await planned(app, stores, files);
    if (!plan || report.problems.length > 0) return { imported: false, report };
    await carryOut(app, stores, plan);
    // People who were invented to surround one person's ballot show in this log (threat T8).
    const log = (setting: string, from: number, to: number) =>
      stores.organisation.logChange({ id: app.newId(), at: app.now().toISOString(), actorId: actor?.personId ?? null, setting, from: String(from), to: String(to) });
    await log('people', before, await stores.people.count());
    // An address is what somebody signs in with.
    if (plan.readdressed.length > 0) await log('addresses', 0, plan.readdressed.length);
    return { imported: true, report };
  });
}
