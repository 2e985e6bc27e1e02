// Pages of a company of 10,000 people with twelve waves, beside an empty page of the same portal and a bare Express reply.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { openData, type Data } from '#db/index.server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aClosedSurvey } from '#tests/support/waves.ts';
import { emptyPage, startPortalWithEmptyPage } from './empty-page.ts';
import { costOf, startBareExpress, type BenchServer } from './server.ts';

const cookie = 'murmur_session=bench';

/** Three levels: 1 + 10 + 10 × teams departments, people in the teams. */
function companyOf(people: number, teams: number): { departments: Department[]; headcounts: Record<string, number> } {
  const departments: Department[] = [{ id: 'company', parentId: null, name: 'Company' }];
  const headcounts: Record<string, number> = {};
  for (let division = 0; division < 10; division += 1) {
    departments.push({ id: `division-${division}`, parentId: 'company', name: `Division ${division}` });
    for (let team = 0; team < teams; team += 1) {
      const id = `team-${division}-${team}`;
      departments.push({ id, parentId: `division-${division}`, name: `Team ${division}.${team}` });
      headcounts[id] = Math.round(people / (10 * teams));
    }
  }
  return { departments, headcounts };
}

async function saveWave(data: Data, wave: number, company: ReturnType<typeof companyOf>, previous: string | null): Promise<string> {
  const id = `wave-${wave}`;
  const closes = addDays(day('2024-01-10'), wave * 84);
  const { release, departments, questions } = aClosedSurvey({ id, closed: closes, tree: company.departments, people: company.headcounts, seed: wave + 1, mood: () => 3 + ((wave * 7) % 5) / 5, commentEvery: 9 });
  const title = release.survey.title;
  const manifest: Manifest = {
    murmur: 1,
    survey: { id, title, purpose: title, opens: addDays(closes, -10), closes, programme: 'bench' },
    k: 5,
    languages: ['en'],
    questions,
    departments,
    blocks: [],
    box: '',
    cuts: [],
    pages: { en: '', 'zh-Hans': '', 'zh-Hant': '' },
  };
  const manifestText = canonical(manifest);
  await data.surveys.add({ id, state: 'draft', title, purpose: title, opens: manifest.survey.opens, closes, programme: 'bench', definition: { k: 5, languages: ['en'], questions, cuts: [] }, manifestHash: null, createdBy: null, createdAt: `${closes}T00:00:00.000Z`, closedAt: null, closedOn: null });
  const survey = (await data.surveys.get(id))!;
  await data.surveys.replace({ ...survey, state: 'closed', manifestHash: hashOfText(manifestText), closedAt: `${closes}T23:00:00.000Z` }, 'draft');
  await data.manifests.add({ hash: hashOfText(manifestText), surveyId: id, text: manifestText });
  const text = canonical({ ...release, manifest: hashOfText(manifestText), previous });
  await data.releases.add({ surveyId: id, hash: hashOfText(text), previous, position: wave, text, releasedAt: `${closes}T23:00:00.000Z` });
  return hashOfText(text);
}

export async function prepareWaves(folder: string, people: number, waves: number, teams = 20): Promise<void> {
  const data = await openData(join(folder, 'murmur.sqlite'));
  const company = companyOf(people, teams);
  await data.organisation.save({ name: 'Company', languages: ['en'], language: 'en', k: 5, created: '2024-01-01T00:00:00.000Z', timeZone: null });
  await data.departments.saveAll(company.departments.map((department, position) => aDepartment(department.id, { ...department, position })));
  await data.people.saveAll(Object.entries(company.headcounts).flatMap(([departmentId, count]) => Array.from({ length: count }, (_, seat) => aPerson(`${departmentId}-${seat}`, { departmentId }))));
  await data.roles.grant('team-0-0-0', 'hr');
  await data.sessions.save({ tokenHash: createHash('sha256').update('bench').digest('base64url'), personId: 'team-0-0-0', createdOn: day('2024-01-01'), expiresOn: day('2099-01-01') });
  let previous: string | null = null;
  for (let wave = 0; wave < waves; wave += 1) previous = await saveWave(data, wave, company, previous);
  await data.close();
}

export interface PageTime {
  readonly page: string;
  readonly 'first ms': number;
  readonly 'median ms': number;
  readonly 'slowest ms': number;
  readonly 'server CPU ms': number;
  /** With one client, and with sixteen at a time. */
  readonly 'times the empty page': number;
  readonly 'times the empty page, 16 clients': number;
  readonly 'times the bare reply': number;
  readonly 'memory MiB': number;
  /** Of the document, before packing. */
  readonly 'HTML kB': number;
}

const clients = 16;

/** Processor time of the server for each of many visits, in milliseconds. */
async function crowded(portal: BenchServer, visit: () => Promise<Response>, each = 10): Promise<number> {
  const before = portal.cpu();
  const client = async () => {
    for (let time = 0; time < each; time += 1) await (await visit()).arrayBuffer();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return ((portal.cpu() - before) * 1000) / (clients * each);
}

const round = (value: number) => Math.round(value * 100) / 100;

const pagesOf = (survey: string) => [`/results/${survey}/full`, `/results/${survey}`, '/results', '/surveys', '/'];

/** Of a company of a thousand departments: the overview, its map in every order, and the whole of it. */
const mapPagesOf = (survey: string) => [`/results/${survey}/full`, ...['', '?sort=look', '?sort=pay', '?find=7.1', '?compare=year', '?dimension=pay&sort=name', '?part=all'].map((query) => `/results/${survey}/map${query}`)];

export const mapTimes = (): Promise<PageTime[]> => resultsTimes(10_000, 12, { teams: 99, pages: mapPagesOf });

export async function resultsTimes(people = 10_000, waves = 12, { teams = 20, pages = pagesOf } = {}): Promise<PageTime[]> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-bench-'));
  await prepareWaves(folder, people, waves, teams);
  const bare = await startBareExpress();
  const floor = await costOf(bare, () => fetch(`${bare.url}/`), { warm: 200, count: 500 });
  await bare.stop();
  const portal = await startPortalWithEmptyPage(folder);
  const visiting = (page: string) => () => fetch(portal.url + page, { headers: { cookie, 'accept-encoding': 'br' } });
  const empty = { alone: (await costOf(portal, visiting(emptyPage), { warm: 200, count: 200 })).cpu, crowded: await crowded(portal, visiting(emptyPage), 20) };
  const rows: PageTime[] = [];
  for (const page of pages(`wave-${waves - 1}`)) {
    const visit = visiting(page);
    const start = performance.now();
    const html = (await (await visit()).arrayBuffer()).byteLength / 1000;
    const first = performance.now() - start;
    const cost = await costOf(portal, visit, { warm: 20, count: 60 });
    const many = await crowded(portal, visit);
    const times = { 'times the empty page': round(cost.cpu / empty.alone), 'times the empty page, 16 clients': round(many / empty.crowded), 'times the bare reply': round(cost.cpu / floor.cpu) };
    rows.push({ page, 'first ms': round(first), 'median ms': round(cost.median), 'slowest ms': round(cost.slowest), 'server CPU ms': round(cost.cpu), ...times, 'memory MiB': Math.round(portal.memory()), 'HTML kB': Math.round(html) });
  }
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

// `--map`: a thousand departments.
if (process.argv[1]?.endsWith('bench/results.ts')) console.table(await (process.argv.includes('--map') ? mapTimes() : resultsTimes()));
