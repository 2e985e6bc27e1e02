// «The results are there», for everybody who was asked: what stands out, what happens next and by when. Who leads people or HR reads in
// the same letter what that asks of them. Every figure is read from the release, so that there is none before it.
import { answersDue } from '#app/domain/kernel/answers-due.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf, type Person } from '#app/domain/organisation/person.ts';
import { ageWords, type FiguresAge } from '#app/domain/reports/figures-age.ts';
import type { ToldFindings } from '#app/domain/reports/told-findings.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { publishesAnything } from '#app/services/publication/keep-releases.server.ts';
import { answersByHead, type AnswersByHead } from '#app/services/plans/answers-by-head.server.ts';
import { ageOfFigures } from '#app/services/reports/age-of-results.server.ts';
import { reportedDepartments } from '#app/services/reports/gather-report.server.ts';
import { toldResults, type ToldOf } from '#app/services/reports/told-results.server.ts';
import { groupText } from '#app/text/group-text.ts';
import { dimensionIn } from '#app/text/dimension-name.ts';
import { aboutParts, textOf, type Text } from '#app/text/text.ts';
import { findingText } from './finding-text.server.ts';
import { lettered } from './letter-words.server.ts';
import { serviceLetters } from './service-letter.server.ts';
import type { Writer } from './letters-of.server.ts';

interface Known {
  readonly app: App;
  readonly survey: Survey;
  readonly told: ToldOf;
  readonly age: FiguresAge;
  /** Null where the survey obliges nobody to answer. */
  readonly due: Day | null;
  readonly owed: AnswersByHead;
  readonly hr: ReadonlySet<string>;
  /** Departments that have a report of their own. */
  readonly reported: ReadonlySet<string>;
}

/** Null where nothing is published: then there is nothing to say yet. */
export async function resultsLetters(app: App, surveyId: string): Promise<Writer | null> {
  const [survey, release] = [await app.data.surveys.get(surveyId), await app.data.releases.ofSurvey(surveyId)];
  if (!survey || !release) return null;
  if (isServiceSurvey(survey)) return (await publishesAnything(app, release.hash)) ? serviceLetters(app, survey) : null;
  const organisation = await app.data.organisation.get();
  const texts = await app.data.letterTexts.ofSurvey(surveyId);
  const told = await toldResults(app, surveyId);
  const known = told && { app, survey, told, age: await ageOfFigures(app, { surveyId, closed: lastDayOf(survey) }), due: isCorePulse(survey) ? answersDue(lastDayOf(survey)) : null, owed: await answersByHead(app), hr: new Set(await app.data.roles.holders('hr')), reported: await reportedDepartments(app, surveyId) };
  return (person) => {
    if (person.email === null) return null;
    const text = textOf(languageOf(person, organisation));
    const parts = known ? partsFor(known, person, text) : [tooFew(text, survey)];
    const values = { name: person.name, organisation: organisation?.name ?? '', title: text.of(survey.title), findings: parts.join('\n\n') };
    const { subject, body } = lettered(text, { kind: 'results', texts, values });
    return { link: null, letter: newLetter({ id: app.newId(), to: person.email, subject, text: body, language: text.tongue, dueOn: app.today() }) };
  };
}

const tooFew = (text: Text, survey: Survey): string => text('results-letter.too-few', { title: text.of(survey.title), day: text.day(lastDayOf(survey)) });

const listText = (lines: readonly string[]): string => lines.map((line) => `– ${line}`).join('\n');

function partsFor(known: Known, person: Person, text: Text): string[] {
  const { app, survey, told, age, due } = known;
  const found = told(person.departmentId, text);
  const at = `${app.config.publicUrl}/results/${survey.id}`;
  return [
    closedText(text, survey, found),
    ...findingParts(text, found, age),
    [nextText(text, due, app.today()), text('results-letter.links', { results: at, feed: `${app.config.publicUrl}/feed` })].join('\n\n'),
    ...headPart(known, person, text),
    ...(known.hr.has(person.id) ? [hrText(known, text)] : []),
  ];
}

/** Also that it ended earlier than people had read. */
export function closedText(text: Text, survey: Survey, { participation: { answered, invited } }: ToldFindings): string {
  const closed = lastDayOf(survey);
  const early = closed < survey.closes ? text('results-letter.early', { planned: text.day(survey.closes) }) : '';
  const values = { title: text.of(survey.title), day: text.day(closed), answered, invited: invited ?? answered };
  return [text('results-letter.closed', values), early].filter((part) => part !== '').join(' ');
}

