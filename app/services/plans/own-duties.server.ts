// What one person has to do, by day: found by rows that say who has to do what, so that no other plan is read.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { ownDuties, type OwnDuty } from '#app/domain/plans/own-duties.ts';
import type { App } from '#app/platform/app.server.ts';

export async function dutiesOfPerson(app: App, { personId }: Pick<Actor, 'personId'>, language: Language): Promise<OwnDuty[]> {
  return ownDuties((await app.data.planDuties.plansAsking(personId)).map((plan) => planIn(plan, language)), personId);
}
