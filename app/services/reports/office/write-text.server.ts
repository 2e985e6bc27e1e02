// The report as DOCX: styles, a table of contents, native tables whose head stands on every page, captions, page numbers.
import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, ImageRun, LevelFormat, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableOfContents, TableRow, TextRun, WidthType, type FileChild } from 'docx';
import { whole } from '#app/domain/kernel/rounding.ts';
import { laidOut, onItsSide } from '#app/domain/reports/document/column-widths.ts';
import type { Block, Chart, Cover, Section, Table as ReportTable, ReportDocument } from '#app/domain/reports/document/document.ts';
import { fitted, type OfficeLook } from './office-look.server.ts';
import type { OfficeScript } from './script-of.server.ts';
import { sameBytes, writable } from './same-bytes.server.ts';

export interface TextWork {
  readonly document: Pick<ReportDocument, 'cover' | 'sections'>;
  readonly script: OfficeScript;
  readonly labels: { readonly contents: string; readonly figure: string; readonly table: string };
  readonly foot: string;
  readonly look: OfficeLook;
}

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Writing extends TextWork {
  readonly draw: (chart: Chart) => Picture;
  count: { figure: number; table: number };
}

/** Pixels of a picture in the text. */
const pictureWidth = 640;
const quiet = '56616F';
const ownColour = '1F5F8B';

export async function writeText(work: TextWork, draw: Writing['draw']): Promise<Uint8Array> {
  const writing: Writing = { ...work, draw, count: { figure: 0, table: 0 } };
  const { cover, sections } = work.document;
  const front = [
    ...coverOf(cover, work.look),
    paragraph(work.labels.contents, { style: 'TOCHeading', pageBreakBefore: true }),
    new TableOfContents(writable(work.labels.contents), { hyperlink: true, headingStyleRange: '1-3', cachedEntries: headings(sections, 1) }),
  ];
  const pages = joined([{ side: false, children: front }, ...sections.flatMap((section, at) => sectionOf(writing, section, { depth: 0, first: at === 0 }))]);
  const made = new Document({
    title: writable([cover.title, cover.survey, cover.about].join(' · ')),
    creator: writable(cover.company),
    lastModifiedBy: writable(cover.company),
    features: { updateFields: true },
    styles: stylesOf(work),
    numbering: { config: [{ reference: 'points', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360, hanging: 240 } } } }] }] },
    sections: pages.map(({ side, children }, at) => ({
      properties: { titlePage: at === 0, page: { size: { width: 11_906, height: 16_838, ...(side && { orientation: PageOrientation.LANDSCAPE }) }, margin: { top: 1_134, right: 1_134, bottom: 1_134, left: 1_134 } } },
      footers: { default: footOf(work.foot), first: new Footer({ children: [new Paragraph('')] }) },
      children,
    })),
  });
  const packed = new Uint8Array(await Packer.toBuffer(made));
  return sameBytes(packed, { day: cover.closed, mend: mended });
}

/** Names that are drawn by chance would make another file each time. */
function mended(xml: string, name: string): string {
  if (!name.endsWith('document.xml')) return xml;
  let at = 0;
  // LibreOffice prints a field's instruction where its parts stand in one run or the field in a control.
  const apart = xml.replace(/<\/?w:sdt(Content)?>|<w:sdtPr>.*?<\/w:sdtPr>/g, '').replace(/(<w:fldChar w:fldCharType="begin"[^>]*\/>)(<w:instrText[^>]*>[^<]*<\/w:instrText>)(<w:fldChar w:fldCharType="separate"\/>)/g, '$1</w:r><w:r>$2</w:r><w:r>$3');
  return apart.replace(/<wp:docPr id="[^"]*"/g, () => `<wp:docPr id="${(at += 1)}"`);
}

function stylesOf({ script: { lang, latin, eastAsian }, look: { colour } }: TextWork) {
  const font = { ascii: latin, hAnsi: latin, cs: latin, eastAsia: eastAsian };
  const language = { value: lang, eastAsia: lang, bidirectional: 'ar-SA' };
  const heading = (size: number, before: number) => ({ run: { size, bold: true, color: colour ?? '1B2430', font }, paragraph: { spacing: { before, after: 120 }, keepNext: true } });
  return {
    default: {
      document: { run: { font, size: 21, language }, paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } } },
      title: { run: { size: 56, bold: true, font } }, heading1: heading(34, 480),
      heading2: heading(28, 320),
      heading3: heading(24, 240),
    },
    paragraphStyles: [
      { id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', run: { bold: true, size: 20, color: colour ?? ownColour }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
      { id: 'Source', name: 'Source', basedOn: 'Normal', run: { size: 16, color: quiet }, paragraph: { spacing: { before: 60, after: 240 } } },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 17 }, paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } } },
      { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', paragraph: { spacing: { before: 60, after: 20 } } },
      { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { spacing: { after: 0 }, indent: { left: 300 } } },
      { id: 'TOCHeading', name: 'TOC Heading', basedOn: 'Normal', run: { size: 34, bold: true } },
    ],
  };
}

