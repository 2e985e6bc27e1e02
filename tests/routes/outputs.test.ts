// Whatever leaves the portal about a survey: every page as every role, the data behind it, the file of the release. Results are a
// function of the release, and before there is one there are no results.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { fixParticipation, participationOf } from '#app/services/publication.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { everyPage } from '#tests/support/every-page.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const roles = ['hr', 'admin', 'north-1', 'south-1', 'operations-1'];

describe('attack 12: seven answers, then eight', () => {
  const seven = [2, 3, 4, 5, 6, 7, 8].map((number) => `operations-${number}`);

  async function open(): Promise<TestApp> {
    const app = await ballotApp();
    await sealed(app, aDraft('pulse'));
    return app;
  }

  async function answeredBy(app: TestApp, people: readonly string[]): Promise<void> {
    for (const personId of people) await castBallot(app, 'pulse', { personId, answers: { 'PAY-01': 5 } });
  }

  const results = ['results.$id._index.tsx', 'results.$id.full.tsx', 'results.$id.questions.tsx', 'results.$id.comments.tsx', 'results.$id.method.tsx'];
  // A form has a new number each time it is shown.
  const withoutNumbers = (data: string) => data.replaceAll(/"id-\d+"/g, '"id"');
  const seen = async (app: TestApp) =>
    Promise.all(roles.map(async (as) => ({ as, pages: (await everyPage(app, as, { params: { id: 'pulse' } })).map((page) => ({ ...page, data: withoutNumbers(page.data) })) })));

  test('no result is there before closing, for anybody', async () => {
    const app = await open();
    await answeredBy(app, seven);
    for (const { as, pages } of await seen(app)) {
      for (const { file, data } of pages.filter((page) => results.includes(page.file))) expect(data, `${as} ${file}`).toMatch(/^(403|404) /);
    }
  });

  test('the eighth answer changes nothing on any page that day, and participation moves in its steps alone', async () => {
    const app = await open();
    await answeredBy(app, seven);
    const before = await seen(app);
    await answeredBy(app, ['operations-9']);
    expect(await seen(app)).toEqual(before);
    // Of forty-four people the first step is a fifth: eight are below it, nine are in it.
    app.setNow('2026-11-23');
    await fixParticipation(app);
    expect((await participationOf(app, 'pulse'))?.company).toBe(0);
    await answeredBy(app, ['operations-10']);
    await fixParticipation(app);
    expect((await participationOf(app, 'pulse'))?.company).toBe(0);
    app.setNow('2026-11-24');
    await fixParticipation(app);
    expect((await participationOf(app, 'pulse'))?.company).toBe(20);
  });
});

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Key accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
  { id: 'finance', parentId: 'amber', name: 'Finance' },
];

/** Every number of people that a release tells, added up over its departments, and the rest beside each of them. */
function toldBy(release: Release): Set<number> {
  const told = new Set<number>([0]);
  const tell = (counts: ReadonlyMap<string, number>, key: string) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const shown = release.partitions[key]!.departments.map(({ atoms }) => atoms.reduce((sum, atom) => sum + counts.get(atom)!, 0));
    for (const count of [all, ...counts.values(), ...shown]) told.add(count).add(all - count);
  };
  for (const [key, { atoms }] of Object.entries(release.partitions)) tell(new Map(atoms.map(({ id, answered }) => [id, answered])), key);
  for (const item of Object.values(release.items)) {
    const valid = (counts: readonly number[]) => (item.kind === 'several' ? counts.at(-1)! : counts.reduce((sum, count) => sum + count, 0));
    tell(new Map(Object.entries(item.cells).map(([atom, counts]) => [atom, valid(counts)])), item.partition);
  }
  for (const { partition, cells } of Object.values(release.dimensions)) tell(new Map(Object.entries(cells).map(([atom, { n }]) => [atom, n])), partition);
  for (const { bands } of release.cuts) {
    for (const counts of [bands.map(({ answered }) => answered), ...Object.keys(bands[0]!.favourable).map((id) => bands.map(({ favourable }) => favourable[id]![1]))]) {
      const all = counts.reduce((sum, count) => sum + count, 0);
      for (const count of counts) told.add(count).add(all - count);
    }
  }
  return told;
}

