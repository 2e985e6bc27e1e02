// Two surveys on both sides of New Year that ask other parts of the company: whoever holds one against the other must not meet a few people.
import { expect, test } from 'vitest';
import { day, type Day } from '#app/domain/kernel/day.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { besideEarlier, divideGroups } from '#app/domain/publication/groups/audience-groups.ts';
import { formBlocks, type EarlierGroup, type FormedBlock } from '#app/domain/publication/groups/blocks.ts';
import { isHeldAgainst } from '#app/domain/publication/groups/year-of-groups.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { seeded } from '#tests/support/tallies.ts';

const k = 5;

function partsOf(id: string, opens: Day, departments: readonly string[] | null): Survey {
  const draft = aDraft(id, { programme: opens.slice(0, 4), opens, closes: opens });
  return departments === null ? draft : { ...draft, definition: { ...draft.definition, audience: { kind: 'parts', departments } } };
}

/** People of today who were asked by one of the two and not by the other. */
async function between(app: TestApp, one: readonly string[], other: readonly string[]): Promise<number[]> {
  const people = await app.data.people.current();
  const count = (ids: readonly string[], without: readonly string[]) => people.filter(({ departmentId }) => departmentId !== null && ids.includes(departmentId) && !without.includes(departmentId)).length;
  return [count(one, other), count(other, one)];
}

async function askedIn(app: TestApp, draft: Survey): Promise<readonly string[]> {
  const { manifest } = await sealed(app, draft);
  await closeSurvey(app, draft.id);
  return manifest.blocks.flatMap(({ departments }) => departments);
}

test('a part asked in December and one asked in January differ by nobody or by k people at least', async () => {
  const app = await ballotApp({ now: '2026-12-28T10:00:00Z' });
  // Three people who are counted with Key accounts.
  await app.data.departments.saveAll([aDepartment('samples', { parentId: 'key-accounts', name: 'Samples', position: 9 })]);
  await app.data.people.saveAll([1, 2, 3].map((at) => aPerson(`samples-${at}`, { departmentId: 'samples' })));
  await app.data.people.saveAll(Array.from({ length: 9 }, (_, at) => aPerson(`key-new-${at}`, { departmentId: 'key-accounts' })));
  const december = await askedIn(app, partsOf('december', day('2026-12-28'), ['key-accounts']));
  expect(december).toContain('samples');
  // Somebody arranges the tree anew between the years.
  await app.data.departments.saveAll([aDepartment('samples', { parentId: 'operations', name: 'Samples', position: 9 })]);
  app.setNow('2027-01-04T10:00:00Z');
  const january = await askedIn(app, partsOf('january', day('2027-01-04'), ['key-accounts']));
  for (const people of await between(app, december, january)) expect(people === 0 || people >= k).toBe(true);
});

test('a survey of everybody after one of everybody begins anew with the year, as ever', async () => {
  const app = await ballotApp({ now: '2026-12-28T10:00:00Z' });
  const first = await askedIn(app, partsOf('december', day('2026-12-28'), null));
  await app.data.people.saveAll(Array.from({ length: 20 }, (_, at) => aPerson(`new-${at}`, { departmentId: 'key-accounts' })));
  await app.data.departments.saveAll([aDepartment('finance', { parentId: 'amber', name: 'Finance', position: 2 })]);
  app.setNow('2027-01-04T10:00:00Z');
  const { manifest } = await sealed(app, partsOf('january', day('2027-01-04'), null));
  expect(first).toContain('key-accounts');
  expect(manifest.blocks.some(({ departments }) => departments.join() === 'key-accounts')).toBe(true);
});

test('a survey of parts that is not counted yet lets another part wait, also over New Year', async () => {
  const app = await ballotApp({ now: '2026-12-30T10:00:00Z' });
  await sealed(app, { ...partsOf('december', day('2026-12-30'), ['sales']), closes: day('2026-12-31') });
  await app.data.surveys.add(partsOf('january', day('2027-01-02'), ['north']));
  expect(await sealSurvey(app, 'january')).toMatchObject({ ok: false, because: 'audience-meanwhile' });
});

interface Company {
  readonly departments: readonly Department[];
  readonly headcounts: ReadonlyMap<string, number>;
}

