// What customers said of a provider in two service surveys, before and after a plan. There are twelve providers at most, so nothing is worked
// out of the others but how far they moved meanwhile: what the plan did beyond that nobody can tell.
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import type { Localized } from '../../kernel/language.ts';
import type { SealedProvider } from '../../surveys/serving/service-survey.ts';
import type { EffectReading } from '../effects/effect-of-plan.ts';
import { sumOf } from '../statistics/histogram.ts';
import type { Reading } from '../readings.ts';
import { serviceMatrix, type RatedProvider } from './service-matrix.ts';
import { liesWithin } from './service-raters.ts';
import type { Wave } from '../wave.ts';

/** A closed service survey with what was sealed of its providers. */
export interface ServiceWave {
  readonly wave: Wave;
  readonly providers: readonly SealedProvider[];
}

export interface ProviderFigure {
  readonly provider: SealedProvider;
  readonly rated: RatedProvider;
}

/** Of the provider that a department is, alone or with others; null where too few rated it. */
export function providerFigure({ wave, providers }: ServiceWave, departmentId: string): ProviderFigure | null {
  const provider = providers.find(({ departments }) => departments.includes(departmentId));
  const rated = provider && serviceMatrix(wave.release, providers.map(({ id }) => id)).find(({ id }) => id === provider.id);
  return provider && rated ? { provider, rated } : null;
}

/** As a figure of a group: of whom it is said, and how many said it. */
export function providerReading({ provider, rated }: ProviderFigure, departmentId: string): Reading {
  const others = provider.departments.filter((id) => id !== departmentId).map((department) => ({ department, direct: false }));
  return { group: { partition: rated.id, atoms: [], departments: provider.departments, with: others, invited: null, answered: rated.n }, counts: null, moments: rated.moments };
}

export interface JudgedProvider {
  readonly before: ServiceWave;
  readonly after: ServiceWave;
  readonly departmentId: string;
  /** Departments with such a plan between the two. */
  readonly planned: readonly string[];
}

const fewestBeside = 3;

export function providerEffect({ before, after, departmentId, planned }: JudgedProvider): Outcome<EffectReading, 'wording' | 'composition' | 'too-few'> {
  const [then, now] = [providerFigure(before, departmentId), providerFigure(after, departmentId)];
  if (!then || !now) return refused('too-few');
  if (!isSameProvider([before, then], [after, now])) return refused('composition');
  if (askedOf(before, then) !== askedOf(after, now)) return refused('wording');
  const changes = before.providers.flatMap(({ departments }) => (departments.some((id) => id === departmentId || planned.includes(id)) ? [] : changeOf(before, after, departments[0] ?? '')));
  const n = sumOf(changes.map((one) => one.n));
  const others = changes.length < fewestBeside ? null : { groups: changes.length, change: sumOf(changes.map((one) => one.n * one.by)) / n };
  return done({ before: providerReading(then, departmentId), after: providerReading(now, departmentId), subject: { kind: 'dimension', id: 'service' }, others, beyond: null });
}

function changeOf(before: ServiceWave, after: ServiceWave, departmentId: string): { n: number; by: number }[] {
  const [then, now] = [providerFigure(before, departmentId), providerFigure(after, departmentId)];
  const compared = then && now && isSameProvider([before, then], [after, now]) && askedOf(before, then) === askedOf(after, now);
  return compared ? [{ n: now.rated.n, by: now.rated.index - then.rated.index }] : [];
}

const same = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join('\n') === [...other].sort().join('\n');

type Placed = readonly [ServiceWave, ProviderFigure];

/**
 * The same people, rated by the same customers: whoever else is asked since then is another measure. A department that came to the one or
 * the other meanwhile, or left it, makes them others; the company is the company, whoever joined it.
 */
export function isSameProvider([before, { provider: one }]: Placed, [after, { provider: other }]: Placed): boolean {
  if (!same(one.departments, other.departments) || !same(one.customers, other.customers)) return false;
  const below = ({ wave }: ServiceWave, places: readonly string[]) => peopled(wave).filter((id) => liesWithin(wave.departments)(id, places));
  const parts = one.customers.includes(after.wave.root) ? [one.departments] : [one.departments, one.customers];
  return parts.every((places) => same(below(before, places), below(after, places)));
}

/** Departments of which people were asked. */
const peopled = ({ release, base }: Wave): readonly string[] => (base === null ? [] : release.partitions[base]!.atoms.flatMap(({ departments }) => departments));

/** The words of what was asked of it, whatever it is called. */
export function askedOf({ wave }: ServiceWave, { provider: { id, name }, rated }: ProviderFigure): string {
  const texts = new Map(wave.questions.map((question) => [question.id, question.text]));
  const without = (text: Localized | undefined) => (text?.en ?? '').split(name.en).join('');
  return rated.items.map(({ item }) => `${item} ${without(texts.get(`${item}@${id}`))}`).sort().join('\n');
}
