// Tables by one background question, as they were declared before sealing: counts and favourable shares, nothing finer, and never two
// questions at once.
import { bandReadingsOf, type BandReading, type BandReadings } from '../analysis/changes/bands.ts';
import { rungOf } from '../analysis/statistics/ladder.ts';
import { shareInterval, type Interval } from '../analysis/statistics/proportion-intervals.ts';
import type { Wave } from '../analysis/wave.ts';
import type { ReleasedCut } from '../publication/release/release.ts';
import { percentOf, rounded, shareView } from './figures-shown.ts';
import type { Labels, Named } from './labels.ts';
import { overallItem } from './overall-view.ts';

/** Who is in a band. */
export interface BandName {
  /** Merged answers in the order of the question. */
  readonly labels: readonly string[];
  /** Whoever preferred not to say is counted here. */
  readonly blank: boolean;
}

export interface ShareCell {
  /** Whole per cent of favourable answers. */
  readonly percent: number;
  readonly n: number;
  readonly interval: Interval;
  /** The same of all other bands together. */
  readonly others: number;
  /** A test was possible. */
  readonly tested: boolean;
  /** Favourable per cents above or below the others; null without evidence. */
  readonly points: number | null;
}

export interface CutView {
  /** Id of the background question. */
  readonly question: string;
  readonly label: string;
  /** As it was asked. */
  readonly text: string;
  readonly bands: readonly (BandName & { readonly answered: number })[];
  /** The question that is drawn unless another one is asked for; null without any. */
  readonly telling: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    /** By band; null below the first rung. */
    readonly cells: readonly (ShareCell | null)[];
  }[];
}

export interface CutsView {
  /** Of the department looked at, in the order in which they were declared. */
  readonly tables: readonly CutView[];
  /** The table shown, and the question drawn of it. */
  readonly chosen: { readonly question: string; readonly item: string } | null;
  /** Other departments with tables of their own. */
  readonly elsewhere: readonly { readonly id: string; readonly name: string }[];
}

export interface CutsLook {
  readonly department: string;
  /** Background question and item asked for; anything unknown is as good as none. */
  readonly cut?: string | null;
  readonly item?: string | null;
}

/** The company's cuts on the company's page, a division's on its own. */
export function cutsView(wave: Wave, look: CutsLook, labels: Labels): CutsView {
  const placeOf = (cut: ReleasedCut) => (cut.scope === 'company' ? wave.root : cut.scope);
  const readings = bandReadingsOf(wave.release.cuts);
  const tables = wave.release.cuts.flatMap((cut, at) => (placeOf(cut) === look.department ? [cutView(wave, cut, readings[at] as BandReadings, labels)] : []));
  const places = [...new Set(wave.release.cuts.map(placeOf))].filter((id) => id !== look.department);
  return {
    tables,
    chosen: chosenOf(tables, look),
    elsewhere: places.map((id) => ({ id, name: labels.department(id) })),
  };
}

export function bandName(labels: Labels, question: string, band: readonly string[]): BandName {
  return { labels: band.filter((label) => label !== '').map((label) => labels.option(question, label)), blank: band.includes('') };
}

/** Whom a cut is about: the company, or a division with what is counted in. */
export function scopeNames(wave: Wave, scope: string, labels: Labels): { readonly names: readonly Named[]; readonly with: readonly Named[] } {
  const department = scope === 'company' ? wave.root : scope;
  const group = wave.base === null ? null : wave.group(wave.base, department);
  if (group) {
    const { names, with: others } = labels.group(department, group);
    return { names, with: others };
  }
  return { names: [{ name: labels.department(department), direct: false }], with: [] };
}

function cutView(wave: Wave, cut: ReleasedCut, readings: BandReadings, labels: Labels): CutView {
  // A release is written with its keys sorted; people know the questions as they were asked.
  const asked = wave.questions.map(({ id }) => id).filter((id) => readings.has(id));
  const ids = [...new Set([...asked, ...readings.keys()])];
  const items = ids.map((id) => ({ id, text: labels.questionText(id), cells: (readings.get(id) ?? []).map(cellOf) }));
  return {
    question: cut.question,
    label: labels.background(cut.question),
    text: labels.questionText(cut.question),
    bands: cut.bands.map((band) => ({ ...bandName(labels, cut.question, band.labels), answered: band.answered })),
    telling: tellingItem(items)?.id ?? null,
    items,
  };
}

function cellOf({ favourable, n, rest, difference }: BandReading): ShareCell | null {
  if (!rungOf(n).level || !rungOf(rest.n).level) return null;
  // How many people a band has is known of nobody, so the interval is that of an unlimited group.
  const { percent, interval } = shareView(favourable, n, shareInterval(favourable, n, null));
  return {
    percent,
    n,
    interval: interval as Interval,
    others: percentOf(rest.favourable, rest.n),
    tested: difference !== null,
    points: difference?.arrow ? rounded(difference.points) : null,
  };
}

function chosenOf(tables: readonly CutView[], look: CutsLook): CutsView['chosen'] {
  const table = tables.find(({ question }) => question === look.cut) ?? tables[0];
  const item = table && (table.items.find(({ id }) => id === look.item)?.id ?? table.telling);
  return table && item ? { question: table.question, item } : null;
}

/** The question on which a band differs most; without evidence the one that stands for the whole, or the first. */
function tellingItem(items: CutView['items']): CutView['items'][number] | undefined {
  const most = (item: CutView['items'][number]) => Math.max(0, ...item.cells.map((cell) => Math.abs(cell?.points ?? 0)));
  const [first] = [...items].sort((one, other) => most(other) - most(one));
  return first && most(first) > 0 ? first : (items.find(({ id }) => id === overallItem) ?? items[0]);
}
