// People who can be sent no link: a survey is sealed only when HR decided about them, and with two people to hand slips out.
import { may } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { SealedSlips, SlipDecision } from '#app/domain/surveys/slips/slips.ts';
import type { App } from '#app/platform/app.server.ts';
import type { SealingPlan } from './plan-sealing.server.ts';

/** `slips-undecided`: `n` people are without an address, or chose a slip. */
export type SlipRefusal = 'slips-undecided' | 'slips-two' | 'slips-outside' | 'slips-unknown';

/** Two who can sign in, one of them outside HR: whoever holds a pile alone could use it alone. */
export async function handsRefusal(app: App, handingOut: readonly string[]): Promise<SlipRefusal | null> {
  if (handingOut.length !== 2 || new Set(handingOut).size !== 2) return 'slips-two';
  const people = (await app.data.people.byIds(handingOut)).filter(({ leftOn, email }) => leftOn === null && email !== null);
  if (people.length !== 2) return 'slips-unknown';
  const roles = await app.data.roles.ofAll(handingOut);
  return handingOut.every((id) => may({ roles: roles.get(id) ?? [] }, 'manage-people')) ? 'slips-outside' : null;
}

/** Whether everybody can be reached, or it was decided what becomes of those who cannot. */
export async function slipsSettled(app: App, { slips, invited }: Pick<SealingPlan, 'slips' | 'invited'>): Promise<Outcome<null, SlipRefusal>> {
  const { withoutAddress, wishing, decided } = slips;
  if (decided === null) return withoutAddress + wishing > 0 ? refused('slips-undecided', { n: withoutAddress + wishing }) : done(null);
  if (decided.kind === 'without' || !invited.some(({ bySlip }) => bySlip)) return done(null);
  const refusal = await handsRefusal(app, decided.handingOut);
  return refusal === null ? done(null) : refused(refusal);
}

const handsOf = (decided: SlipDecision | null): readonly string[] => (decided?.kind === 'print' ? decided.handingOut : []);

/** Nobody where nobody comes with a slip. */
export function handingOutOf({ slips, invited }: Pick<SealingPlan, 'slips' | 'invited'>): readonly string[] {
  return invited.some(({ bySlip }) => bySlip) ? handsOf(slips.decided) : [];
}

/** For the manifest; undefined where everybody signs in. */
export async function sealedSlips(app: App, plan: Pick<SealingPlan, 'slips' | 'invited'>): Promise<SealedSlips | undefined> {
  const listed = plan.invited.filter(({ bySlip }) => bySlip).length;
  const leftOut = plan.slips.decided?.kind === 'without' ? plan.slips.withoutAddress : 0;
  if (listed + leftOut === 0) return undefined;
  const hands = handingOutOf(plan);
  const names = new Map((await app.data.people.byIds(hands)).map(({ id, name }) => [id, name]));
  return { listed, leftOut, handingOut: hands.map((id) => names.get(id) ?? '') };
}
