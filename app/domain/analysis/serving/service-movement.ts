// How what customers say of a provider moved from one service survey to the next. It is the same provider where the same departments do the
// work for the same customers, whatever number it had in a survey: a provider that was merged, or serves others now, begins a line of its own.
import type { Day } from '../../kernel/day.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Break } from '../changes/comparability.ts';
import { changeFrom, judgeFamily, type Judged } from '../changes/comparison.ts';
import { levelOf, type Level } from '../level.ts';
import { askedOf, isSameProvider, providerReading, type ProviderFigure, type ServiceWave } from './provider-effect.ts';
import { serviceMatrix } from './service-matrix.ts';
import { ratersOf } from './service-raters.ts';

export interface ServicePoint {
  readonly survey: string;
  readonly title: Localized;
  readonly closed: Day;
  readonly level: Level;
  readonly adjusted: number | null;
  /** Why the line does not come from the point before. */
  readonly broken: Break | null;
  /** The adjusted figure goes on from the point before: it depends on everybody who was rated, and by whom. */
  readonly adjustedGoesOn: boolean;
}

export interface ServiceLine {
  /** Of the last survey. */
  readonly id: string;
  /** The last survey last; those in which it stood. */
  readonly points: readonly ServicePoint[];
  /** From the point before; null where there is none to compare with, and `broken` of the last point says why. */
  readonly change: Judged | null;
}

interface Rated {
  readonly survey: ServiceWave;
  readonly figures: readonly ProviderFigure[];
}

/** `surveys` the first one first; of the providers that were rated in the last. Their changes are judged as one family, whoever reads them. */
export function serviceLines(surveys: readonly ServiceWave[]): readonly ServiceLine[] {
  const rated = surveys.map((survey): Rated => ({ survey, figures: figuresOf(survey) }));
  const last = rated.at(-1);
  if (!last) return [];
  const lines = last.figures.map((figure) => ({ figure, ...lineOf(rated, figure) }));
  // Nobody knows who answered twice, and the same people rate several providers: each change is tested as if all answered anew.
  const judged = judgeFamily(lines.map(({ pair }) => pair && changeFrom(readingOf(pair[0]), readingOf(pair[1]))));
  return lines.map(({ figure, points }, at) => ({ id: figure.provider.id, points, change: judged[at] ?? null }));
}

function figuresOf({ wave, providers }: ServiceWave): readonly ProviderFigure[] {
  const ids = providers.map(({ id }) => id);
  return serviceMatrix(wave.release, ids, ratersOf(wave.departments, providers)).map((rated) => ({ provider: providers.find(({ id }) => id === rated.id)!, rated }));
}

const readingOf = (figure: ProviderFigure) => providerReading(figure, figure.provider.departments[0] ?? '');

interface Line {
  readonly points: readonly ServicePoint[];
  readonly pair: readonly [ProviderFigure, ProviderFigure] | null;
}

/** Backwards by the departments that provide: each survey has numbers of its own. */
function lineOf(rated: readonly Rated[], last: ProviderFigure): Line {
  const points: ServicePoint[] = [];
  let before: { readonly of: Rated; readonly figure: ProviderFigure } | null = null;
  let pair: Line['pair'] = null;
  for (const of of rated) {
    const figure = of.figures.find(({ provider }) => sharesWork(provider, last.provider));
    const level = figure && levelOf(readingOf(figure));
    if (!figure || !level) continue;
    const broken: Break | null = before ? breakBetween(before, { of, figure }) : 'first-wave';
    const { release } = of.survey.wave;
    const adjustedGoesOn = before !== null && broken === null && before.figure.rated.adjusted !== null && isSameTable(before.of, of);
    points.push({ survey: release.survey.id, title: release.survey.title, closed: release.survey.closed, level, adjusted: figure.rated.adjusted, broken, adjustedGoesOn });
    pair = before && broken === null ? [before.figure, figure] : null;
    before = { of, figure };
  }
  return { points, pair };
}

/** Perhaps merged or divided since: such a point is shown, and no line leads from it. */
const sharesWork = (one: { readonly departments: readonly string[] }, other: { readonly departments: readonly string[] }): boolean => one.departments.some((id) => other.departments.includes(id));

interface Placed {
  readonly of: Rated;
  readonly figure: ProviderFigure;
}

function breakBetween(before: Placed, now: Placed): Break | null {
  if (!isSameProvider([before.of.survey, before.figure], [now.of.survey, now.figure])) return 'composition';
  return askedOf(before.of.survey, before.figure) === askedOf(now.of.survey, now.figure) ? null : 'wording';
}

/** The same providers were rated, by the same customers, about the same: what is taken off for strict and kind ones can be compared. */
function isSameTable(before: Rated, now: Rated): boolean {
  const twin = (figure: ProviderFigure) => before.figures.find(({ provider }) => sharesWork(provider, figure.provider));
  return before.figures.length === now.figures.length && now.figures.every((figure) => {
    const then = twin(figure);
    return then !== undefined && breakBetween({ of: before, figure: then }, { of: now, figure }) === null;
  });
}