/** All numbers of what a page was handed, with the name each has. */
function numbersIn(value: unknown, name = ''): [string, number][] {
  if (typeof value === 'number') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, Array.isArray(value) ? name : key));
}

describe('attack 18: nothing that leaves the portal is more precise than the release', () => {
  let waves: readonly Closed[];
  beforeAll(() => {
    const declared = { backgrounds: { tenure: ['new', 'long'], place: ['office', 'home'] }, cuts: [{ question: 'tenure', scope: 'company' }, { question: 'place', scope: 'company' }] };
    const people = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 };
    waves = [1, 2].map((seed) => aClosedSurvey({ id: `pulse-${seed}`, closed: `2026-0${seed}-20`, tree, people, seed, commentEvery: 2, further: ['MGR-01'], ...declared }));
  });

  const queries = ['', '?compare=before', '?cut=place', '?item=PAY-01', ...tree.map(({ id }) => `?department=${id}`)];
  // Files of an office and pictures are no JSON: their numbers are read back where they are made.
  const pages = /^(?!.*(?:\[\.\](?:pdf|docx|pptx|xlsx|csv|png|ics)|\$file)\.tsx)(results|team|_index|feed|plans)/;
  let shownOnce: ReturnType<typeof everythingShown> | undefined;
  const shownEverywhere = () => (shownOnce ??= everythingShown());

  async function everythingShown(): Promise<{ file: string; as: string; data: string }[]> {
    const app = await testApp();
    await aSmallCompany(app);
    await publishWaves(app, waves);
    const shown = [];
    for (const as of roles) {
      for (const id of ['pulse-1', 'pulse-2']) {
        for (const query of queries) for (const page of await everyPage(app, as, { params: { id }, query, files: pages })) shown.push({ ...page, as });
      }
    }
    return shown.filter(({ data }) => data.startsWith('{'));
  }

  test('on every page, for every role: people are counted only in groups that are in it', async () => {
    const told = new Set(waves.flatMap(({ release }) => [...toldBy(release)]));
    expect([...told].filter((count) => count > 0 && count < 5)).toEqual([]);
    const shown = await shownEverywhere();
    const counts = shown.flatMap(({ file, as, data }) => numbersIn(JSON.parse(data)).filter(([name]) => ['n', 'answered'].includes(name)).map(([, count]) => ({ file, as, count })));
    expect(counts.length).toBeGreaterThan(2_000);
    expect(counts.filter(({ count }) => !told.has(count))).toEqual([]);
    process.stdout.write(`outputs: ${shown.length} pages with ${counts.length} counts of people; counts that are in no release: 0\n`);
  });

  test('on every page no figure has more than two places, and every comment is one of the release', async () => {
    const comments = new Set(waves.flatMap(({ release }) => release.comments.map(({ text }) => text)));
    let read = 0;
    for (const { file, data } of await shownEverywhere()) {
      const fine = numbersIn(JSON.parse(data)).filter(([, number]) => Math.abs(number * 100 - Math.round(number * 100)) > 1e-9);
      expect(fine, file).toEqual([]);
      if (!file.startsWith('results.$id.comments')) {
        expect([...comments].filter((text) => data.includes(text)), file).toEqual([]);
        continue;
      }
      const page = (JSON.parse(data) as { comments?: { comments: readonly { text: string }[] } }).comments;
      for (const { text } of page?.comments ?? []) expect(comments.has(text), text).toBe(true);
      read += page?.comments.length ?? 0;
    }
    expect(read).toBeGreaterThan(0);
  });
});
