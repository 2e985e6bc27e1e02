// A questionnaire goes out as a file and comes in as a draft, here or elsewhere.
import type { Audience } from '#app/domain/surveys/asking/audience.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import { wholeCompany } from '#app/domain/surveys/questions/declared-cuts.ts';
import { composeDraft, type DraftRefusal, type DraftWishes } from '#app/domain/surveys/draft.ts';
import { partsHere, placedHere, questionnaireOf, readQuestionnaire, type FileRefusal, type Questionnaire } from '#app/domain/surveys/questions/questionnaire-file.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import type { App } from '#app/platform/app.server.ts';
import { draftFrom, groundOf } from './compose-draft.server.ts';
import { draftOffer } from './offer-draft.server.ts';
import { roomForBackground } from './own-questions.server.ts';

/** Of a draft or of what was sealed; null where there is none. */
export async function questionnaireFile(app: App, surveyId: string): Promise<string | null> {
  const survey = await app.data.surveys.get(surveyId);
  return survey && !isConsultation(survey) ? questionnaireOf(survey, { own: await app.data.ownQuestions.all(), departments: await app.data.departments.open() }) : null;
}

export interface Brought {
  readonly surveyId: string;
  /** Tables of departments or backgrounds that are not here. */
  readonly leftOut: number;
  /** It asks parts that are not all here: the draft asks everybody until somebody chooses. */
  readonly partsAway: boolean;
}

/** A draft with the next days. Refused whole: no own question is kept of a file whose draft cannot be made. `request`: of the form, so that
 * one sent twice makes one draft. */
export async function bringQuestionnaire(app: App, by: string | null, text: string, request = app.newId()): Promise<Outcome<Brought, FileRefusal | DraftRefusal>> {
  const file = readQuestionnaire(text);
  if (!file.ok) return file;
  const here = await app.data.ownQuestions.all();
  const { ids, added } = placedHere(file.value, here);
  const ground = await groundOf(app, { added });
  const { wishes, leftOut, partsAway } = await wishesFrom(app, file.value, { ids, backgrounds: ground.backgrounds.map(({ id }) => id), divisions: ground.divisions });
  const content = composeDraft(wishes, ground);
  if (!content.ok) return content;
  const backgrounds = added.filter(({ words }) => words.kind === 'background');
  const room = backgrounds.length === 0 ? done(null) : await roomForBackground(app.data, backgrounds);
  if (!room.ok) return room;
  const made = draftFrom(app, content.value, { id: request, createdBy: by });
  const { calendar } = file.value;
  const survey = calendar ? { ...made, definition: { ...made.definition, calendar } } : made;
  await app.data.transaction(async (stores) => {
    if (!(await stores.surveys.add(survey))) return;
    for (const question of added) await stores.ownQuestions.save(question);
  });
  return done({ surveyId: survey.id, leftOut, partsAway });
}

interface Here {
  readonly ids: ReadonlyMap<string, string>;
  readonly backgrounds: readonly string[];
  readonly divisions: ReadonlySet<string>;
}

async function wishesFrom(app: App, file: Questionnaire, { ids, backgrounds, divisions }: Here): Promise<{ readonly wishes: DraftWishes } & Pick<Brought, 'leftOut' | 'partsAway'>> {
  const { initial } = await draftOffer(app, { template: file.template });
  const named = (id: string) => ids.get(id) ?? id;
  const { wordsFor, letterHour } = file;
  const cuts = file.cuts.filter(({ question, scope }) => backgrounds.includes(named(question)) && (scope === wholeCompany || divisions.has(scope)));
  const audience = await audienceHere(app, file);
  const wishes = {
    template: file.template,
    // In a language that the file does not have, the words that a new draft begins with.
    title: { ...initial.title, ...file.title },
    purpose: { ...initial.purpose, ...file.purpose },
    opens: initial.opens,
    closes: addDays(initial.opens, file.days - 1),
    further: file.further,
    own: file.own.filter(({ question }) => question.words.kind !== 'background').map(({ id }) => named(id)),
    order: file.order.map(named),
    pair: file.pair,
    cuts: cuts.map((cut) => ({ ...cut, question: named(cut.question), items: cut.items && cut.items.map(named) })),
    ...(wordsFor && { wordsFor }),
    ...(letterHour !== undefined && { letterHour }),
    ...(audience && { audience }),
  };
  return { wishes, leftOut: file.cuts.length - cuts.length, partsAway: file.audience !== undefined && audience === null };
}

/** Null for everybody. */
async function audienceHere(app: App, { audience }: Questionnaire): Promise<Audience | null> {
  if (audience?.kind !== 'parts') return audience ?? null;
  const departments = partsHere(audience.parts, await app.data.departments.open());
  return departments && { kind: 'parts', departments };
}
