// What follows on HR's word: a draft is sealed and its letters go out, or an open survey is closed. Both may take longer than a page
// should; they go on by themselves then. Nobody is asked again without an answer: the pulse lock stands before the first step.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { isOpen } from '#app/domain/surveys/lifecycle.ts';
import { titleIn } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { failureOf } from '#app/platform/failures.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { logOverride, mayAsk, type LockRefusal } from '#app/services/plans.server.ts';
import { closeSurvey, startSealing, type CloseRefusal, type SealingRefusal } from '#app/services/publication.server.ts';

/** A page waits this long, in milliseconds, before it shows progress instead. */
const patience = 2_500;

function waitingFor(work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
}

export interface Sealing {
  readonly id: string;
  /** Why people are asked although answers are missing; empty where none is. */
  readonly override: string;
  /** What stood on the page where it was pressed. */
  readonly seen: string | null;
}

/** Done as soon as sealing has begun and either ended or outlasted the page's patience. */
export async function beginSealing(app: App, actor: Actor, { id, override, seen }: Sealing): Promise<Outcome<null, SealingRefusal | LockRefusal>> {
  const survey = await app.data.surveys.get(id);
  const asking = survey?.state === 'draft' ? await mayAsk(app, survey, override) : done([]);
  if (!asking.ok) return asking;
  const missing = asking.value;
  const alongside = async (stores: Stores) => {
    if (missing.length > 0) await logOverride(app, stores, { actor, missing, reason: override });
  };
  const started = await startSealing(app, id, actor, { seen, alongside });
  if (!started.ok) return started;
  const invited = started.value.sealed.then(async (sealed) => {
    if (!sealed.ok) return sealed;
    // Nobody lives at the addresses of the demonstration.
    if (!app.config.demo) await inviteToOpenSurveys(app);
    return undefined;
  });
  invited.catch((error: unknown) => app.log.error({ error: String(error) }, 'letters could not be written'));
  const outcome = await waitingFor(invited).catch(heldUp);
  return outcome === undefined ? done(null) : (outcome as Outcome<null, SealingRefusal>);
}

/** Only what is open can be closed early; what is over is closed by the clock. */
export async function beginClosing(app: App, actor: Actor, id: string): Promise<Outcome<null, CloseRefusal | 'held-up'>> {
  const survey = await app.data.surveys.get(id);
  if (!survey) return refused('not-found');
  if (!isOpen(survey, app.today())) return refused('not-sealed');
  if (isConsultation(survey)) return refused('consultation-runs');
  const noted = await app.data.transaction((stores) => noteDown(app, stores, [{ kind: 'closing-begun', by: actor, what: titleIn(survey) }])).catch(heldUp);
  if (noted) return noted;
  const closing = closeSurvey(app, id);
  closing.catch((error: unknown) => app.log.error({ error: String(error) }, 'closing failed'));
  const outcome = (await waitingFor(closing).catch(heldUp)) as Outcome<unknown, CloseRefusal | 'held-up'> | undefined;
  return outcome === undefined || outcome.ok ? done(null) : outcome;
}

/** A full disk or a database that is away is told where the work was asked for. */
function heldUp(error: unknown): Outcome<never, 'held-up'> {
  if (failureOf(error) === 'fault') throw error;
  return refused('held-up');
}
