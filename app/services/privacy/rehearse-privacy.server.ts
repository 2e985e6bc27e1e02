// The self-test's experiment: made-up people vote in a folder that is thrown away, an attacker with a copy of the box and the order of
// papers tries to say whose ballot is whose, and after closing every file is searched for what they answered.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { shuffled } from '#app/domain/kernel/chance.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { languages, type Localized } from '#app/domain/kernel/language.ts';
import { smallestK } from '#app/domain/organisation/organisation.ts';
import type { PrivacyCheck } from '#app/domain/privacy/privacy-report.ts';
import { linksByStrategy, strategies } from '#app/domain/privacy/linker/strategies.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { closeSurvey, sealedOf, sealSurvey } from '#app/services/publication.server.ts';
import { lootOf, type Voted } from '#app/services/publication/loot.server.ts';
import { castBallot, type CastBallot } from './rehearse.server.ts';
import { filesBelow, holdsAny } from './find-strays.server.ts';

const groups = 4;
const people = 40;
const survey = 'rehearsal';
/** Who guesses is right once per block on average; five standard deviations above that is no chance any more. */
const byChance = Math.floor(groups + 5 * Math.sqrt(groups));
const said = (text: string): Localized => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

export async function rehearsePrivacy(portal: App): Promise<PrivacyCheck[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-rehearsal-'));
  const buildFolder = join(dataFolder, 'build');
  const quiet = () => undefined;
  const config = { ...portal.config, dataFolder, buildFolder, database: join(dataFolder, 'murmur.sqlite'), publicUrl: 'http://localhost' };
  const app: App = { ...(await openApp(config)), log: { info: quiet, warn: quiet, error: quiet } as App['log'] };
  try {
    const voters = await foundMadeUpCompany(app);
    const cast: CastBallot[] = [];
    for (const personId of shuffled(voters, app.chance)) cast.push(await castBallot(app, survey, { personId, answers: { score: 1 + app.chance(5), remark: remark(personId) } }));
    const linked = await attack(app, cast);
    return [linked, await destruction(app, cast)];
  } finally {
    await letGo(app);
    await app.data.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** No question of the survey, so that it may never be published; of different lengths, so that a size would betray somebody. */
const remark = (personId: string) => `canary of ${personId}`.padEnd(40 + Number(personId.slice(-2)) * 5, '.');

async function foundMadeUpCompany(app: App): Promise<string[]> {
  const { dataFolder, buildFolder } = app.config;
  mkdirSync(join(buildFolder, 'ballot'), { recursive: true });
  for (const language of languages) writeFileSync(join(buildFolder, 'ballot', `${language}.html`), `<!doctype html><title>${dataFolder} ${language}</title>`);
  await app.data.organisation.save({ name: survey, languages, language: 'en', k: smallestK, created: app.today(), timeZone: null });
  const department = { headId: null, position: 0, closed: false };
  const ids = Array.from({ length: groups }, (_, index) => `group-${index}`);
  await app.data.departments.saveAll([{ ...department, id: 'all', parentId: null, code: 'all', name: 'all' }, ...ids.map((id) => ({ ...department, id, parentId: 'all', code: id, name: id }))]);
  const voters = Array.from({ length: people }, (_, index) => `person-${String(index).padStart(2, '0')}`);
  const rest = { managerId: null, site: null, joinedOn: null, leftOn: null, language: null };
  await app.data.people.saveAll(voters.map((id, index) => ({ ...rest, id, employeeId: id, name: id, email: `${id}@rehearsal.invalid`, departmentId: ids[index % groups]! })));
  await app.data.surveys.add(madeUpSurvey(app));
  const sealed = await sealSurvey(app, survey);
  if (!sealed.ok) throw new Error(`the rehearsal could not be sealed: ${sealed.because}`);
  return voters;
}

function madeUpSurvey(app: App): Survey {
  const title = said(survey);
  const labels = ['1', '2', '3', '4', '5'].map(said);
  const score = { kind: 'scale', id: 'score', text: title, dimension: null, k: smallestK, points: 5, reverse: false, labels, low: null } as const;
  const opens = app.today();
  const definition = { k: smallestK, languages, questions: [score], cuts: [] };
  return { id: survey, state: 'draft', title, purpose: title, opens, closes: addDays(opens, 7), programme: null, definition, manifestHash: null, createdBy: null, createdAt: app.today(), closedAt: null, closedOn: null };
}

const receiptOf = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');

async function attack(app: App, cast: readonly CastBallot[]): Promise<PrivacyCheck> {
  const { manifest } = await sealedOf(app, survey);
  const voted = cast.map(({ personId, block, body }): Voted => ({ person: personId, block, receipt: receiptOf(body) }));
  const links = linksByStrategy(await lootOf(app.config.dataFolder, manifest, voted));
  const most = Math.max(...strategies.map((strategy) => links[strategy]));
  return { id: 'linker', ok: most <= byChance, details: { people, most, strategies: strategies.length, chance: groups, limit: byChance } };
}

async function destruction(app: App, cast: readonly CastBallot[]): Promise<PrivacyCheck> {
  const closed = await closeSurvey(app, survey);
  const planted = cast.flatMap(({ personId, body, paper, draw }) => [remark(personId), paper.serial, body.slice(400, 464), createHash('sha256').update(draw.blinded).digest()]);
  const left: string[] = [];
  const { dataFolder } = app.config;
  for (const file of await filesBelow(dataFolder)) if (file.startsWith('open/') || (await holdsAny(join(dataFolder, file), planted))) left.push(file);
  return { id: 'destruction', ok: closed.ok && left.length === 0, details: { people, planted: planted.length, left: left.length } };
}
