// Which wave of the programme cannot go ahead as it stands, and everything that is in its way: asked of the code that plans, drafts and seals.
import type { Day } from '#app/domain/kernel/day.ts';
import type { Refusal } from '#app/domain/kernel/outcome.ts';
import type { DraftRefusal } from '#app/domain/surveys/draft-wishes.ts';
import type { HeldWave, InTheWay } from '#app/domain/surveys/programme/held-wave.ts';
import type { Programme } from '#app/domain/surveys/programme/programme.ts';
import { dueDay } from '#app/domain/surveys/programme/programme-days.ts';
import type { PlanRefusal } from '#app/domain/surveys/programme/programme-year.ts';
import { titleIn, type Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Failure } from '#app/platform/failures.server.ts';
import { mayAsk, type LockRefusal } from '#app/services/plans.server.ts';
import { asideOf, lookedAt, sealingOf, type SealingPlan, type SealingRefusal } from '#app/services/publication.server.ts';
import { openMeanwhileOf } from '#app/services/publication/open-meanwhile.server.ts';
import { slipsSettled } from '#app/services/publication/plan-slips.server.ts';
import { draftOf } from './draft-wave.server.ts';
import { isWaveOf, plannedYear } from './plan-programme.server.ts';

/** `no-mail-server` keeps nothing from being sealed, and everybody from hearing of it. */
export type HeldCode = PlanRefusal | DraftRefusal | SealingRefusal | LockRefusal | Failure | 'no-mail-server';

type Reason = InTheWay & { readonly because: HeldCode };

const reasonOf = ({ because, details }: Refusal<HeldCode>): Reason => ({ because, details });

/** Null where nothing is in the way of the next one, or no programme runs. */
export async function heldWave(app: App): Promise<HeldWave | null> {
  const programme = (await app.data.programme.get())?.programme;
  if (programme?.state !== 'running') return null;
  const mine = (await app.data.surveys.all()).filter((survey) => isWaveOf(survey, programme));
  const wave = (await ofSealed(app, programme, mine)) ?? (await ofDraft(app, programme, mine)) ?? (await ofPlan(app, programme));
  return wave.reasons.length === 0 ? null : wave;
}

const numberOf = ({ definition }: Survey): number => definition.wave!.number;

/** People cannot answer it: it is set aside. */
async function ofSealed(app: App, programme: Programme, mine: readonly Survey[]): Promise<HeldWave | null> {
  for (const survey of mine) {
    if (survey.state === 'sealed' && (await asideOf(app, survey.id))) return { programmeId: programme.id, number: numberOf(survey), surveyId: survey.id, due: survey.opens, reasons: [{ because: 'set-aside', details: {} }], leftOut: null };
  }
  return null;
}

/** Null where there is none that can still be sealed. */
async function ofDraft(app: App, programme: Programme, mine: readonly Survey[]): Promise<HeldWave | null> {
  const today = app.today();
  const draft = mine.find((survey) => survey.state === 'draft' && dueDay(programme.rule, numberOf(survey) + 1) > today);
  if (!draft) return null;
  const moved = draft.opens < today ? await plannedYear(app, { ...programme, next: numberOf(draft) }, { language: 'en', instead: draft.id }) : null;
  const reasons = [...(moved && !moved.ok ? [reasonOf(moved)] : []), ...(await reasonsOf(app, draft))];
  return { programmeId: programme.id, number: numberOf(draft), surveyId: draft.id, due: draft.opens, reasons, leftOut: null };
}

async function reasonsOf(app: App, draft: Survey): Promise<readonly Reason[]> {
  const { progress, failure } = await sealingOf(app, draft.id);
  if (progress) return [];
  const { inTheWay, ready } = await lookedAt(app, draft.id);
  const reasons: Reason[] = [...inTheWay.map(reasonOf), ...(ready ? await besideOf(app, draft, ready.plan) : [])];
  const asking = await mayAsk(app, draft, '');
  if (!asking.ok) reasons.push(reasonOf(asking));
  // Why the last attempt did not end, where that is not said already.
  if (failure !== null && !reasons.some(({ because }) => because === failure)) reasons.push({ because: failure as HeldCode, details: {} });
  if (app.config.smtp === null && !app.config.demo) reasons.push({ because: 'no-mail-server', details: {} });
  return reasons;
}

/** What only groups tell: who else is asked in these days, and who can be sent no link. */
async function besideOf(app: App, draft: Survey, plan: SealingPlan): Promise<readonly Reason[]> {
  const meanwhile = (await openMeanwhileOf(app.data, draft, plan)).map(({ title, closes }): Reason => ({ because: 'asked-meanwhile', details: { title: titleIn({ ...draft, title }), day: closes } }));
  const slips = await slipsSettled(app, plan);
  return [...meanwhile, ...(slips.ok ? [] : [reasonOf(slips)])];
}

/** The next one to be drafted: it finds no day, or cannot be written. */
async function ofPlan(app: App, programme: Programme): Promise<HeldWave> {
  const year = await plannedYear(app, programme, { language: 'en' });
  const number = nextDue(programme, app.today());
  const held = (due: Day, reasons: readonly Reason[]): HeldWave => ({ programmeId: programme.id, number, surveyId: null, due, reasons, leftOut: null });
  if (!year.ok) return held(dueDay(programme.rule, number), [reasonOf(year)]);
  const [wave] = year.value;
  if (!wave || wave.drafted > app.today()) return held(app.today(), []);
  const draft = await draftOf(app, programme, wave);
  return { ...held(wave.opens, draft.ok ? [] : [reasonOf(draft)]), number: wave.number };
}

/** The first one that is not over before the next is due. */
function nextDue({ rule, next }: Programme, today: Day): number {
  let number = next;
  while (dueDay(rule, number + 1) <= today) number += 1;
  return number;
}
