// Writing a survey: drafts come and go freely until one is sealed.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { backgroundsFor } from '#app/domain/surveys/background.ts';
import { composeDraft, type DraftContent, type DraftGround, type DraftRefusal, type DraftWishes } from '#app/domain/surveys/draft.ts';
import { latestOf, type OwnQuestion } from '#app/domain/surveys/own-question.ts';
import { moved, type MoveRefusal } from '#app/domain/surveys/question-order.ts';
import { lastAskedIn } from '#app/domain/surveys/rotation.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { inTongues } from '#app/domain/surveys/translated-questions.ts';
import type { App } from '#app/platform/app.server.ts';
import { forgetForecast } from '#app/services/publication.server.ts';
import { languagesAsked, wordsOfTongues } from './tongues.server.ts';

/** What a draft is measured against. The organisation's own language leads. `except` is the survey being written. */
export async function groundOf(app: App, except?: string): Promise<DraftGround> {
  const organisation = await app.data.organisation.get();
  const surveys = await app.data.surveys.all();
  const departments = await app.data.departments.open();
  return {
    today: app.today(),
    k: organisation?.k ?? 5,
    languages: await languagesAsked(app),
    lastAsked: lastAskedIn(surveys.filter((survey) => survey.id !== except)),
    own: latestOf(await app.data.ownQuestions.all()),
    backgrounds: backgroundsFor(await app.data.people.sites()),
    divisions: new Set(departments.filter(({ parentId }) => parentId !== null).map(({ id }) => id)),
  };
}

/** With the words of the tongues people are asked in, where a file has them. */
function spoken(app: App, content: DraftContent): DraftContent {
  const { definition } = content;
  return { ...content, definition: { ...definition, questions: inTongues(definition.questions, definition.languages, wordsOfTongues(app)) } };
}

export async function createDraft(app: App, actor: Actor, wishes: DraftWishes): Promise<Outcome<Survey, DraftRefusal>> {
  const content = composeDraft(wishes, await groundOf(app));
  if (!content.ok) return content;

  return done(await keepDraft(app, actor.personId, content.value));
}

/** With the words of the tongues people are asked in, and with own questions that came with it. */
export async function keepDraft(app: App, createdBy: string | null, content: DraftContent, added: readonly OwnQuestion[] = []): Promise<Survey> {
  const survey: Survey = {
    id: app.newId(),
    state: 'draft',
    ...spoken(app, content),
    manifestHash: null,
    createdBy,
    createdAt: app.today(),
    closedAt: null,
    closedOn: null,
  };
  await app.data.transaction(async (stores) => {
    for (const own of added) await stores.ownQuestions.save(own);
    await stores.surveys.add(survey);
  });
  return survey;
}

export async function changeDraft(app: App, id: string, wishes: DraftWishes): Promise<Outcome<Survey, DraftRefusal | 'not-a-draft'>> {
  const before = await app.data.surveys.get(id);
  if (before?.state !== 'draft') return refused('not-a-draft');

  const order = before.definition.template === wishes.template ? before.definition.questions.map((question) => question.id) : [];
  const content = composeDraft({ order, ...wishes }, await groundOf(app, id));
  if (!content.ok) return content;

  const { letterDays } = before.definition;
  const written = spoken(app, content.value);
  const survey = { ...before, ...written, definition: { ...written.definition, ...(letterDays && { letterDays }) } };
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

export async function removeDraft(app: App, id: string): Promise<Outcome<null, 'not-a-draft'>> {
  return app.data.transaction(async (stores) => {
    if ((await stores.surveys.get(id))?.state === 'draft') await stores.letterTexts.remove(id);
    if (!(await stores.surveys.removeDraft(id))) return refused('not-a-draft');
    await forgetForecast(stores, id);
    await stores.surveyJobs.remove(id, 'seal');
    return done(null);
  });
}
