// Service surveys of the small company, asked, answered and counted as every survey is, at the day of the clock.
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';
import { dependedId, type SealedProvider } from '#app/domain/surveys/serving/service-survey.ts';
import { rehearse, type Voter } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import type { TestApp } from './app.ts';
import { everybody } from './open-survey.ts';
import { actorFor } from './people.ts';

const template = 'internal-service';

export function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

export const rates = (provider: string, score: number): Voter['answers'] => Object.fromEntries(serviceItems.map((item) => [`${item}@${provider}`, score]));

/** Names the providers and rates each with one score for everything. */
export const depends = (scores: Readonly<Record<string, number>>): Voter['answers'] => ({ [dependedId]: Object.keys(scores), ...Object.assign({}, ...Object.entries(scores).map(([id, score]) => rates(id, score))) });

/** Sealed and open; `idOf` finds the provider a department is, as this survey numbers it. */
export async function openService(app: TestApp): Promise<{ readonly id: string; readonly idOf: (department: string) => string; readonly providers: readonly SealedProvider[] }> {
  const { initial } = await draftOffer(app, { template });
  const { id } = given(await createDraft(app, await actorFor(app, 'hr'), { ...initial, template, pair: null, cuts: [], opens: app.today() }));
  const providers = given(await sealSurvey(app, id)).manifest.service!.providers;
  return { id, providers, idOf: (department) => providers.find(({ departments }) => departments.includes(department))!.id };
}

/** From the map of today to the release. */
export async function aServiceWave(app: TestApp, answersOf: (personId: string, at: number, idOf: (department: string) => string) => Voter['answers'] | null): Promise<string> {
  const { id, idOf } = await openService(app);
  const voters = (await everybody(app)).flatMap((personId, at): Voter[] => {
    const answers = answersOf(personId, at, idOf);
    return answers ? [{ personId, answers }] : [];
  });
  await rehearse(app, id, voters);
  given(await closeSurvey(app, id));
  return id;
}
