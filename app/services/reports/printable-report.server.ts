// A report as the template of paper reads it: plain data, figures in the reader's numerals.
import { noLetterhead, type Letterhead } from '#app/domain/organisation/letterhead.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { laidOut, onItsSide } from '#app/domain/reports/document/column-widths.ts';
import type { Block, Chart, ReportDocument, Section, Sentence, Table } from '#app/domain/reports/document/document.ts';
import { footOf } from '#app/domain/reports/document/say.ts';
import { sayIn } from '#app/text/say-report.ts';
import type { Text } from '#app/text/text.ts';

export type Printed = Readonly<Record<string, unknown>>;

interface Script {
  readonly lang: string;
  readonly region: string;
  /** Latin letters and digits come from the first one; what one has not from the next. */
  readonly fonts: readonly string[];
  /** Between two sentences. */
  readonly gap: string;
}

/** Each script has glyphs of its own: 骨 and 直 are drawn differently in 简体 and 繁體. */
const scripts: Readonly<Record<Language, Script>> = {
  en: { lang: 'en', region: 'GB', fonts: ['Noto Sans', 'Noto Sans S Chinese'], gap: ' ' },
  'zh-Hans': { lang: 'zh', region: 'CN', fonts: ['Noto Sans', 'Noto Sans S Chinese'], gap: '' },
  'zh-Hant': { lang: 'zh', region: 'TW', fonts: ['Noto Sans', 'Noto Sans T Chinese', 'Noto Sans S Chinese'], gap: '' },
};

/** `title` and `foot` stand in the file's properties and on every page; the same document makes the same data. */
export function printableReport(document: ReportDocument, text: Text): Printed {
  const { cover } = document;
  const title = [cover.title, cover.survey, cover.about].join(' · ');
  return {
    ...scriptOf(document.language),
    title,
    author: cover.company,
    foot: footOf(sayIn(document.language), cover),
    labels: { contents: text('report.contents'), figure: text('report.print.figure'), table: text('report.print.table') },
    ...letterheadOf(document.letterhead ?? noLetterhead, cover.company, text),
    cover: { company: cover.company, title: cover.title, survey: cover.survey, about: cover.about, facts: cover.facts },
    sections: document.sections.map((section) => printedSection(section, text, scripts[document.language].gap)),
  };
}

/** Languages and fonts of the page. */
export function scriptOf(language: Language): Omit<Script, 'gap'> {
  const { lang, region, fonts } = scripts[language];
  return { lang, region, fonts };
}

/** The picture itself goes beside the data. */
export const letterheadOf = ({ logo, colour }: Letterhead, company: string, text: Text): Printed => ({
  look: colour,
  logo: logo && { alt: text('letterhead.alt', { company }), width: logo.width, height: logo.height },
});

const printedSection = (section: Section, text: Text, gap: string): Printed => ({
  heading: section.heading,
  side: onItsSide(section),
  blocks: paragraphs(section.blocks).map((block) => printedBlock(block, { text, gap, side: onItsSide(section) })),
  sections: section.sections.map((below) => printedSection(below, text, gap)),
});

interface Paragraph {
  readonly kind: 'paragraph';
  readonly sentences: readonly Sentence[];
}

/** Sentences that follow one another are one paragraph. */
function paragraphs(blocks: readonly Block[]): (Exclude<Block, Sentence> | Paragraph)[] {
  const made: (Exclude<Block, Sentence> | Paragraph)[] = [];
  for (const block of blocks) {
    const last = made.at(-1);
    if (block.kind !== 'sentence') made.push(block);
    else if (last?.kind === 'paragraph') made.splice(-1, 1, { kind: 'paragraph', sentences: [...last.sentences, block] });
    else made.push({ kind: 'paragraph', sentences: [block] });
  }
  return made;
}

interface Printing {
  readonly text: Text;
  readonly gap: string;
  /** Whether the page lies on its side. */
  readonly side: boolean;
}

function printedBlock(block: Exclude<Block, Sentence> | Paragraph, { text, gap, side }: Printing): Printed {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: block.sentences.map((one) => one.text).join(gap) };
    case 'list':
      return { kind: 'list', items: block.sentences.map((one) => one.text) };
    case 'table':
      return printedTable(block, side);
    case 'chart':
      return { ...printedChart(block, text), caption: block.caption, source: block.source, alternative: block.alternative };
  }
}

export const printedTable = (table: Table, side: boolean): Printed => ({
  kind: 'table',
  caption: table.caption,
  source: table.source,
  ...laidOut(table, side),
  columns: table.columns.map(({ head, kind }) => ({ head, kind })),
  rows: table.rows.map((row) => row.map((cell) => cell.text)),
});

function printedChart(chart: Chart, text: Text): Printed {
  const drawn = { kind: 'chart', shape: chart.shape };
  switch (chart.shape) {
    case 'intervals':
      return { ...drawn, scale: chart.scale, rows: chart.rows.map(({ label, value, low, high, people }) => ({ label, value, low, high, figure: `${text.number(value)} (${text.number(low)}–${text.number(high)}) · n ${text.number(people)}` })) };
    case 'trend':
      return { ...drawn, scale: chart.scale, limits: chart.limits, points: chart.points.map((point) => ({ ...point, day: text.day(point.day), figure: point.value === null ? '' : text.number(point.value) })) };
    case 'shares':
      return { ...drawn, parts: chart.parts, rows: chart.rows.map(({ label, people, shares }) => ({ label, shares, figures: shares.map((share) => text.number(share)), figure: `n ${text.number(people)}` })) };
    case 'matrix':
      return { ...drawn, scale: chart.scale, columns: chart.columns, rows: chart.rows.map(({ label, depth, cells }) => ({ label, depth, cells: cells.map((cell) => cell && { ...cell, figure: text.number(cell.value) }) })) };
  }
}
