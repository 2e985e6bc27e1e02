// One sheet for people without mail: what the letters say, for the company or a department, as everybody who works there may read it.
// It is written for a member of the department and not for whoever prints it.
import { answersDue } from '#app/domain/kernel/answers-due.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { daysBetween } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { newsSince } from '#app/domain/notifications/news.ts';
import type { NoticeBoard } from '#app/domain/notifications/notice-board.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import type { OverdueAnswer } from '#app/domain/plans/overdue-answers.ts';
import { standingOf, type Standing } from '#app/domain/plans/standing.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import type { App } from '#app/platform/app.server.ts';
import { answersByHead } from '#app/services/plans/answers-by-head.server.ts';
import { namesOf } from '#app/services/plans/plan-page.server.ts';
import { placeOf, type Place } from '#app/services/plans/place-of-actor.server.ts';
import { dimensionName } from '#app/services/plans/plan-words.server.ts';
import { ageOfFigures } from '#app/services/reports/age-of-results.server.ts';
import { closedSurveys } from '#app/services/reports/read-results.server.ts';
import { toldResults } from '#app/services/reports/told-results.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { newsParts } from './news-letter.server.ts';
import { newsLines } from './news-lines.server.ts';
import { closedText, findingParts, nextText } from './results-letter.server.ts';

/** HR prints for every department, a head for those at and below the own ones; both for the company. `wanted`: null for the first of them. */
export async function noticeBoard(app: App, actor: Actor, { language, wanted }: { readonly language: Language; readonly wanted: string | null }): Promise<Outcome<NoticeBoard, 'forbidden'>> {
  const place = await placeOf(app, actor);
  const choices = choicesFor(place);
  const department = choices.find(({ id }) => id === (wanted ?? actor.heads[0])) ?? (wanted === null ? choices[0] : undefined);
  if (!department) return refused('forbidden');
  const text = textOf(language);
  const member = standingOf(place.departments, { personId: '', departmentId: department.id, heads: [], hr: false });
  const lines = (await newsLines(app, await app.data.news.since(newsSince(app.today())))).filter((line) => line.concerns(member));
  return done({
    department: { id: department.id, name: department.name },
    choices: choices.map(({ id, name }) => ({ id, name })),
    results: await resultsFor(app, department.id, text),
    owed: await owedTo(app, member, text),
    parts: newsParts(text, lines).map(({ title, said }) => ({ title, lines: said.map(({ line }) => line) })),
    today: app.today(),
    home: app.config.publicUrl,
  });
}

const choicesFor = ({ who, departments }: Place): readonly ListedDepartment[] => departments.filter(({ id, parentId }) => parentId === null || who.hr || who.leads.has(id));

async function resultsFor(app: App, department: string, text: Text): Promise<readonly string[]> {
  // What another tool collected was not asked here.
  const latest = (await closedSurveys(app, text.language)).find(({ past }) => !past);
  const survey = latest && (await app.data.surveys.get(latest.id));
  const told = survey && (await toldResults(app, survey.id));
  if (!survey || !told) return [];
  const found = told(department, text);
  const age = await ageOfFigures(app, { surveyId: survey.id, closed: lastDayOf(survey) });
  return [closedText(text, survey, found), ...findingParts(text, found, age), nextText(text, isCorePulse(survey) ? answersDue(lastDayOf(survey)) : null, app.today())];
}

async function owedTo(app: App, { belongs }: Standing, text: Text): Promise<readonly string[]> {
  const { all, headOf, nameOf } = await answersByHead(app);
  const owed = all.filter(({ departmentId }) => belongs.has(departmentId));
  const names = await namesOf(app, owed.map(({ departmentId }) => headOf(departmentId)));
  const say = ({ departmentId, dimension, due }: OverdueAnswer) => {
    const head = headOf(departmentId);
    const values = { department: nameOf(departmentId), dimension: dimensionName(dimension, text.language), day: text.day(due), name: (head !== null && names[head]) || text('owed.nobody') };
    return due < app.today() ? text('owed.late', { ...values, n: daysBetween(due, app.today()) }) : text('owed.due', values);
  };
  return owed.map(say);
}