/** With the age of what it tells: a letter is read again, and passed on. */
export function findingParts(anyText: Text, found: ToldFindings, age: FiguresAge): string[] {
  const { company, own, together } = found;
  const text = textAbout(anyText, found);
  const parts = found.survey.asked ? [text('results-letter.parts', { names: text.list([...found.survey.asked.names, ...found.survey.asked.with]), asked: found.survey.asked.invited, of: found.survey.asked.of })] : [];
  if (company.length > 0) parts.push(`${text('results-letter.company')}\n${listText(company.map((one) => findingText(text, one)))}`);
  if (own?.finding) parts.push(`${text('results-letter.own', { department: groupText(text, own.group) })}\n${listText([findingText(text, own.finding)])}`);
  if (together) parts.push(text('results-letter.together'));
  return [...parts, text(...ageWords(age, text.day))];
}

/** Where parts were asked nothing is said of the company. */
const textAbout = (text: Text, { survey }: ToldFindings): Text => (survey.asked ? aboutParts(text) : text);

/** `due`: by when answers are given; null where the survey asks for none. */
export function nextText(text: Text, due: Day | null, today: Day): string {
  if (due === null) return text('results-letter.next');
  return text(due < today ? 'results-letter.next.was' : 'results-letter.next.by', { day: text.day(due) });
}

/** What a head owes, before it is late, and a sentence for the team. */
function headPart(known: Known, { id }: Person, text: Text): string[] {
  const { app, survey, told, due, owed } = known;
  const led = owed.led.get(id);
  if (!led) return [];
  const duties = (owed.of.get(id) ?? []).filter(({ due: by }) => due !== null && by === due);
  const lines = duties.map(({ departmentId, dimension }) => `${dimensionIn(text, dimension)}, ${owed.nameOf(departmentId)}`);
  const asked = due === null || lines.length === 0 ? text('results-letter.head.nothing', { departments: text.list(led.map(owed.nameOf)) }) : `${text('results-letter.head.due', { departments: text.list(led.map(owed.nameOf)), day: text.day(due) })}\n${listText(lines)}`;
  return [`${asked}\n${text('results-letter.head.where', { link: `${app.config.publicUrl}/team` })}`, ...reportPart(known, led, text), sentenceForTeam(text, { survey, found: told(led[0] ?? null, text), due, link: `${app.config.publicUrl}/results/${survey.id}` })];
}

/** A letter may be handed on, so it carries the way to the report and never the report: the page asks who reads. */
function reportPart({ app, survey, owed, reported }: Known, led: readonly string[], text: Text): string[] {
  const lines = led.filter((id) => reported.has(id)).map((id) => `${owed.nameOf(id)}: ${app.config.publicUrl}/results/${survey.id}/report?${new URLSearchParams({ department: id })}`);
  return lines.length === 0 ? [] : [`${text('results-letter.head.report')}\n${listText(lines)}`];
}

interface ForTeam {
  readonly survey: Survey;
  readonly found: ToldFindings;
  readonly due: Day | null;
  readonly link: string;
}

function sentenceForTeam(text: Text, { survey, found, due, link }: ForTeam): string {
  const finding = found.own?.finding ?? found.company[0];
  const said = [
    text('results-letter.head.sentence', { title: text.of(survey.title) }),
    ...(finding ? [findingText(textAbout(text, found), finding)] : []),
    due === null ? text('results-letter.head.sentence.next') : text('results-letter.head.sentence.by', { day: text.day(due) }),
    link,
  ];
  return `${text('results-letter.head.paste')}\n${said.join(' ')}`;
}

function hrText({ app, survey, due, owed }: Known, text: Text): string {
  const n = owed.all.filter((one) => due !== null && one.due === due).length;
  const values = { n, link: `${app.config.publicUrl}/plans`, closed: text.day(lastDayOf(survey)), published: text.day((survey.closedAt ?? lastDayOf(survey)).slice(0, 10)) };
  return [text('results-letter.hr', values), due === null ? '' : text('results-letter.hr.due', { ...values, day: text.day(due) })].filter((part) => part !== '').join(' ');
}
