// HR keeps the map of who serves whom: link by link, as lines, or from a small file of the same lines. All of it or nothing is saved, and
// only over the map that was looked at.
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, together, type Outcome } from '#app/domain/kernel/outcome.ts';
import { pathsOf } from '#app/domain/organisation/department-difference.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { linkOf, nobodyCalled, servicesIn, type PathedDepartment, type ServiceLineProblem } from '#app/domain/organisation/service-lines.ts';
import type { MappedDepartment, MappedProvider, ServiceMapPage } from '#app/domain/organisation/service-map-page.ts';
import { isOwnCustomer, providerAround, sameLink, serviceGround, standingLinks, withLink, type ServiceLink } from '#app/domain/organisation/service-map.ts';
import { joinedProviders } from '#app/domain/publication/groups/joined-providers.ts';
import { idsAtOrBelow } from '#app/domain/organisation/tree.ts';
import type { App } from '#app/platform/app.server.ts';
import { namesNobody } from '#app/services/surveys/names-nobody.server.ts';
import { lineOf, rowsIn } from '#app/services/analysis/typed-lines.server.ts';
import { linesOfFile } from '#app/services/tables/lines-of-file.server.ts';
import { csvText } from '#app/services/tables/write-csv.server.ts';
import { textOf } from '#app/text/text.ts';

interface Directory {
  readonly all: readonly ListedDepartment[];
  readonly open: readonly PathedDepartment[];
  /** As a department is written: its name, or the way to it where another is called alike. */
  readonly written: (id: string) => string;
  readonly headcounts: ReadonlyMap<string, number>;
  readonly k: number;
}

/** So many are offered while somebody types; every other one is found by its name all the same. */
const mostOffered = 200;

async function directoryOf(app: App): Promise<Directory> {
  const all = await app.data.departments.all();
  const open = all.filter(({ closed }) => !closed);
  const paths = pathsOf(open);
  const named = new Map<string, number>();
  for (const { name } of open) named.set(name, (named.get(name) ?? 0) + 1);
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  const written = (id: string) => (named.get(nameOf.get(id) ?? '') === 1 ? nameOf.get(id)! : (paths.get(id) ?? nameOf.get(id) ?? id));
  return {
    all,
    open: open.map(({ id, parentId, name }) => ({ id, parentId, name, path: paths.get(id)! })),
    written,
    headcounts: await app.data.people.countByDepartment(),
    k: (await app.data.organisation.get())?.k ?? 5,
  };
}

export async function serviceMapPage(app: App): Promise<ServiceMapPage> {
  const { links, revision } = await app.data.serviceMap.get();
  const directory = await directoryOf(app);
  const { open, all, headcounts, k } = directory;
  const ground = serviceGround(open);
  const providers = [...new Set(links.map(({ provider }) => provider))];
  const standing = [...new Set(standingLinks(links, ground).map(({ provider }) => provider))];
  const joined = joinedProviders(standing, { departments: open, headcounts, k });
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  const mapped = (id: string): MappedDepartment => ({ id, name: nameOf.get(id) ?? id, gone: !ground.parents.has(id) });
  const peopleIn = (id: string) => idsAtOrBelow(open, id).reduce((sum, one) => sum + (headcounts.get(one) ?? 0), 0);
  return {
    revision,
    k,
    providers: providers.map((id): MappedProvider => {
      const around = providerAround(links, id, ground);
      const group = joined.ok ? joined.value.find((members) => members.includes(id)) : undefined;
      return {
        ...mapped(id),
        people: ground.parents.has(id) ? peopleIn(id) : null,
        together: (group ?? []).filter((other) => other !== id).map((other) => nameOf.get(other) ?? other),
        inside: around === null ? null : (nameOf.get(around) ?? around),
        links: links.filter(({ provider }) => provider === id).map((link) => ({ customer: mapped(link.customer), kind: link.kind, own: isOwnCustomer(link, ground) })),
      };
    }),
    missing: joined.ok || standing.length === 0 ? 0 : Number(joined.details['missing'] ?? 0),
    // The root first: it stands for everybody.
    departments: [...open].sort((one, other) => Number(other.parentId === null) - Number(one.parentId === null)).slice(0, mostOffered).map(({ id }) => directory.written(id)),
    lines: linesOf(links, directory).map(lineOf).join('\n'),
  };
}

