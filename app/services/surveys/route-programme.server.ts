// Who is asked the own questions of a programme: chosen as in a draft, once, and asked so in every draft from then on.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isByGroups, routeFits, routeIn, routeStands, type Asking, type RoutingRefusal } from '#app/domain/surveys/asking/routing.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Programme } from '#app/domain/surveys/programme/programme.ts';
import { askingKept, turnId } from '#app/domain/surveys/programme/turning-own.ts';
import type { PlanRefusal } from '#app/domain/surveys/programme/programme-year.ts';
import type { App } from '#app/platform/app.server.ts';
import { planBlocks } from '#app/services/publication/plan-sealing.server.ts';
import { plannedYear } from './plan-programme.server.ts';
import { routingView, type RoutableQuestion, type RoutingView } from './route-questions.server.ts';
import { asDraft, offered } from './turn-own.server.ts';

export interface ProgrammeRouting extends RoutingView {
  /** Questions that can open others, also those that open none yet. */
  readonly screeners: readonly RoutableQuestion[];
}

async function running(app: App): Promise<{ readonly programme: Programme; readonly revision: number } | null> {
  const kept = await app.data.programme.get();
  return kept && kept.programme.state !== 'ended' ? kept : null;
}

/** Null where there is no programme. */
export async function programmeRouting(app: App): Promise<ProgrammeRouting | null> {
  const kept = await running(app);
  if (!kept) return null;
  const { programme } = kept;
  const view = await routingView(app, await asDraft(app, programme, await offered(app)));
  const opening = new Set((programme.asking ?? []).flatMap((route) => (isByGroups(route) ? [] : [route.screener])));
  const turns = ({ id, screens }: RoutableQuestion) => (screens ? opening.has(turnId(id)) : programme.rule.rotating.includes(turnId(id)));
  return { ...view, questions: view.questions.filter(turns), screeners: view.questions.filter(({ screens }) => screens) };
}

export type ProgrammeRouteRefusal = RoutingRefusal | PlanRefusal | 'programme-none' | 'programme-meanwhile';

/** `question`: its id of today; null: everybody. Refused as in a draft, and where the year has no room for what opens it. */
export async function routeInProgramme(app: App, { question, asking }: { readonly question: string; readonly asking: Asking | null }): Promise<Outcome<null, ProgrammeRouteRefusal>> {
  const kept = await running(app);
  if (!kept) return refused('programme-none');
  const { programme, revision } = kept;
  const draft = await asDraft(app, programme, await offered(app));
  const { questions, languages } = draft.definition;
  const named = <Because extends RoutingRefusal>(because: Because, details: Readonly<Record<string, unknown>>) => refused(because, { ...(details as Record<string, string | number>), question: inLanguage(questions.find(({ id }) => id === question)?.text, languages[0] ?? 'en') ?? question });
  const routed = routeIn(draft.definition, question, asking);
  if (!routed.ok) return named(routed.because, routed.details);
  const { routing = [] } = routed.value;
  const plan = asking ? await planBlocks(app, draft) : null;
  const fits = !asking ? done(null) : plan?.ok ? routeFits(question, { questions, routing, ground: plan.value }) : routeStands(question, { questions, routing });
  if (!fits.ok) return named(fits.because, fits.details);
  const turned: Programme = { ...programme, asking: askingKept(routing, programme.rule.rotating) };
  const year = await plannedYear(app, turned, { language: 'en' });
  if (!year.ok && year.because === 'programme-not-all') return year;
  return (await app.data.programme.save(turned, revision)) ? done(null) : refused('programme-meanwhile');
}
