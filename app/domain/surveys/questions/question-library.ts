// The library of tested wordings: people compare waves and departments only where everybody was asked in the same words.
import type { Localized } from '../../kernel/language.ts';
import source from './library/question-library.json' with { type: 'json' };
import type { Dimension, LibraryItem, LibraryScale, Reason, Sensitivity, SurveyTemplate } from './library-item.ts';

interface WrittenTemplate {
  readonly id: string;
  readonly label: Localized;
  readonly items: readonly string[] | string;
  readonly blocks: readonly string[];
  readonly plus?: string;
  readonly cadenceWeeks: number;
  readonly targetMinutes: number;
}

interface WrittenBlock {
  readonly id: string;
  readonly kind: string;
  readonly text: Localized | readonly [Localized, Localized];
}

interface WrittenLibrary {
  readonly scales: readonly LibraryScale[];
  readonly naOption: Localized;
  readonly dimensions: readonly Dimension[];
  readonly items: readonly LibraryItem[];
  readonly reasonSets: Readonly<Record<string, readonly Reason[]>>;
  readonly blocks: readonly WrittenBlock[];
  readonly templates: readonly WrittenTemplate[];
}

// The file is part of the product and its shape is proved by a test, so it is trusted here.
const library = source as unknown as WrittenLibrary;

export const dimensions: readonly Dimension[] = [...library.dimensions].sort((a, b) => a.order - b.order);
export const libraryScales: readonly LibraryScale[] = library.scales;
export const libraryItems: readonly LibraryItem[] = library.items;

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
const dimensionsById = byId(dimensions);
const itemsById = byId(libraryItems);
const scalesById = byId(library.scales);
const blocksById = byId(library.blocks);

export function dimension(id: string): Dimension | undefined {
  return dimensionsById.get(id);
}

export function libraryItem(id: string): LibraryItem | undefined {
  return itemsById.get(id);
}

/** Throws on an unknown id: scales are named by the library itself. */
export function libraryScale(id: string): LibraryScale {
  const scale = scalesById.get(id);
  if (!scale) throw new Error(`no such scale: ${id}`);
  return scale;
}

export function libraryBlock(id: string): WrittenBlock | undefined {
  return blocksById.get(id);
}

/** What may be ticked beside a low score, by the item's reason set. */
export function reasonSet(id: string): readonly Reason[] {
  return library.reasonSets[id] ?? [];
}

/** The least number of answers a published cell of such an item rests on, before the organisation raises it. */
export const kOfSensitivity: Readonly<Record<Sensitivity, number>> = { normal: 5, elevated: 8, high: 10 };

/** Rated questions that anybody is asked in a pulse: three minutes have room for them. */
export const mostRatedInPulse = 10;
/** Places of a pulse that plans, trust and expectation take in turn (see extras.ts). */
export const placesForExtras = 2;
/** Rated questions of an expectation pair. */
export const ratedInPair = 2;

const askedOfEverybody = libraryItems.filter((item) => item.status === 'active' && !item.perProvider);
const overallFirst = [
  ...askedOfEverybody.filter((item) => item.dimension === 'outcome'),
  ...askedOfEverybody.filter((item) => item.dimension !== 'outcome'),
];

function readTemplate(written: WrittenTemplate): SurveyTemplate {
  return {
    id: written.id,
    label: written.label,
    // «All active items except service» is the one list the library writes as a sentence.
    items: typeof written.items === 'string' ? overallFirst.map((item) => item.id) : written.items,
    blocks: written.blocks,
    further: written.plus ? mostRatedInPulse - placesForExtras - (written.items as readonly string[]).length : 0,
    cadenceWeeks: written.cadenceWeeks,
    targetMinutes: written.targetMinutes,
  };
}

/** Templates asked of everybody alike; the service survey is asked per provider and is none of them. */
export const templates: readonly SurveyTemplate[] = library.templates
  .filter((one) => !one.blocks.includes('service-filter'))
  .map(readTemplate);

export function template(id: string): SurveyTemplate | undefined {
  return templates.find((one) => one.id === id);
}

/** Items that may join a template besides its own: neither its anchors nor per provider, nor about the survey itself, which has its turn. */
export function furtherItems(of: SurveyTemplate): readonly LibraryItem[] {
  return askedOfEverybody.filter((item) => item.rotation !== 'deep' && item.dimension !== null && !of.items.includes(item.id));
}
