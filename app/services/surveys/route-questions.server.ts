// Which questions of a draft only some are asked, and whom each of them would reach if the survey were sealed today.
import { inLanguage, type Localized } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { branchesOf } from '#app/domain/organisation/tree.ts';
import type { PartOffered } from '#app/domain/surveys/draft-offer.ts';
import { routedLines, type RoutedLines } from '#app/domain/surveys/asking/routed-lines.ts';
import { isScreener, mayBeRouted, mayBeScreened, routeFits, routeIn, shownFrom, type Asking, type RoutingRefusal } from '#app/domain/surveys/asking/routing.ts';
import { fewestScreened } from '#app/domain/surveys/asking/screening.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { planBlocks, type PlanRefusal } from '#app/services/publication/plan-sealing.server.ts';
import { partsOf } from './offer-draft.server.ts';

export interface RoutableQuestion {
  readonly id: string;
  readonly text: Localized;
  /** From so many answers on something can be shown. */
  readonly k: number;
  /** The same where departments are asked. */
  readonly least: number;
  /** As chosen; null where everybody is asked. */
  readonly asking: Asking | null;
  /** Null where everybody is asked, and where nobody can be told today. */
  readonly lines: RoutedLines | null;
  /** It opens others, and nothing is shown of it. */
  readonly screens: boolean;
  readonly mayDepend: boolean;
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
  const { questions, routing = [] } = survey.definition;
  const plan = await planBlocks(app, survey);
  const branches = branchesOf(await app.data.departments.open(), await app.data.people.countByDepartment());
  const lines = plan.ok ? routedLines(questions, routing, plan.value) : {};
  return {
    questions: questions.filter(mayBeRouted).map((question): RoutableQuestion => {
      const { id, text } = question;
      const k = shownFrom(question);
      const asking = routing.find((one) => one.question === id) ?? null;
      const fits = plan.ok ? routeFits(id, { questions, routing, ground: plan.value }) : done(null);
      const wrong = fits.ok ? null : { because: fits.because, details: { ...fits.details, question: wordsOf(survey, id) } };
      return { id, text, least: k, k: asking && 'screener' in asking ? Math.max(k, fewestScreened) : k, asking, lines: lines[id] ?? null, screens: isScreener(question), mayDepend: mayBeScreened(question), wrong };
    }),
    parts: partsOf(branches, routing.flatMap((route) => ('departments' in route ? route.departments : []))),
    everybody: plan.ok ? plan.value.blocks.reduce((sum, { invited }) => sum + invited, 0) : null,
    planWrong: plan.ok ? null : plan,
  };
}

const wordsOf = ({ definition: { questions, languages } }: Survey, id: string): string => inLanguage(questions.find((one) => one.id === id)?.text, languages[0] ?? 'en') ?? id;

interface Route {
  readonly question: string;
  /** Null: everybody. */
  readonly asking: Asking | null;
}

/** Refused where nothing could be shown of so few people: it is said where it is chosen, and again before sealing. */
export async function routeQuestion(app: App, surveyId: string, route: Route): Promise<Outcome<Survey, RoutingRefusal | 'not-a-draft'>> {
  const draft = await app.data.surveys.get(surveyId);
  if (draft?.state !== 'draft') return refused('not-a-draft');
  const reached = await reaching(app, draft, route);
  if (!reached.ok) return refused(reached.because, { ...reached.details, question: wordsOf(draft, route.question) });
  return app.data.transaction(async (stores) => {
    const survey = await stores.surveys.get(surveyId);
    const definition = survey && routeIn(survey.definition, route.question, route.asking);
    if (survey?.state !== 'draft' || !definition) return refused('not-a-draft');
    if (!definition.ok) return definition;
    const after = { ...survey, definition: definition.value };
    return (await stores.surveys.replace(after, 'draft')) ? done(after) : refused('not-a-draft');
  });
}

async function reaching(app: App, draft: Survey, { question, asking }: Route): Promise<Outcome<null, RoutingRefusal>> {
  const routed = routeIn(draft.definition, question, asking);
  if (!routed.ok) return routed;
  const plan = await planBlocks(app, draft);
  const { questions, routing = [] } = routed.value;
  return plan.ok ? routeFits(question, { questions, routing, ground: plan.value }) : done(null);
}

/** Whom each question that only some are asked would reach, for a page about the draft; none where it is not known who is asked. */
export async function routedIn(app: App, survey: Survey): Promise<Readonly<Record<string, RoutedLines>>> {
  const { questions, routing = [] } = survey.definition;
  const plan = routing.length === 0 ? null : await planBlocks(app, survey);
  return plan?.ok ? routedLines(questions, routing, plan.value) : {};
}