const linesOf = (links: readonly ServiceLink[], { written }: Directory): string[][] => links.map(({ provider, customer, kind }) => [written(provider), written(customer), ...(kind === '' ? [] : [kind])]);

export interface LinkWish {
  readonly revision: number;
  readonly provider: string;
  readonly customer: string;
  readonly kind: string;
}

export type ServiceMapRefusal = ServiceLineProblem['code'] | 'yardsticks-changed' | 'outside-unreadable' | 'services-wrong' | 'own-names';

/** What providers are needed for stands beside their names where they are rated. */
const needed = (links: readonly ServiceLink[]) => ({ text: Object.fromEntries(links.map(({ kind }, at) => [String(at), kind])) });

/** Departments by name, as in a line. */
export async function addServiceLink(app: App, { revision, provider, customer, kind }: LinkWish): Promise<Outcome<null, ServiceMapRefusal>> {
  const { links } = await app.data.serviceMap.get();
  const { open } = await directoryOf(app);
  const unknown = together([nobodyCalled(provider, 'provider', open), nobodyCalled(customer, 'customer', open)]);
  if (unknown) return unknown;
  const link = linkOf([provider, customer, kind], open);
  if ('code' in link) return refused(link.code, link.details);
  const apart = await namesNobody(app, needed([link]));
  if (!apart.ok) return apart;
  const next = withLink(links, link, serviceGround(open));
  return next.ok ? kept(app, next.value, revision) : next;
}

/** What is not there is gone already. */
export async function removeServiceLink(app: App, revision: number, link: ServiceLink): Promise<Outcome<null, ServiceMapRefusal>> {
  const { links } = await app.data.serviceMap.get();
  return kept(app, links.filter((one) => !sameLink(one, link)), revision);
}

/** The whole map as lines. Refused with everything that is wrong, line by line, in the reader's language. */
export async function bringServiceMap(app: App, language: Language, { revision, lines }: { readonly revision: number; readonly lines: string }): Promise<Outcome<null, ServiceMapRefusal>> {
  const rows = rowsIn(lines);
  if (!rows.ok) return rows;
  const { links, problems } = servicesIn(rows.value, (await directoryOf(app)).open);
  if (problems.length > 0) return refused('services-wrong', { n: problems.length, problems: toldIn(language, problems) });
  const apart = await namesNobody(app, needed(links));
  return apart.ok ? kept(app, links, revision) : apart;
}

async function kept(app: App, links: readonly ServiceLink[], revision: number): Promise<Outcome<null, ServiceMapRefusal>> {
  return (await app.data.serviceMap.replace(links, revision)) ? done(null) : refused('yardsticks-changed');
}

function toldIn(language: Language, problems: readonly ServiceLineProblem[]): string {
  const text = textOf(language);
  return problems.map(({ line, code, details }) => text('services.line', { line, problem: text.error(code, details) })).join('\n');
}

/** The lines of a file in the place of those that are kept, and what is wrong with them: nothing is saved before somebody has looked at it. */
export async function withServiceFile(app: App, language: Language, path: string): Promise<Outcome<{ readonly lines: string; readonly n: number; readonly problems: string }, 'outside-unreadable' | 'outside-encoding'>> {
  const { open } = await directoryOf(app);
  const words = new Set(open.flatMap(({ name, path: whole }) => [name, whole]));
  const rows = await linesOfFile(path, (cell) => words.has(cell));
  if (!rows.ok) return rows;
  const lines = rows.value.map(({ cells }) => lineOf(cells)).join('\n');
  const shown = rowsIn(lines);
  const problems = shown.ok ? servicesIn(shown.value, open).problems : [];
  return done({ lines, n: problems.length, problems: toldIn(language, problems) });
}

/** UTF-8 with a mark at the beginning, which spreadsheets need to read Chinese; no cell runs as a formula. */
export async function serviceMapFile(app: App, language: Language): Promise<string> {
  const text = textOf(language);
  const { links } = await app.data.serviceMap.get();
  const heads = [text('services.provider'), text('services.customer'), text('services.kind')];
  const lines = linesOf(links, await directoryOf(app)).map(([provider = '', customer = '', kind = '']) => [provider, customer, kind]);
  return csvText([heads, ...lines], { mark: true });
}
