// What providers and HR read of a service survey. A head reads the own providers, HR all of them and the table of all.
import type { ServiceWave } from '../analysis/serving/provider-effect.ts';
import { muchReciprocity, reciprocityOf } from '../analysis/serving/reciprocity.ts';
import { serviceMatrix, type RatedProvider } from '../analysis/serving/service-matrix.ts';
import { serviceLines } from '../analysis/serving/service-movement.ts';
import { ratersOf } from '../analysis/serving/service-raters.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import { inLanguage } from '../kernel/language.ts';
import { fixed, whole } from '../kernel/rounding.ts';
import { wayUp } from '../organisation/service-map.ts';
import type { SealedProvider } from '../surveys/serving/service-survey.ts';
import { stepOf } from './heat-view.ts';
import { labelsOf, type Named } from './labels.ts';
import { serviceMoved, type ServiceMoved } from './service-moved.ts';

export interface ServiceCell {
  readonly customers: readonly Named[];
  readonly n: number;
  readonly index: number;
}

export interface ServiceProvider {
  readonly id: string;
  readonly name: string;
  readonly n: number;
  readonly index: number;
  readonly adjusted: number | null;
  /** Why there is none. */
  readonly raw: 'apart' | 'two' | null;
  /** Over the service surveys; null in the first one. */
  readonly moved: ServiceMoved | null;
  readonly own: { readonly n: number; readonly index: number; /** Estimate minus what customers said. */ readonly gap: number } | null;
  /** The weakest first: a plan begins there. */
  readonly items: readonly { readonly id: string; readonly text: string; readonly n: number; readonly index: number }[];
  readonly cells: readonly ServiceCell[];
  /** The departments a plan can be made for by whoever reads this. */
  readonly plans: readonly { readonly id: string; readonly name: string }[];
}

/** `own`: the people of the row work there, and nobody rates the own department. */
export type MatrixCell = { readonly n: number; readonly index: number; readonly step: number; readonly shared: boolean } | 'own' | null;

export interface ServicePage {
  readonly id: string;
  readonly title: string;
  readonly closed: string;
  readonly answered: number | null;
  /** The best first, by the figure that was adjusted where there is one. */
  readonly providers: readonly ServiceProvider[];
  /** Names of providers that fewer than eight people rated. */
  readonly few: readonly string[];
  /** A row for each group of customers, a figure for each provider above, of the group that it is counted in; for HR alone. */
  readonly matrix: readonly { readonly customers: readonly Named[]; readonly cells: readonly MatrixCell[] }[] | null;
  /** Whether high marks are given back, with how many pairs; for HR alone, and null where too few pairs rate each other. */
  readonly reciprocity: { readonly pairs: number; readonly r: string; readonly much: boolean } | null;
  /** Own words, for HR alone. */
  readonly comments: readonly string[] | null;
}

export interface ServiceSight {
  readonly language: Language;
  /** Ids of the providers that are read. */
  readonly read: ReadonlySet<string>;
  /** The table of all, and own words. */
  readonly all: boolean;
  /** Of a provider, those of its departments that a plan can be made for. */
  readonly plansFor: (provider: SealedProvider) => ServiceProvider['plans'];
}

