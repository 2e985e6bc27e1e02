// People files of the small company, with what a test changes in them.
import { importPeople, type ImportResult, type PeopleFiles } from '#app/services/organisation/import-people.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { App } from '#app/platform/app.server.ts';

export interface FileWish {
  /** By employee id: another address, or '' for an empty cell. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** By employee id: another id for the same person. */
  readonly ids?: Readonly<Record<string, string>>;
  /** By employee id: another name. */
  readonly names?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
}

const bytes = (text: string) => new TextEncoder().encode(text);

// What is written for the first time stays the truth from which the next files differ.
const originals = new WeakMap<App['data'], { readonly people: readonly (readonly [string, string, string, string])[]; readonly departments: string }>();

async function originalOf(app: App) {
  let original = originals.get(app.data);
  if (!original) {
    const people = (await app.data.people.current()).map(({ employeeId, name, email, departmentId }) => [employeeId ?? '', name, email ?? '', departmentId ?? ''] as const);
    const departments = (await app.data.departments.open()).map(({ code, parentId, name, headId }) => `${code},${parentId ?? ''},${name},${headId ?? ''}`);
    originals.set(app.data, (original = { people, departments: `id,parent,name,head\n${departments.join('\n')}\n` }));
  }
  return original;
}

export async function peopleFile(app: App, { addresses = {}, ids = {}, names = {}, without = [] }: FileWish = {}): Promise<PeopleFiles> {
  const { people, departments } = await originalOf(app);
  const rows = people.filter(([id]) => !without.includes(id)).map(([id, name, email, department]) => [ids[id] ?? id, names[id] ?? name, addresses[id] ?? email, department].join(','));
  return { people: bytes(`employee_id,name,email,department\n${rows.join('\n')}\n`), departments: bytes(departments) };
}

/** Imports the small company as it was at first, but for what is wished. Throws where the file has a problem. */
export async function bring(app: App, actor: Actor | null, wish: FileWish = {}): Promise<ImportResult> {
  const result = await importPeople(app, actor, await peopleFile(app, wish));
  if (!result.imported) throw new Error(JSON.stringify(result.report.problems));
  return result;
}
