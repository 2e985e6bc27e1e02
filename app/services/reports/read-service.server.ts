// Reading a service survey: HR everything, a head what was said of the providers at or below the own departments. Nothing is worked out of
// anything but the release.
import { may, type Actor } from '#app/domain/access/actor.ts';
import type { ServiceWave } from '#app/domain/analysis/serving/provider-effect.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import { servicePageOf, type ServicePage } from '#app/domain/reports/service-page.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { serviceWaves } from '#app/services/plans/service-waves.server.ts';
import { mayReadProvider, sealedParents } from './provider-readers.server.ts';

async function sealedService(app: App, surveyId: string): Promise<Manifest | null> {
  const survey = await app.data.surveys.get(surveyId);
  const stored = survey?.state === 'closed' && isServiceSurvey(survey) ? await app.data.manifests.ofSurvey(surveyId) : null;
  return stored ? manifestIn(stored.text, stored.hash) : null;
}

export async function readService(app: App, actor: Actor, { surveyId, language }: { readonly surveyId: string; readonly language: Language }): Promise<Outcome<ServicePage, 'not-found' | 'forbidden'>> {
  const manifest = await sealedService(app, surveyId);
  const surveys = manifest?.service ? await upTo(app, surveyId) : null;
  if (!manifest?.service || !surveys || Object.keys(surveys[surveys.length - 1]!.wave.release.partitions).length === 0) return refused('not-found');
  const sealed = manifest.service.providers;
  const parents = sealedParents(manifest.departments);
  const read = sealed.filter((provider) => mayReadProvider(actor, parents, provider));
  if (read.length === 0) return refused('forbidden');
  const open = new Map((await app.data.departments.open()).map(({ id, name }) => [id, name]));
  const mayPlan = (id: string) => open.has(id) && (may(actor, 'read-results') || actor.heads.includes(id));
  return done(
    servicePageOf(surveys, {
      language,
      read: new Set(read.map(({ id }) => id)),
      all: may(actor, 'read-results'),
      plansFor: ({ departments }) => departments.filter(mayPlan).map((id) => ({ id, name: open.get(id)! })),
    }),
  );
}

/** The service surveys up to this one, which is the last; null where it has no release. */
async function upTo(app: App, surveyId: string): Promise<readonly [...ServiceWave[], ServiceWave] | null> {
  const all = await serviceWaves(app);
  const at = all.findIndex(({ wave }) => wave.release.survey.id === surveyId);
  const last = all[at];
  return last ? [...all.slice(0, at), last] : null;
}

export interface ClosedService {
  readonly id: string;
  readonly title: string;
  readonly closed: string;
}

/** Closed service surveys that somebody may read, the latest first. */
export async function closedServices(app: App, actor: Actor, language: Language): Promise<readonly ClosedService[]> {
  if (!may(actor, 'read-departments')) return [];
  const surveys = (await app.data.surveys.all()).filter((survey) => survey.state === 'closed' && isServiceSurvey(survey));
  const found = await Promise.all(surveys.map(async ({ id, title, closedOn, closes }): Promise<ClosedService[]> => {
    const manifest = await sealedService(app, id);
    const parents = sealedParents(manifest?.departments ?? []);
    const mayRead = manifest?.service?.providers.some((provider) => mayReadProvider(actor, parents, provider)) ?? false;
    return mayRead ? [{ id, title: inLanguage(title, language), closed: closedOn ?? closes }] : [];
  }));
  return found.flat().sort((one, other) => (one.closed < other.closed ? 1 : -1));
}
