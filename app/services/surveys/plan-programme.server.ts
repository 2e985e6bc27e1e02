// What a programme would ask in the year to come, from what is known today: who is there, what people were asked, what waits to be asked.
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import { smallestBlock } from '#app/domain/publication/groups/blocks.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { departmentsWithin } from '#app/domain/surveys/asking/audience.ts';
import type { Extra } from '#app/domain/surveys/questions/extras.ts';
import { askedIn, extrasOfProposals } from '#app/domain/surveys/proposals/support-question.ts';
import { coreTemplate, type Programme } from '#app/domain/surveys/programme/programme.ts';
import type { AskedSurvey } from '#app/domain/surveys/programme/programme-budget.ts';
import { planYear, type PlanRefusal, type Wave, type YearGround } from '#app/domain/surveys/programme/programme-year.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { turningOf, type Turning } from './turn-own.server.ts';
import { factOnce } from '#app/services/publication/keep-releases.server.ts';
import { extrasOfPlans } from '#app/services/plans/extras-of-plans.server.ts';

interface Asking {
  readonly language: Language;
  /** The draft that is to be asked on other days; null where none is. */
  readonly instead?: string;
  /** Its own questions as they can be asked today, where somebody knows already. */
  readonly turning?: Turning;
}

export const isWaveOf = (survey: Pick<Survey, 'definition'>, programme: Pick<Programme, 'id'>): boolean => survey.definition.wave?.programme === programme.id;

/** From the wave `next` on, which opens tomorrow at the earliest: somebody has to seal it. Own questions that cannot be asked today stay away. */
export async function plannedYear(app: App, programme: Pick<Programme, 'id' | 'rule' | 'next' | 'asking'>, asking: Asking): Promise<Outcome<readonly Wave[], PlanRefusal>> {
  const surveys = await app.data.surveys.all();
  const { own, away } = asking.turning ?? (await turningOf(app, programme));
  const ground = { ...(await groundFor(app, programme, { ...asking, surveys })), own };
  const rule = { ...programme.rule, rotating: programme.rule.rotating.filter((id) => !away.some((one) => one.id === id)) };
  const year = planYear(rule, ground);
  if (!year.ok) return year;
  const waiting = await waitingFor(app, year.value[0]!, { k: ground.k, surveys });
  return waiting.length === 0 ? done(year.value) : planYear(rule, { ...ground, waiting });
}

async function groundFor(app: App, programme: Pick<Programme, 'id' | 'next'>, { language, instead, surveys }: Asking & { readonly surveys: readonly Survey[] }): Promise<Omit<YearGround, 'own'>> {
  const today = app.today();
  const k = (await app.data.organisation.get())?.k ?? 5;
  const people = await invitedToday(app);
  // What HR began beside it takes people's time as much; a draft of a programme that is replaced goes with it.
  const isToCome = (draft: Survey) => draft.opens >= today && (draft.definition.wave === undefined || isWaveOf(draft, programme));
  const isAsked = (survey: Survey) => survey.id !== instead && (survey.state === 'draft' ? isToCome(survey) : survey.state !== 'lost');
  const asked = await Promise.all(surveys.filter(isAsked).map((survey) => withPeople(app, survey)));
  return { today, timeZone: app.timeZone(), k, people, missing: Math.max(0, smallestBlock(k) - people), language, asked, next: programme.next, notBefore: addDays(today, 1), waiting: [] };
}

/** With the departments it asks, where those are not all. */
async function withPeople(app: App, survey: Survey): Promise<AskedSurvey> {
  const { audience } = survey.definition;
  if (audience?.kind !== 'parts') return survey;
  if (survey.state === 'draft') return { ...survey, of: departmentsWithin(await app.data.departments.open(), audience.departments) };
  const of = await factOnce(app, { hash: survey.manifestHash ?? '', asked: ['departments asked'] }, async () => {
    const stored = await app.data.manifests.ofSurvey(survey.id);
    return stored ? new Set(manifestOf(stored.text).blocks.flatMap(({ departments }) => departments)) : undefined;
  });
  return of ? { ...survey, of } : survey;
}

async function invitedToday(app: App): Promise<number> {
  const counts = await app.data.people.countByDepartment();
  return (await app.data.departments.open()).reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
}

/** What plans, owed answers and proposals bring into the next wave. */
async function waitingFor(app: App, { opens, closes }: { readonly opens: Day; readonly closes: Day }, { k, surveys }: { readonly k: number; readonly surveys: readonly Survey[] }): Promise<Extra[]> {
  const template = coreTemplate();
  const ofPlans = await extrasOfPlans(app, { opens, closes, definition: { template: template.id, k, languages: [], questions: questionsOf(template, { k }), cuts: [] } }, surveys);
  return [...ofPlans, ...extrasOfProposals(await app.data.proposals.all(), { k, languages: [], asked: askedIn(surveys) })];
}