/** Twelve departments at most, of one to fourteen people, in a tree of three floors. */
function companyOf(chance: () => number, before?: Company): Company {
  const below = (most: number) => Math.floor(chance() * most);
  const ids = before?.departments.slice(1).map(({ id }) => id) ?? Array.from({ length: 4 + below(8) }, (_, at) => `d${at}`);
  const departments = [aDepartment('top', { position: 0 }), ...ids.map((id, at) => {
    const old = before?.departments.find((one) => one.id === id);
    // A few are moved, by whoever may.
    const parentId = old && chance() > 0.2 ? old.parentId : at < 3 || chance() < 0.4 ? 'top' : `d${below(Math.min(at, 3))}`;
    return aDepartment(id, { parentId, position: at + 1 });
  })];
  const headcounts = new Map(ids.map((id) => [id, before && chance() > 0.3 ? before.headcounts.get(id)! : 1 + below(14)]));
  return { departments, headcounts };
}

interface Sealed {
  readonly asked: readonly FormedBlock[];
  readonly beside: readonly FormedBlock[];
}

/** As sealing does it; null where it is refused. */
function sealedBy({ departments, headcounts }: Company, chosen: string, before: Sealed | null): Sealed | null {
  const earlier: EarlierGroup[] = before ? [...before.asked, ...before.beside] : [];
  const formed = formBlocks({ departments, headcounts, k, earlier });
  const divided = formed.ok ? divideGroups(departments, formed.value, [chosen]) : null;
  if (!divided?.ok) return null;
  const idsOf = (groups: readonly EarlierGroup[]) => groups.flatMap((group) => group.departments);
  const audiences = before ? [{ title: '', asked: idsOf(before.asked), beside: idsOf(before.beside), uncounted: false }] : [];
  return besideEarlier(audiences, { asked: idsOf(divided.value.asked), beside: idsOf(divided.value.beside), headcounts, k }).ok ? divided.value : null;
}

/** How often two surveys of parts, between which the company changed a little, differ by one to k − 1 people. */
function measured({ held, times }: { readonly held: boolean; readonly times: number }): { readonly pairs: number; readonly few: number } {
  const draw = seeded(19);
  const chance = () => draw(1_000_000) / 1_000_000;
  let [pairs, few] = [0, 0];
  for (let time = 0; time < times; time += 1) {
    const december = companyOf(chance);
    const january = companyOf(chance, december);
    const chosen = () => december.departments[1 + Math.floor(chance() * (december.departments.length - 1))]!.id;
    const one = sealedBy(december, chosen(), null);
    const other = one && sealedBy(january, chosen(), held ? one : null);
    if (!one || !other) continue;
    pairs += 1;
    const ids = ({ asked }: Sealed) => new Set(asked.flatMap(({ departments }) => departments));
    const [a, b] = [ids(one), ids(other)];
    const people = (from: ReadonlySet<string>, without: ReadonlySet<string>) => [...from].filter((id) => !without.has(id)).reduce((sum, id) => sum + (january.headcounts.get(id) ?? 0), 0);
    if ([people(a, b), people(b, a)].some((count) => count > 0 && count < k)) few += 1;
  }
  return { pairs, few };
}

test('among many companies no two surveys of parts differ by a few people where they are held against each other', () => {
  const [anew, held] = [measured({ held: false, times: 4_000 }), measured({ held: true, times: 4_000 })];
  process.stdout.write(`two surveys of parts, groups formed anew between them: ${anew.few} of ${anew.pairs} differ by one to ${k - 1} people; held against each other: ${held.few} of ${held.pairs}\n`);
  expect(anew.few).toBeGreaterThan(0);
  expect(held.few).toBe(0);
});

test.each([
  ['two of one year', ['2027', '2027-01-04', true], ['2027', '2027-12-20', false], true],
  ['two of everybody on both sides of New Year', ['2026', '2026-12-28', true], ['2027', '2027-01-04', true], false],
  ['everybody, and a part a week later', ['2026', '2026-12-28', true], ['2027', '2027-01-04', false], true],
  ['a part, and everybody twelve months later', ['2026', '2026-12-28', false], ['2027', '2027-12-28', true], true],
  ['a part, and another one more than a year later', ['2026', '2026-12-28', false], ['2027', '2027-12-30', false], false],
] as const)('%s', (_what, one, other, expected) => {
  const survey = ([programme, opens, everybody]: readonly [string, string, boolean]) => ({ ...partsOf('one', day(opens), everybody ? null : ['sales']), programme });
  expect(isHeldAgainst(survey(one), survey(other))).toBe(expected);
  expect(isHeldAgainst(survey(other), survey(one))).toBe(expected);
});
