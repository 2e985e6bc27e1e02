// The report as slides for a board: what a slide says is a sentence, a row or a figure of the document, and nothing is computed here. What
// has no room on a slide stands in its notes or in the report.
import { reader } from './deck-reader.ts';
import { writers } from './deck-slides.ts';
import type { ReportDocument } from './document.ts';
import { footOf, type Say } from './say.ts';
import type { Slide } from './slide.ts';

export interface Deck {
  /** Stands on every slide but the first. */
  readonly foot: string;
  readonly cover: { readonly company: string; readonly title: string; readonly survey: string; readonly lines: readonly string[]; readonly notes: readonly string[] };
  readonly slides: readonly Slide[];
}

/** Beside the first. Where there would be more, the report has room for these. */
const mostSlides = 11;
const firstToGo: readonly string[] = ['background', 'expectation', 'findings', 'importance'];

export function deckOf(document: ReportDocument, say: Say): Deck {
  const read = reader(document);
  const { cover } = document;
  const facts = cover.facts.map(({ label, text }) => `${label}: ${text}`);
  const slides = writers.map((slide) => slide(read, say)).filter((slide) => slide !== null);
  return {
    foot: footOf(say, cover),
    cover: { company: cover.company, title: cover.title, survey: cover.survey, lines: [cover.about, ...cover.facts.slice(0, 3).map(({ text }) => text)], notes: facts },
    slides: asManyAsFit(slides),
  };
}

function asManyAsFit(slides: readonly Slide[]): readonly Slide[] {
  const over = Math.max(0, slides.length - mostSlides);
  const gone = firstToGo.filter((id) => slides.some((slide) => slide.id === id)).slice(0, over);
  return slides.filter(({ id }) => !gone.includes(id));
}