type Look = Omit<NonNullable<Exclude<ConstructorParameters<typeof Paragraph>[0], string>>, 'children' | 'text'>;

const paragraph = (text: string, look: Look = {}): Paragraph => new Paragraph({ ...look, children: [new TextRun(writable(text))] });

function coverOf({ company, title, survey, about, facts }: Cover, { logo }: OfficeLook): Paragraph[] {
  return [
    ...(logo ? [logoOf(logo)] : []),
    paragraph(company, { spacing: { before: logo ? 1_000 : 1_800, after: 600 } }),
    paragraph(survey, { heading: HeadingLevel.TITLE }),
    paragraph(title),
    paragraph(about, { spacing: { after: 1_200 } }),
    ...facts.map(({ label, text }) => new Paragraph({ children: [new TextRun({ text: `${writable(label)}: `, bold: true }), new TextRun(writable(text))] })),
  ];
}

function logoOf(logo: NonNullable<OfficeLook['logo']>): Paragraph {
  const { width, height } = fitted(logo, { width: 220, height: 80 });
  const altText = { name: 'logo', title: writable(logo.alt), description: writable(logo.alt) };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: Buffer.from(logo.png, 'base64'), transformation: { width: whole(width), height: whole(height) }, altText })] });
}

/** Stand in the list of contents until an office fills it with its page numbers. */
const headings = (sections: readonly Section[], level: number): { readonly title: string; readonly level: number }[] =>
  sections.flatMap((section) => [{ title: writable(section.heading), level }, ...headings(section.sections, Math.min(level + 1, levels.length))]);

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** Pages that lie the same way. */
interface Pages {
  readonly side: boolean;
  readonly children: readonly FileChild[];
}

function sectionOf(writing: Writing, section: Section, { depth, first }: { readonly depth: number; readonly first: boolean }): Pages[] {
  const level = levels[Math.min(depth, levels.length - 1)] as (typeof levels)[number];
  const side = onItsSide(section);
  const children = [paragraph(section.heading, { heading: level, pageBreakBefore: first }), ...section.blocks.flatMap((block) => blockOf(writing, block, side))];
  return [{ side, children }, ...section.sections.flatMap((one) => sectionOf(writing, one, { depth: depth + 1, first: false }))];
}

function joined(pages: readonly Pages[]): Pages[] {
  const made: Pages[] = [];
  for (const one of pages) {
    const last = made.at(-1);
    if (last?.side === one.side) made.splice(-1, 1, { side: one.side, children: [...last.children, ...one.children] });
    else made.push(one);
  }
  return made;
}

function blockOf(writing: Writing, block: Block, side: boolean): FileChild[] {
  switch (block.kind) {
    case 'sentence':
      return [paragraph(block.text)];
    case 'list':
      return block.sentences.map(({ text }) => paragraph(text, { numbering: { reference: 'points', level: 0 } }));
    case 'table':
      return [caption(writing, 'table', block.caption), tableOf(block, side), paragraph(block.source, { style: 'Source' })];
    case 'chart':
      // The picture itself says where its figures come from.
      return [caption(writing, 'figure', block.caption), pictureOf(writing, block)];
  }
}

function caption(writing: Writing, of: 'figure' | 'table', text: string): Paragraph {
  writing.count[of] += 1;
  return paragraph(`${writing.labels[of]} ${writing.count[of]}: ${text}`, { style: 'Caption' });
}

function pictureOf(writing: Writing, chart: Chart): Paragraph {
  const { png, width, height } = writing.draw(chart);
  // A page is taller than it is wide, and a picture of many groups taller than a page.
  const scale = Math.min(pictureWidth / width, 820 / height);
  const altText = { name: chart.id, title: writable(chart.caption), description: writable(chart.alternative) };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: png, transformation: { width: whole(width * scale), height: whole(height * scale) }, altText })] });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9D0D8' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const borders = { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none } as const;

function tableOf({ columns, rows }: ReportTable, side: boolean): Table {
  const { widths: points, size } = laidOut({ columns, rows }, side);
  const widths = points.map((width) => width * 20);
  const cell = (text: string, at: number, head = false) =>
    new TableCell({
      width: { size: widths[at] as number, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 50, right: 50 },
      children: [new Paragraph({ style: 'Cell', alignment: columns[at]?.kind === 'text' ? AlignmentType.START : AlignmentType.END, children: [new TextRun({ text: writable(text), size: size * 2, bold: head })] })],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ head }, at) => cell(head, at, true)) }), ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map(({ text }, at) => cell(text, at)) }))],
  });
}

const footOf = (foot: string): Footer =>
  new Footer({ children: [new Paragraph({ style: 'Source', children: [new TextRun(`${writable(foot)} · `), new TextRun({ children: [PageNumber.CURRENT] })] })] });
