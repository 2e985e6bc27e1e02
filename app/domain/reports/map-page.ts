// The map with all its views: departments by dimensions, by the questions of one dimension, one department beside another, and this
// survey beside another one. What was asked for and is not there is said, and the nearest thing to it is shown.
import type { HeatMap } from '../analysis/map/heat-map.ts';
import { asksAll, waveBefore } from '../analysis/changes/comparability.ts';
import type { Wave } from '../analysis/wave.ts';
import { calledByParts } from '../surveys/asking/audience.ts';
import { daysBetween, type Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { besideView, type BesideView } from './beside-view.ts';
import { questionsUnder } from '../analysis/changes/question-claims.ts';
import { heatView, type HeatLook, type HeatView } from './heat-view.ts';
import type { HeatOrder } from './heat-order.ts';
import { labelsOf, type GroupView, type Labels } from './labels.ts';
import { questionMapView } from './question-map.ts';
import { departmentsOf, groupLooked, subjectsOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';

export type MapNotice =
  | { readonly code: 'no-column' | 'no-dimension' | 'no-survey' | 'no-department' | 'nobody-found'; readonly asked: string }
  | GoneDepartment;

/** Once there, and not in this survey any more. */
export interface GoneDepartment {
  readonly code: 'gone';
  readonly asked: string;
  readonly day: string;
}

export interface MapLook {
  readonly language: Language;
  readonly department: string;
  readonly order: HeatOrder;
  /** The dimension whose questions are shown; null for all dimensions. */
  readonly dimension: string | null;
  /** The department put beside; null for none. */
  readonly beside: string | null;
  /** The survey compared with; null for the rest of the company. */
  readonly against: Wave | null;
  readonly notices: readonly MapNotice[];
}

export interface MapPage {
  readonly survey: SurveyView;
  readonly department: string;
  readonly departments: ResultsPage['departments'];
  readonly group: GroupView;
  /** The dimension whose questions are shown. */
  readonly dimension: string | null;
  readonly dimensions: readonly { readonly id: string; readonly label: string }[];
  readonly against: AgainstView | null;
  /** Earlier surveys one may compare with, the latest first. */
  readonly earlier: readonly AgainstView[];
  readonly heat: HeatView | null;
  readonly beside: BesideView | null;
  readonly notices: readonly MapNotice[];
}

export interface AgainstView {
  readonly id: string;
  readonly title: string;
  readonly closed: string;
  /** The parts that it asked; null where it asked everybody. */
  readonly asked: string | null;
  /** How it is called besides its name. */
  readonly as: 'before' | 'year' | null;
}

/** `waves` oldest first, the one looked at last; `map`: against `look.against`. Throws on a department the survey does not know. */
export function mapPageOf(waves: readonly Wave[], map: HeatMap | null, look: MapLook): MapPage {
  const wave = waves.at(-1) as Wave;
  const labels = labelsOf(wave, look.language);
  const dimensions = subjectsOf(wave).flatMap(({ id }) => (questionsUnder(wave, id).length > 0 ? [{ id, label: labels.dimension(id) }] : []));
  const dimension = dimensions.find(({ id }) => id === look.dimension)?.id ?? null;
  const heat = map && look.beside === null ? viewOf({ wave, map, labels }, { ...look, dimension }) : null;
  const earlier = comparableWith(waves, labels);
  return {
    survey: surveyView(wave, waveBefore(waves), labels),
    department: look.department,
    departments: departmentsOf(wave),
    group: labels.group(look.department, groupLooked(wave, look.department)),
    dimension,
    dimensions,
    against: earlier.find(({ id }) => id === look.against?.release.survey.id) ?? null,
    earlier,
    heat,
    beside: map && look.beside !== null ? besideView(wave, map, labels, { departments: [look.department, look.beside], compared: look.against ? 'before' : 'rest' }) : null,
    notices: [...look.notices, ...noticesOf(look, { dimension, heat, columns: new Set([...dimensions.map(({ id }) => id), ...Object.keys(wave.release.items)]) })],
  };
}

interface Drawn {
  readonly wave: Wave;
  readonly map: HeatMap;
  readonly labels: Labels;
}

function viewOf({ wave, map, labels }: Drawn, look: MapLook): HeatView {
  const seen: HeatLook = { department: look.department, compared: look.against ? 'before' : 'rest', order: look.order };
  return look.dimension === null ? heatView(wave, map, labels, seen) : questionMapView(wave, map, labels, { ...seen, dimension: look.dimension });
}

// A column of another view is no mistake: somebody chose other columns and the order stayed behind.
function noticesOf(look: MapLook, { dimension, heat, columns }: Pick<MapPage, 'dimension' | 'heat'> & { columns: ReadonlySet<string> }): MapNotice[] {
  return [
    ...(look.dimension !== null && dimension === null ? [{ code: 'no-dimension', asked: look.dimension } as const] : []),
    ...(heat && !heat.known && !columns.has(look.order.sort.replace(/^-/, '')) ? [{ code: 'no-column', asked: look.order.sort } as const] : []),
    ...(heat && heat.total === 0 && look.order.find !== '' ? [{ code: 'nobody-found', asked: look.order.find } as const] : []),
  ];
}

/** The waves this one may be put beside, the latest first: what came from files stands in lines only, unless it is one itself. */
export function wavesBeside(waves: readonly Wave[]): Wave[] {
  const collected = (wave: Wave) => wave.release.manifest !== null;
  const earlier = waves.slice(0, -1).reverse();
  return waves.at(-1)?.release.manifest === null ? earlier : earlier.filter(collected);
}

/** The survey nearest to a year before, at most two months off. */
export function waveAYearAgo(waves: readonly Wave[]): Wave | undefined {
  const closedOn = (wave: Wave) => wave.release.survey.closed as Day;
  const last = waves.at(-1);
  const off = (wave: Wave) => (last ? Math.abs(daysBetween(closedOn(wave), closedOn(last)) - 365) : Number.POSITIVE_INFINITY);
  return wavesBeside(waves).filter((wave) => last !== undefined && asksAll(wave, last) && off(wave) <= 61).sort((one, other) => off(one) - off(other))[0];
}

function comparableWith(waves: readonly Wave[], labels: Labels): AgainstView[] {
  const [before, year] = [waveBefore(waves), waveAYearAgo(waves)];
  return wavesBeside(waves).map((wave) => {
    const { id, title, closed } = wave.release.survey;
    return { id, title: labels.of(title), closed, asked: wave.asked && calledByParts(wave.asked), as: wave === before ? 'before' : wave === year ? 'year' : null };
  });
}
