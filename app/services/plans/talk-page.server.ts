// The sheet with which a head leads half an hour with the team: everything on it is the department's own page of a release.
import type { Actor } from '#app/domain/access/actor.ts';
import { answersDue } from '#app/domain/kernel/answers-due.ts';
import { day, type Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { mayInquire, sizes, type Inquiry } from '#app/domain/plans/inquiry.ts';
import { secondaryOf, type SecondaryFigure } from '#app/domain/plans/secondary.ts';
import { downwards } from '#app/domain/plans/standing.ts';
import type { FiguresAge } from '#app/domain/reports/figures-age.ts';
import { talkedOverIn, talkSheetOf, type TalkedOver, type TalkSheet } from '#app/domain/reports/talk-page.ts';
import type { App } from '#app/platform/app.server.ts';
import { waveOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { ageOfFigures } from '#app/services/reports/age-of-results.server.ts';
import { closedSurveys, readDepartment } from '#app/services/reports/read-results.server.ts';
import { placeOf } from './place-of-actor.server.ts';

export interface TalkPage {
  readonly department: { readonly id: string; readonly name: string };
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Null before a first survey, and where the department was not in it. */
  readonly sheet: TalkSheet | null;
  /** Of the figures on the sheet; null without one. */
  readonly age: FiguresAge | null;
  /** Until when the short planks want an answer. */
  readonly answerBy: Day | null;
  /** Talks about this survey that were held. */
  readonly held: readonly Inquiry[];
  /** People who may have been there, both ends included; null where a department is too small for a talk of its own. */
  readonly present: { readonly least: number; readonly most: number } | null;
  readonly request: string;
  readonly today: Day;
}

/** `wanted`: a department this person leads, for HR any; without it the first one headed, for HR the company. */
export async function talkPage(app: App, actor: Actor, language: Language, wanted: string | null): Promise<Outcome<TalkPage, 'forbidden'>> {
  const { who, departments } = await placeOf(app, actor);
  const choices = departments.filter(({ id }) => mayInquire({ departmentId: id }, who)).map(({ id, name }) => ({ id, name }));
  const department = choices.find(({ id }) => id === (wanted ?? actor.heads[0] ?? departments.find(({ parentId }) => parentId === null)?.id));
  if (!department) return refused('forbidden');
  const latest = (await closedSurveys(app, language)).find(({ past }) => !past);
  const page = latest ? await readDepartment(app, actor, { surveyId: latest.id, department: department.id, language }) : null;
  const sheet = page?.ok ? talkSheetOf(page.value, await scoreOfTalk(app, department.id, page.value.survey.id)) : null;
  const people = await peopleAtAndBelow(app, departments, department.id);
  const { least } = sizes.talk;
  return done({
    department,
    choices,
    sheet,
    age: sheet && (await ageOfFigures(app, { surveyId: sheet.survey.id, closed: sheet.survey.closed })),
    answerBy: sheet && answersDue(day(sheet.survey.closed)),
    held: (await app.data.inquiries.ofDepartments([department.id])).filter(({ surveyId }) => sheet !== null && surveyId === sheet.survey.id),
    present: people < least ? null : { least, most: Math.min(people, sizes.talk.most) },
    request: app.newId(),
    today: app.today(),
  });
}

async function peopleAtAndBelow(app: App, departments: Parameters<typeof downwards>[0], departmentId: string): Promise<number> {
  const counted = await app.data.people.countByDepartment();
  return [...downwards(departments, [departmentId])].reduce((sum, id) => sum + (counted.get(id) ?? 0), 0);
}

async function scoreOfTalk(app: App, departmentId: string, surveyId: string): Promise<TalkedOver | null> {
  const listed = (await app.data.releases.listed()).find((release) => release.surveyId === surveyId);
  const wave = listed && (await waveOfRelease(app, listed.hash));
  return wave?.departments.has(departmentId) ? talkedOverIn(wave, departmentId) : null;
}

export interface BesideScores {
  readonly talks: readonly Inquiry[];
  readonly talkedOver: TalkedOver | null;
  readonly figures: readonly SecondaryFigure[];
}

/** What stands beside a department's scores of one survey, for HR and those who lead it; null for everybody else. `surveyId`: null where there is none yet. */
export async function besideScores(app: App, actor: Actor, departmentId: string, surveyId: string | null): Promise<BesideScores | null> {
  const { who } = await placeOf(app, actor);
  if (!mayInquire({ departmentId }, who)) return null;
  const talks = (await app.data.inquiries.ofDepartments([departmentId])).filter(({ kind }) => kind === 'talk').slice(0, 2);
  return { talks, talkedOver: surveyId === null ? null : await scoreOfTalk(app, departmentId, surveyId), figures: secondaryOf((await app.data.secondary.get()).figures, departmentId) };
}
