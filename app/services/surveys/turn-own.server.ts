// Own questions of a programme: which of them can be asked today, and of whom. What a draft made by hand refuses is refused here by the same code.
import { forEachLanguage, inLanguage } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { isByGroups, routeStands, routingFits, type Routing, type RoutingRefusal } from '#app/domain/surveys/asking/routing.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import type { Colleagues } from '#app/domain/surveys/own/named-colleague.ts';
import { latestOf, mayBeDrafted, ownId, type OwnQuestion } from '#app/domain/surveys/own/own-question.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { coreTemplate, type Programme } from '#app/domain/surveys/programme/programme.ts';
import { dueDay } from '#app/domain/surveys/programme/programme-days.ts';
import { askingNow, isTurnOfOwn, turnId, type TurningOwn } from '#app/domain/surveys/programme/turning-own.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { planBlocks, type SealingPlan } from '#app/services/publication/plan-sealing.server.ts';
import { colleagues } from './names-nobody.server.ts';
import { ownReady } from './own-ready.server.ts';
import { languagesAsked } from './tongues.server.ts';

type Turned = Pick<Programme, 'rule' | 'next' | 'asking'>;
export type TurnRefusal = RoutingRefusal | 'unknown-own' | 'own-retired' | 'own-parked' | 'own-not-through' | 'own-untranslated' | 'own-names';

export interface Turning {
  readonly own: readonly TurningOwn[];
  readonly routing: readonly Routing[];
  /** Those that cannot be asked as it is today, and why. */
  readonly away: readonly ({ readonly id: string } & Pick<Refusal<TurnRefusal>, 'because' | 'details'>)[];
}

const never = { own: [], routing: [], away: [] };

export async function turningOf(app: App, programme: Turned): Promise<Turning> {
  const wanted = programme.rule.rotating.filter(isTurnOfOwn);
  if (wanted.length === 0) return never;
  const own = await offered(app);
  const draft = await asDraft(app, programme, own);
  const plan = (programme.asking ?? []).length === 0 ? null : await planBlocks(app, draft);
  const known = await colleagues(app);
  const [asked, away]: [TurningOwn[], Turning['away'][number][]] = [[], []];
  for (const id of wanted) {
    const ready = await turnOf(app, id, { own, draft, plan: plan?.ok ? plan.value : null, known });
    if (ready.ok) asked.push(ready.value);
    else away.push({ id, because: ready.because, details: ready.details });
  }
  return { own: asked, routing: draft.definition.routing ?? [], away };
}

interface Ground {
  readonly own: readonly OwnQuestion[];
  /** All own questions that a draft may have, and who is asked them. */
  readonly draft: Survey;
  /** Null where nobody can be told today. */
  readonly plan: SealingPlan | null;
  readonly known: Colleagues;
}

async function turnOf(app: App, id: string, { own, draft, plan, known }: Ground): Promise<Outcome<TurningOwn, TurnRefusal>> {
  const { definition } = draft;
  const one = own.find((other) => turnId(ownId(other)) === id);
  if (!one || one.words.kind === 'background' || one.words.kind === 'applies') return refused('unknown-own', { item: id });
  const route = definition.routing?.find(({ question }) => question === ownId(one));
  const screener = route && !isByGroups(route) ? (own.find((other) => ownId(other) === route.screener) ?? null) : null;
  const asked = (question: OwnQuestion): Question => askedAs(question, definition);
  const questions = [...(screener ? [asked(screener)] : []), asked(one)];
  const ready = await ownReady(app, { definition: { ...definition, questions } }, known);
  if (!ready.ok) return ready;
  const routing = (definition.routing ?? []).filter(({ question }) => questions.some((other) => other.id === question));
  const stands = route ? routeStands(ownId(one), { questions, routing }) : done(null);
  const fits = stands.ok && plan ? routingFits(questions, routing, plan) : stands;
  if (!fits.ok) return refused(fits.because, { ...fits.details, question: inLanguage(asked(one).text, definition.languages[0] ?? 'en') ?? id });
  return done({ id, question: asked(one), screener: screener && asked(screener) });
}

/** In their latest words. */
export const offered = async (app: App): Promise<readonly OwnQuestion[]> => latestOf(await app.data.ownQuestions.all());

/** A draft of everybody with every own question that may be asked, by which it is known whom each would reach. */
export async function asDraft(app: App, { rule, next, asking = [] }: Turned, own: readonly OwnQuestion[]): Promise<Survey> {
  const due = dueDay(rule, next);
  const opens = due > app.today() ? due : app.today();
  const k = (await app.data.organisation.get())?.k ?? 5;
  const languages = await languagesAsked(app);
  const questions = own.filter((one) => mayBeDrafted(one) && one.words.kind !== 'background').map((one) => askedAs(one, { k, languages }));
  const routing = askingNow(asking, own.map(ownId));
  const nothing = forEachLanguage(() => '');
  const definition = { template: coreTemplate().id, k, languages, questions, cuts: [], routing };
  return { id: '', state: 'draft', title: nothing, purpose: nothing, opens, closes: opens, programme: opens.slice(0, 4), definition, manifestHash: null, createdBy: null, createdAt: app.today(), closedAt: null, closedOn: null };
}
