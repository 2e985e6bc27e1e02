// Closed service surveys as plans read them: a plan of a provider begins from one and is read again by the next.
import type { Actor } from '#app/domain/access/actor.ts';
import { providerFigure, providerReading, type ServiceWave } from '#app/domain/analysis/serving/provider-effect.ts';
import { smallestDetectableChange } from '#app/domain/analysis/statistics/detectable-change.ts';
import { levelOf } from '#app/domain/analysis/level.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import type { App } from '#app/platform/app.server.ts';
import { waveOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { mayReadProvider, sealedParents } from '#app/services/reports/provider-readers.server.ts';
import type { ReleasedWave } from './waves.server.ts';

export type ReleasedService = ServiceWave & ReleasedWave;

/** The first one first. */
export async function serviceWaves(app: App): Promise<ReleasedService[]> {
  const listed = await app.data.releases.ofServices();
  const found = await Promise.all(listed.map(async ({ surveyId, hash }): Promise<ReleasedService[]> => {
    const [wave, sealed] = [await waveOfRelease(app, hash), await app.data.manifests.ofSurvey(surveyId)];
    const providers = sealed ? (manifestIn(sealed.text, sealed.hash).service?.providers ?? []) : [];
    return wave ? [{ hash, wave, providers }] : [];
  }));
  return found.flat();
}

/** What all customers of a provider said of it in one service survey, copied as any other figure of a plan, for whoever reads it on its page. */
export async function providerEvidence(app: App, actor: Actor, { departmentId, surveyId }: { readonly departmentId: string; readonly surveyId: string }): Promise<Outcome<Evidence, 'forbidden' | 'not-shown'>> {
  const service = (await serviceWaves(app)).find(({ wave }) => wave.release.survey.id === surveyId);
  const figure = service && providerFigure(service, departmentId);
  const level = figure && levelOf(providerReading(figure, departmentId));
  if (!service || !figure || !level) return refused('not-shown');
  if (!mayReadProvider(actor, sealedParents(service.wave.departments.values()), figure.provider)) return refused('forbidden');
  const { release, departments } = service.wave;
  const nameOf = (id: string) => departments.get(id)?.name ?? id;
  return done({
    releaseHash: service.hash,
    survey: release.survey,
    group: { departmentId, name: nameOf(departmentId), with: figure.provider.departments.filter((id) => id !== departmentId).map((id) => ({ name: nameOf(id), direct: false })) },
    dimension: 'service',
    n: level.n,
    index: level.index,
    low: level.interval[0],
    high: level.interval[1],
    favourable: null,
    smallestChange: smallestDetectableChange(level.n),
    byCustomers: true,
    customers: figure.provider.customers.map((id) => ({ id, name: nameOf(id) })),
  });
}