/** `surveys` the first one first; the last is looked at. */
export function servicePageOf(surveys: readonly [...ServiceWave[], ServiceWave], sight: ServiceSight): ServicePage {
  const looked = surveys[surveys.length - 1]!;
  const { wave, providers: sealed } = looked;
  const raters = ratersOf(wave.departments, sealed);
  const rated = serviceMatrix(wave.release, sealed.map(({ id }) => id), raters);
  // Whoever reads one of two providers could reckon the other from what is taken off: of three, they are told apart by nobody.
  const tellsAnother = !sight.all && surveys.map(ratedIn).some((count) => count < fewestUnread);
  const moved = new Map(serviceLines(surveys).map((line) => [line.id, serviceMoved(line, { language: sight.language, adjusted: !tellsAnother })]));
  const labels = labelsOf(wave, sight.language);
  const namesOf = (departments: readonly string[]) => labels.pool(wave.groupOfAll(wave.base!, departments)!).names;
  const rows = wave.release.partitions[wave.base!]!.atoms.map(({ departments }) => departments);
  const isOwn = ownRows(wave, sealed);
  /** Groups of the survey that are counted in one of a provider, without those of which nobody could rate it: its own people, and whom it does not serve. */
  const rating = (id: string, departments: readonly string[]) => rows.filter((row) => row.every((one) => departments.includes(one)) && raters(id, row).length > 0);
  const nameOf = (id: string) => inLanguage(sealed.find((one) => one.id === id)!.name, sight.language);
  const read = rated.filter(({ id }) => sight.read.has(id)).sort((one, other) => (other.adjusted ?? other.index) - (one.adjusted ?? one.index));
  const { release } = wave;
  return {
    id: release.survey.id,
    title: inLanguage(release.survey.title, sight.language),
    closed: release.survey.closed,
    answered: release.counts.ballots,
    providers: read.map(({ id, n, index, adjusted, own, items, cells }) => ({
      id, n,
      name: nameOf(id),
      index: whole(index),
      adjusted: adjusted === null || tellsAnother ? null : whole(adjusted),
      raw: adjusted === null ? 'apart' : tellsAnother ? 'two' : null,
      moved: moved.get(id) ?? null,
      // Of the numbers as they are printed, so that they add up on the page.
      own: own && { n: own.n, index: whole(own.index), gap: whole(own.index) - whole(index) },
      items: [...items].sort((one, other) => one.index - other.index).map((one) => ({ id: one.item, text: labels.questionText(`${one.item}@${id}`), n: one.n, index: whole(one.index) })),
      cells: cells.map((cell) => ({ customers: namesOf(rating(id, cell.departments).flat()), n: cell.n, index: whole(cell.index) })),
      plans: sight.plansFor(sealed.find((one) => one.id === id)!),
    })),
    few: sealed.filter(({ id }) => sight.read.has(id) && !rated.some((one) => one.id === id)).map(({ id }) => nameOf(id)),
    matrix: sight.all && read.length > 0 ? rows.map((row) => ({ customers: namesOf(row), cells: read.map(({ id, cells }) => (isOwn(id, row) ? 'own' : raters(id, row).length === 0 ? null : cellOf(cells, row, (all) => rating(id, all).length > 1))) })) : null,
    reciprocity: sight.all ? reciprocityView(looked) : null,
    comments: sight.all ? release.comments.map(({ text }) => text) : null,
  };
}

/** Providers that have to be rated for an adjusted figure to be shown to whoever reads one of them. */
const fewestUnread = 3;

const ratedIn = ({ wave, providers }: ServiceWave): number => serviceMatrix(wave.release, providers.map(({ id }) => id)).length;

function reciprocityView(survey: ServiceWave): ServicePage['reciprocity'] {
  const found = reciprocityOf(survey);
  return found && { pairs: found.pairs, r: fixed(found.r, 2), much: found.r > muchReciprocity };
}

/** Whether all people of a group work for a provider. */
function ownRows({ departments }: Wave, sealed: readonly SealedProvider[]): (id: string, row: readonly string[]) => boolean {
  const parents = new Map([...departments].map(([id, { parentId }]) => [id, parentId]));
  const places = new Map(sealed.map((provider) => [provider.id, provider.departments]));
  return (id, row) => row.every((one) => wayUp(parents, one).some((above) => places.get(id)!.includes(above)));
}

/** A group of a provider holds whole groups of the survey, never part of one. */
function cellOf(cells: RatedProvider['cells'], row: readonly string[], isShared: (departments: readonly string[]) => boolean): MatrixCell {
  const cell = cells.find((one) => row.every((id) => one.departments.includes(id)));
  return cell ? { n: cell.n, index: whole(cell.index), step: stepOf(cell.index), shared: isShared(cell.departments) } : null;
}
