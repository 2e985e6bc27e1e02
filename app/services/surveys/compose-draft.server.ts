// Writing a survey: drafts come and go freely until one is sealed.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, eachOf, refused, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { hashOf } from '#app/domain/publication/release/canonical.ts';
import { backgroundsFor, ownBackgrounds } from '#app/domain/surveys/backgrounds/background.ts';
import { composeDraft, type DraftContent } from '#app/domain/surveys/draft.ts';
import type { DraftGround, DraftRefusal, DraftWishes } from '#app/domain/surveys/draft-wishes.ts';
import { latestOf, type OwnQuestion } from '#app/domain/surveys/own/own-question.ts';
import { moved, type MoveRefusal } from '#app/domain/surveys/questions/question-order.ts';
import { lastAskedIn } from '#app/domain/surveys/programme/rotation.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { inTongues } from '#app/domain/surveys/questions/translated-questions.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { forgetForecast } from '#app/services/publication/forecast.server.ts';
import { serviceGroundOf } from './draft-service.server.ts';
import { languagesAsked, wordsOfTongues } from './tongues.server.ts';

interface GroundOrder {
  /** The survey being written. */
  readonly except?: string | undefined;
  /** Own questions that are about to be kept, beside those that are. */
  readonly added?: readonly OwnQuestion[];
}

/** What a draft is measured against. The organisation's own language leads. */
export async function groundOf(app: App, { except, added = [] }: GroundOrder = {}): Promise<DraftGround> {
  const organisation = await app.data.organisation.get();
  const surveys = await app.data.surveys.all();
  const departments = await app.data.departments.open();
  const asked = { k: organisation?.k ?? 5, languages: await languagesAsked(app) };
  const own = latestOf([...(await app.data.ownQuestions.all()), ...added]);
  return {
    today: app.today(),
    ...asked,
    ...(await serviceGroundOf(app)),
    lastAsked: lastAskedIn(surveys.filter((survey) => survey.id !== except)),
    own,
    backgrounds: [...backgroundsFor(await app.data.people.sites()), ...ownBackgrounds(own, asked)],
    divisions: new Set(departments.filter(({ parentId }) => parentId !== null).map(({ id }) => id)),
  };
}

/** With the words of the tongues people are asked in, where a file has them. */
function spoken(app: App, content: DraftContent): DraftContent {
  const { definition } = content;
  return { ...content, definition: { ...definition, questions: inTongues(definition.questions, definition.languages, wordsOfTongues(app)) } };
}

/** What would be refused of a draft, without keeping it. `except`: the draft that is changed. */
export async function wrongInDraft(app: App, wishes: DraftWishes, except?: string): Promise<readonly Refusal<DraftRefusal>[]> {
  const content = composeDraft(wishes, await groundOf(app, except === undefined ? {} : { except }));
  return content.ok ? [] : eachOf(content);
}

/** `request`: of the form, so that one sent twice makes one draft; changed before it was sent again, it is another. */
export async function createDraft(app: App, actor: Actor, wishes: DraftWishes, request = app.newId()): Promise<Outcome<Survey, DraftRefusal>> {
  const content = composeDraft(wishes, await groundOf(app));
  if (!content.ok) return content;
  const survey = draftFrom(app, content.value, { id: request, createdBy: actor.personId });
  if (await app.data.surveys.add(survey)) return done(survey);
  const before = await app.data.surveys.get(request);
  if (before && saysTheSame(before, survey)) return done(before);
  const other = { ...survey, id: app.newId() };
  await app.data.surveys.add(other);
  return done(other);
}

function saysTheSame(one: Survey, other: Survey): boolean {
  const said = ({ title, purpose, opens, closes, definition }: Survey) => hashOf(JSON.parse(JSON.stringify({ title, purpose, opens, closes, definition })));
  return said(one) === said(other);
}

/** Not yet kept. `createdBy`: null where a programme did it. */
export async function newDraft(app: App, wishes: DraftWishes, createdBy: string | null): Promise<Outcome<Survey, DraftRefusal>> {
  const content = composeDraft(wishes, await groundOf(app));
  return content.ok ? done(draftFrom(app, content.value, { id: app.newId(), createdBy })) : content;
}

/** Not yet kept, with the words of the tongues people are asked in. */
export function draftFrom(app: App, content: DraftContent, { id, createdBy }: Pick<Survey, 'id' | 'createdBy'>): Survey {
  return { id, state: 'draft', ...spoken(app, content), manifestHash: null, createdBy, createdAt: app.today(), closedAt: null, closedOn: null };
}

export async function changeDraft(app: App, id: string, wishes: DraftWishes): Promise<Outcome<Survey, DraftRefusal | 'not-a-draft'>> {
  const before = await app.data.surveys.get(id);
  if (before?.state !== 'draft') return refused('not-a-draft');

  const order = before.definition.template === wishes.template ? before.definition.questions.map((question) => question.id) : [];
  const { routing } = before.definition;
  const content = composeDraft({ order, ...(routing && { routing }), ...wishes }, await groundOf(app, { except: id }));
  if (!content.ok) return content;

  const { letterDays, calendar, wave } = before.definition;
  const kept = { ...(letterDays && { letterDays }), ...(calendar && { calendar }), ...(wave && { wave }) };
  const written = spoken(app, content.value);
  const survey = { ...before, ...written, definition: { ...written.definition, ...kept } };
  // Somebody may have sealed it while this form was open.
  return app.data.transaction(async (stores) => {
    if (!(await stores.surveys.replace(survey, 'draft'))) return refused('not-a-draft');
    // Why an earlier state of it could not be sealed is of no interest any more.
    if ((await stores.surveyJobs.get(id, 'seal'))?.state === 'failed') await stores.surveyJobs.remove(id, 'seal');
    return done(survey);
  });
}

/** One question a place up or down. */
export async function moveQuestion(app: App, surveyId: string, move: { readonly id: string; readonly by: -1 | 1 }): Promise<Outcome<null, MoveRefusal | 'not-a-draft'>> {
  return app.data.transaction(async (stores) => {
    const survey = await stores.surveys.get(surveyId);
    if (survey?.state !== 'draft') return refused('not-a-draft');
    const { definition } = survey;
    const questions = moved(definition.questions, move, definition.k);
    if (!questions.ok) return questions;
    return (await stores.surveys.replace({ ...survey, definition: { ...definition, questions: questions.value } }, 'draft')) ? done(null) : refused('not-a-draft');
  });
}

/** Null for what is not there and for what was sealed. */
export async function draftOf(app: App, id: string): Promise<Survey | null> {
  const survey = await app.data.surveys.get(id);
  return survey?.state === 'draft' ? survey : null;
}

export function removeDraft(app: App, id: string): Promise<Outcome<null, 'not-a-draft'>> {
  return app.data.transaction(async (stores) => ((await withoutDraft(stores, id)) ? done(null) : refused('not-a-draft')));
}

/** False where it is no draft (any more). */
export async function withoutDraft(stores: Stores, id: string): Promise<boolean> {
  if ((await stores.surveys.get(id))?.state === 'draft') await stores.letterTexts.remove(id);
  if (!(await stores.surveys.removeDraft(id))) return false;
  await forgetForecast(stores, id);
  await stores.surveyJobs.remove(id, 'seal');
  return true;
}
