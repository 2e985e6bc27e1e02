// Which questions of a draft only some are asked, and whom each of them would reach if the survey were sealed today.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Localized } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { branchesOf } from '#app/domain/organisation/tree.ts';
import type { PartOffered } from '#app/domain/surveys/draft-offer.ts';
import { mayBeRouted, routedTo, routeIn, routingFits, type RoutedTo, type RoutingRefusal } from '#app/domain/surveys/routing.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { planBlocks, type PlanRefusal } from '#app/services/publication/plan-sealing.server.ts';
import { partsOf } from './offer-draft.server.ts';

export interface RoutableQuestion {
  readonly id: string;
  readonly text: Localized;
  /** From so many answers on something can be shown. */
  readonly k: number;
  /** As chosen; null where everybody is asked. */
  readonly departments: readonly string[] | null;
  /** Null where everybody is asked, and where nobody can be told today. */
  readonly to: RoutedTo | null;
  /** Why it cannot be sealed like this. */
  readonly wrong: Pick<Refusal<RoutingRefusal>, 'because' | 'details'> | null;
}

export interface RoutingView {
  readonly questions: readonly RoutableQuestion[];
  readonly parts: readonly PartOffered[];
  /** Everybody who is asked; null while it is not known who is. */
  readonly everybody: number | null;
  readonly planWrong: Pick<Refusal<PlanRefusal>, 'because' | 'details'> | null;
}

export async function routingView(app: App, survey: Survey): Promise<RoutingView> {
  const { questions, routing = [], languages } = survey.definition;
  const plan = await planBlocks(app, survey);
  const branches = branchesOf(await app.data.departments.open(), await app.data.people.countByDepartment());
  return {
    questions: questions.filter(mayBeRouted).map((question): RoutableQuestion => {
      const route = routing.find((one) => one.question === question.id);
      const fits = route && plan.ok ? routingFits(questions, [route], plan.value) : done(null);
      const words = { question: inLanguage(question.text, languages[0] ?? 'en') };
      return {
        id: question.id,
        text: question.text,
        k: question.k,
        departments: route?.departments ?? null,
        to: route && plan.ok ? routedTo(plan.value, route.departments) : null,
        wrong: fits.ok ? null : { because: fits.because, details: { ...fits.details, ...words } },
      };
    }),
    parts: partsOf(branches, routing.flatMap(({ departments }) => departments)),
    everybody: plan.ok ? plan.value.blocks.reduce((sum, { invited }) => sum + invited, 0) : null,
    planWrong: plan.ok ? null : plan,
  };
}

interface Route {
  readonly question: string;
  /** Null: everybody. */
  readonly departments: readonly string[] | null;
}

/** Refused where nothing could be shown of so few people: it is said where it is chosen, and again before sealing. */
export async function routeQuestion(app: App, surveyId: string, { question, departments }: Route): Promise<Outcome<Survey, RoutingRefusal | 'not-a-draft'>> {
  const draft = await app.data.surveys.get(surveyId);
  if (draft?.state !== 'draft') return refused('not-a-draft');
  const wanted = await reaching(app, draft, { question, departments });
  if (!wanted.ok) return wanted;
  return app.data.transaction(async (stores) => {
    const survey = await stores.surveys.get(surveyId);
    const definition = survey && routeIn(survey.definition, question, departments);
    if (survey?.state !== 'draft' || !definition) return refused('not-a-draft');
    if (!definition.ok) return definition;
    const after = { ...survey, definition: definition.value };
    return (await stores.surveys.replace(after, 'draft')) ? done(after) : refused('not-a-draft');
  });
}

async function reaching(app: App, draft: Survey, { question, departments }: Route): Promise<Outcome<null, RoutingRefusal>> {
  const { questions, languages } = draft.definition;
  const words = { question: inLanguage(questions.find(({ id }) => id === question)?.text, languages[0] ?? 'en') ?? question };
  const routed = routeIn(draft.definition, question, departments);
  if (!routed.ok) return refused(routed.because, { ...routed.details, ...words });
  const plan = await planBlocks(app, draft);
  const fits = plan.ok && departments !== null ? routingFits(questions, [{ question, departments }], plan.value) : done(null);
  return fits.ok ? fits : refused(fits.because, { ...fits.details, ...words });
}

/** Whom each question that only some are asked would reach, for a page about the draft; none where it is not known who is asked. */
export async function routedIn(app: App, survey: Survey): Promise<Readonly<Record<string, RoutedTo>>> {
  const { routing = [] } = survey.definition;
  const plan = routing.length === 0 ? null : await planBlocks(app, survey);
  return plan?.ok ? Object.fromEntries(routing.map(({ question, departments }) => [question, routedTo(plan.value, departments)])) : {};
}
