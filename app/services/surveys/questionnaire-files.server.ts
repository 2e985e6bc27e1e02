// A questionnaire goes out as a file and comes in as a draft, here or elsewhere.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { routeFits, routeIn, type RoutingRefusal } from '#app/domain/surveys/asking/routing.ts';
import { composeDraft, type DraftContent } from '#app/domain/surveys/draft.ts';
import type { DraftRefusal } from '#app/domain/surveys/draft-wishes.ts';
import { questionnaireOf, readQuestionnaire, type FileRefusal, type Questionnaire } from '#app/domain/surveys/questionnaire/questionnaire-file.ts';
import { letterDaysHere, placedHere, routesStand, wishesHere, type LeftOut } from '#app/domain/surveys/questionnaire/questionnaire-here.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { planBlocks } from '#app/services/publication/plan-sealing.server.ts';
import { draftFrom, groundOf } from './compose-draft.server.ts';
import { draftOffer } from './offer-draft.server.ts';
import { roomForBackground } from './own-questions.server.ts';

/** Of a draft or of what was sealed; null where there is none. */
export async function questionnaireFile(app: App, surveyId: string): Promise<string | null> {
  const survey = await app.data.surveys.get(surveyId);
  if (!survey || isConsultation(survey)) return null;
  return questionnaireOf(survey, { own: await app.data.ownQuestions.all(), departments: await app.data.departments.open(), letters: await app.data.letterTexts.ofSurvey(surveyId) });
}

export interface Brought {
  readonly surveyId: string;
  /** The draft asks everybody, and leaves out tables, until somebody chooses. */
  readonly left: LeftOut;
}

export type BringRefusal = FileRefusal | DraftRefusal | RoutingRefusal;

/** A draft with the next days. Refused whole: no own question is kept of a file whose draft cannot be made. `request`: of the form, so that
 * one sent twice makes one draft. */
export async function bringQuestionnaire(app: App, by: string | null, text: string, request = app.newId()): Promise<Outcome<Brought, BringRefusal>> {
  const file = readQuestionnaire(text);
  if (!file.ok) return file;
  const { ids, added } = placedHere(file.value, await app.data.ownQuestions.all());
  const ground = await groundOf(app, { added });
  const { initial } = await draftOffer(app, { template: file.value.template });
  const { wishes, routes, left } = wishesHere(file.value, { ids, backgrounds: ground.backgrounds.map(({ id }) => id), departments: await app.data.departments.open(), initial });
  const content = composeDraft(wishes, ground);
  if (!content.ok) return content;
  const stand = routesStand(content.value.definition.questions, routes);
  if (!stand.ok) return refused(stand.because, { ...stand.details, question: wordsOf(content.value, String(stand.details['item'])) });
  const backgrounds = added.filter(({ words }) => words.kind === 'background');
  const room = backgrounds.length === 0 ? done(null) : await roomForBackground(app.data, backgrounds);
  if (!room.ok) return room;
  const { survey, few } = await reaching(app, lettered(app, draftFrom(app, content.value, { id: request, createdBy: by }), file.value));
  await app.data.transaction(async (stores) => {
    if (!(await stores.surveys.add(survey))) return;
    for (const question of added) await stores.ownQuestions.save(question);
    if (file.value.letters) await stores.letterTexts.save(survey.id, spokenIn(file.value.letters, survey));
  });
  return done({ surveyId: survey.id, left: { ...left, everybody: [...left.everybody, ...few.map((question) => ({ question, away: [] }))] } });
}

const wordsOf = ({ definition: { questions, languages } }: Pick<DraftContent, 'definition'>, id: string): string => inLanguage(questions.find((one) => one.id === id)?.text, languages[0] ?? 'en') ?? id;

function lettered(app: App, survey: Survey, file: Questionnaire): Survey {
  const { opens, closes } = survey;
  const letterDays = letterDaysHere(file, { opens, closes, today: app.today() });
  return { ...survey, definition: { ...survey.definition, ...(file.calendar && { calendar: file.calendar }), ...(letterDays && { letterDays }) } };
}

/** Letters in the languages of this company: others would be got by nobody. */
function spokenIn(letters: NonNullable<Questionnaire['letters']>, { definition: { languages } }: Survey) {
  return Object.fromEntries(Object.entries(letters).map(([kind, byLanguage]) => [kind, Object.fromEntries(Object.entries(byLanguage ?? {}).filter(([language]) => languages.includes(language)))]));
}

/** What would reach too few people here is asked of everybody, as it could not be chosen here either. */
async function reaching(app: App, survey: Survey): Promise<{ readonly survey: Survey; readonly few: readonly string[] }> {
  const { questions, routing = [] } = survey.definition;
  const plan = routing.length === 0 ? null : await planBlocks(app, survey);
  const few = routing.map(({ question }) => question).filter((id) => plan?.ok && !routeFits(id, { questions, routing, ground: plan.value }).ok);
  const definition = few.reduce((before, id) => {
    const without = routeIn(before, id, null);
    return without.ok ? without.value : before;
  }, survey.definition);
  return { survey: { ...survey, definition }, few };
}
