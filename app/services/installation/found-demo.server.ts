// Founds Lantern, the made-up company: the same import, sealing, voting, tally and planning as everybody's, on days that have passed.
import type { Actor } from '#app/domain/access/actor.ts';
import { shuffled, type Chance } from '#app/domain/kernel/chance.ts';
import { addDays, day, daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { startOfDay } from '#app/domain/kernel/local-time.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { wholeCompany, type CutWish } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import { suggestedRotating, usualCadence, usualRule } from '#app/domain/surveys/programme/programme.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import type { App } from '#app/platform/app.server.ts';
import { backgroundOf } from '#db/seed/backgrounds.ts';
import { companyName, teams, type SeedTeam } from '#db/seed/company.ts';
import { directoryFile, employeeOf } from '#db/seed/directory-file.ts';
import { opinionsOf, takesPart, type Unsaid, type Voter as Opinionated } from '#db/seed/opinions.ts';
import { served } from '#db/seed/services.ts';
import { purpose, waves, type SeedWave } from '#db/seed/waves.ts';
import { passOn } from '#app/services/reports/pass-words-on.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { setProgramme } from '#app/services/surveys/set-programme.server.ts';
import { noteLetters } from './demo-letters.server.ts';
import { answerRest, lookBeside, playPlans, reportBack, type Cast } from './demo-plans.server.ts';
import { askAboutServices } from './demo-service.server.ts';
import { mayAsk } from '#app/services/plans.server.ts';
import { importPeople } from '#app/services/organisation/import-people.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { rehearse, type Voter } from '#app/services/privacy/rehearse.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';

/** After the end of a pulse; fifteen working days are three weeks. */
const daysToAnswer = 19;

/** The same App in the middle of another day. */
function onDay(app: App, day: Day): App {
  const noon = startOfDay(day, app.timeZone()).getTime() + 12 * 3_600_000;
  return { ...app, now: () => new Date(noon), today: () => day };
}

const seatOf = (name: string) => employeeOf(teams.findIndex((team) => team.path.at(-1) === name), 0);

/** Employee ids of those in whose name the demonstration is shown. */
export const guides = {
  /** Legal: three people, counted with a neighbour. */
  employee: employeeOf(teams.findIndex((team) => team.path.at(-1) === 'Legal'), 1),
  hr: seatOf('People & Culture'),
  manager: seatOf('Product'),
  administrator: seatOf('Platform'),
} as const;

async function people(app: App): Promise<Map<string, string>> {
  return new Map((await app.data.people.current()).map((person) => [person.employeeId ?? '', person.id]));
}

/** Somebody of Lantern by employee id. */
export async function guide(app: App, employeeId: string): Promise<Actor> {
  const id = (await people(app)).get(employeeId);
  const actor = id === undefined ? null : await actorOfPerson(app, id);
  if (!actor) throw new Error(`Lantern has nobody with the number ${employeeId}`);
  return actor;
}

async function foundCompany(app: App, chance: Chance): Promise<void> {
  await app.data.organisation.save({ name: companyName, languages: ['en', 'zh-Hans', 'zh-Hant'], language: 'en', k: 5, created: app.today(), timeZone: app.timeZone() });
  const file = directoryFile(app.today(), chance);
  const { imported, report } = await importPeople(app, null, { people: new TextEncoder().encode(file), departments: null });
  if (!imported) throw new Error(`the people of Lantern could not be imported: ${JSON.stringify(report.problems.slice(0, 3))}`);
  const ids = await people(app);
  await app.data.roles.grant(ids.get(guides.hr)!, 'hr');
  await app.data.roles.grant(ids.get(guides.administrator)!, 'administrator');
}

async function sealWave(app: App, wave: SeedWave): Promise<string> {
  const hr = await guide(app, guides.hr);
  const opens = app.today();
  const wishes = { template: 'pulse-core', title: wave.title, purpose, opens, closes: addDays(opens, wave.open), further: wave.further, pair: wave.pair, cuts: await cutsOf(app, wave), wordsFor: 'heads' as const };
  const draft = await createDraft(app, hr, wishes);
  if (!draft.ok) throw new Error(`a pulse of Lantern was refused: ${draft.because}`);
  // One programme whatever the calendar says, so that the lines of the demonstration never break.
  await app.data.surveys.replace({ ...draft.value, programme: companyName }, 'draft');
  const asking = await mayAsk(app, draft.value, '');
  if (!asking.ok) throw new Error(`a pulse of Lantern may not ask: ${asking.because} ${JSON.stringify(asking.details)}`);
  const sealed = await sealSurvey(app, draft.value.id);
  if (!sealed.ok) throw new Error(`a pulse of Lantern could not be sealed: ${sealed.because}`);
  return draft.value.id;
}

/** Departments of the demonstration are known by their names. */
async function cutsOf(app: App, { tables }: SeedWave): Promise<CutWish[]> {
  const departments = await app.data.departments.open();
  return tables.map(({ question, of }) => ({ question, scope: of === null ? wholeCompany : departments.find(({ name }) => name === of)!.id, items: null }));
}

async function votersOf(app: App, surveyId: string, wave: number, chance: Chance): Promise<Voter[]> {
  const everybody = new Map((await app.data.people.current()).map((person) => [person.employeeId ?? '', person]));
  const { questions } = (await app.data.surveys.get(surveyId))!.definition;
  const unsaid: Unsaid = new Map();
  return teams.flatMap((team, index) =>
    Array.from({ length: team.people }, (_, seat) => everybody.get(employeeOf(index, seat))!)
      .filter(() => takesPart(team, chance))
      .map((person) => ({ personId: person.id, answers: opinionsOf(voterFrom(team, person, app.today()), { questions, wave, unsaid }, chance) })),
  );
}

function voterFrom(team: SeedTeam, { employeeId, joinedOn }: Person, today: Day): Opinionated {
  const years = joinedOn === null ? 0 : daysBetween(joinedOn, today) / 365;
  return { ...team, years, background: (question) => backgroundOf({ employeeId: employeeId ?? '', team, years }, question) };
}

/** Four in ten, none of the guides: their own way to the ballot is still to be shown. */
async function someOf(app: App, voters: readonly Voter[], chance: Chance): Promise<Voter[]> {
  const ids = await people(app);
  const shownAround = new Set(Object.values(guides).map((employeeId) => ids.get(employeeId)));
  const others = voters.filter((voter) => !shownAround.has(voter.personId));
  return shuffled(others, chance).slice(0, Math.round(others.length * 0.4));
}

/** HR passes on what was written: the company's words to everybody, those of Product to whoever leads it. */
async function passWordsOn(app: App, surveyId: string): Promise<void> {
  const hr = await guide(app, guides.hr);
  const product = (await app.data.departments.open()).find(({ name }) => name === 'Product')!.id;
  for (const department of [null, product]) {
    const passed = await passOn(app, hr, { surveyId, department });
    if (!passed.ok) throw new Error(`words of Lantern could not be passed on: ${passed.because}`);
  }
}

/** Founds the company with its waves; `tell` hears what is going on. Takes about half a minute. */
export async function foundLantern(app: App, tell: (line: string) => void): Promise<void> {
  const chance = seededChance('1a'.repeat(32));
  const today = app.today();
  await foundCompany(onDay(app, addDays(today, -300)), chance);
  for (const [index, wave] of waves.entries()) {
    const opened = onDay(app, addDays(today, -wave.ago));
    tell(`${wave.title.en} …`);
    const id = await sealWave(opened, wave);
    const voters = await votersOf(opened, id, index, chance);
    const over = wave.ago > wave.open;
    await noteLetters(opened, id, over ? addDays(today, wave.open - wave.ago) : addDays(today, -1));
    await rehearse(opened, id, over ? voters : await someOf(opened, voters, chance));
    if (!over) continue;
    const closed = await closeSurvey(onDay(app, addDays(today, wave.open + 1 - wave.ago)), id);
    if (!closed.ok) throw new Error(`a pulse of Lantern could not be closed: ${closed.because}`);
    await passWordsOn(onDay(app, addDays(today, wave.open + 3 - wave.ago)), id);
    const cast: Cast = { today, hr: await guide(app, guides.hr), onDay: (day) => onDay(app, day) };
    if (index === 2) await reportBack(cast);
    await playPlans(index, cast);
    if (index === 2) await lookBeside(cast);
    await answerRest(cast, addDays(today, wave.open + daysToAnswer - wave.ago));
    if (index === 0) await askAboutServices(cast, served[0]);
    if (index === 2) await askAboutServices(cast, served[1]);
  }
  await beginProgramme(app);
}

/** Twelve weeks after the pulse that is open, round the first days of May and a week of pay reviews. */
async function beginProgramme(app: App): Promise<void> {
  const today = app.today();
  const next = addDays(today, usualCadence * 7 - (waves.at(-1)?.ago ?? 0));
  const rule = usualRule(next, suggestedRotating(usualCadence));
  const may = Number(today.slice(0, 4)) + (today.slice(5) > '05' ? 1 : 0);
  const free = [{ from: day(`${may}-05-01`), to: day(`${may}-05-05`) }];
  const blackouts = [{ from: addDays(next, 8), to: addDays(next, 12) }];
  const set = await setProgramme(app, await guide(app, guides.hr), { rule: { ...rule, calendar: { ...rule.calendar, free }, blackouts }, language: 'en' });
  if (!set.ok) throw new Error(`the programme of Lantern was refused: ${set.because}`);
}
