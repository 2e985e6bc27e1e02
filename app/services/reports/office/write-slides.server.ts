// Slides as PPTX: 16:9, charts that an office edits, a title on every slide that says the finding, and notes.
import pptxgen from 'pptxgenjs';
import type { Deck } from '#app/domain/reports/document/deck.ts';
import type { Slide, SlideChart, SlideShares, SlideTable } from '#app/domain/reports/document/slide.ts';
import { escaped } from '#app/domain/reports/document/picture-text.ts';
import { fitted, type OfficeLook } from './office-look.server.ts';
import type { OfficeScript } from './script-of.server.ts';
import { sameBytes, writable } from './same-bytes.server.ts';

export interface SlidesWork {
  readonly deck: Deck;
  readonly script: OfficeScript;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly look: OfficeLook;
}

type Presentation = InstanceType<typeof pptxgen>;
type Sheet = ReturnType<Presentation['addSlide']>;

const ink = '1B2430';
const quiet = '56616F';
const ownColour = '1F5F8B';
/** Inches: the sheet is 13.33 by 7.5. */
const left = 0.6;
const wide = 12.1;

export async function writeSlides({ deck, script, day, look }: SlidesWork): Promise<Uint8Array> {
  const made = new pptxgen();
  made.layout = 'LAYOUT_WIDE';
  made.title = writable(`${deck.cover.title} · ${deck.cover.survey}`);
  // The library writes this one without escaping: `A & B` would be a file that no office opens.
  made.company = escaped(deck.cover.company);
  made.author = writable(deck.cover.company);
  made.theme = { headFontFace: script.latin, bodyFontFace: script.latin };
  const hand = handOf(script, look);
  drawCover(made, deck, hand);
  for (const slide of deck.slides) drawSlide(made, { slide, foot: deck.foot }, hand);
  const packed = (await made.write({ outputType: 'uint8array', compression: false })) as Uint8Array;
  return sameBytes(packed, { day, mend: (xml) => xml.replaceAll(`<a:ea typeface="${script.latin}"`, `<a:ea typeface="${script.eastAsian}"`) });
}

type Hand = ReturnType<typeof handOf>;

const handOf = ({ latin, lang }: OfficeScript, { logo, colour }: OfficeLook) => ({ write: { fontFace: latin, lang, color: ink, margin: 0, valign: 'top' } as const, accent: colour ?? ownColour, logo });

/** At the right of the room, inches. */
function drawLogo(sheet: Sheet, { logo }: Hand, room: { readonly right: number; readonly y: number; readonly w: number; readonly h: number }): void {
  if (!logo) return;
  const { width, height } = fitted(logo, { width: room.w, height: room.h });
  sheet.addImage({ data: `image/png;base64,${logo.png}`, altText: writable(logo.alt), x: room.right - width, y: room.y, w: width, h: height });
}

/** How wide it is read, in Latin letters: a Chinese one takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[⺀-￯]/.test(sign) ? 1.9 : 1), 0);

/** Points in which a text has room: the first size whose limit in letters it keeps. */
const sizeFor = (text: string, sizes: readonly (readonly [upTo: number, size: number])[]): number => sizes.find(([upTo]) => widthOf(text) <= upTo)?.[1] ?? (sizes.at(-1)?.[1] ?? 18);

function drawCover(made: Presentation, { cover }: Deck, hand: Hand): void {
  const sheet = made.addSlide();
  sheet.addShape('rect', { x: 0, y: 0, w: 0.28, h: 7.5, fill: { color: hand.accent } });
  sheet.addText(writable(cover.company), { ...hand.write, x: 1, y: 0.9, w: hand.logo ? 7.6 : 11.3, h: 0.6, fontSize: sizeFor(cover.company, [[60, 24], [120, 18]]), color: quiet });
  sheet.addText(writable(cover.survey), { ...hand.write, x: 1, y: 1.7, w: 11.3, h: 2.4, bold: true, valign: 'middle', fontSize: sizeFor(cover.survey, [[50, 48], [110, 36], [200, 28], [400, 20]]) });
  sheet.addText(writable(cover.title), { ...hand.write, x: 1, y: 4.3, w: 11.3, h: 0.6, fontSize: 26, color: hand.accent });
  sheet.addText(cover.lines.map((line) => ({ text: writable(line), options: { breakLine: true } })), { ...hand.write, x: 1, y: 5.1, w: 11.3, h: 1.6, fontSize: 22, paraSpaceAfter: 6 });
  drawLogo(sheet, hand, { right: 12.3, y: 0.6, w: 3.4, h: 1.1 });
  sheet.addNotes(notesOf(cover.notes));
}

function drawSlide(made: Presentation, { slide, foot }: { readonly slide: Slide; readonly foot: string }, hand: Hand): void {
  const sheet = made.addSlide();
  sheet.addText(writable(slide.topic), { ...hand.write, x: left, y: 0.35, w: hand.logo ? wide - 2 : wide, h: 0.4, fontSize: 18, color: hand.accent, bold: true });
  sheet.addText(writable(slide.title), { ...hand.write, x: left, y: 0.8, w: wide, h: 1.35, bold: true, fontSize: sizeFor(slide.title, [[90, 30], [150, 26], [230, 22], [400, 18]]) });
  if (slide.figure?.kind === 'table') drawTable(sheet, slide.figure, hand);
  else if (slide.figure?.kind === 'shares') drawShares(made, sheet, slide.figure);
  else if (slide.figure) drawChart(made, { sheet, hand }, slide.figure);
  drawLines(sheet, slide, hand);
  sheet.addText(writable(foot), { ...hand.write, x: left, y: 7.05, w: 11.2, h: 0.3, fontSize: 11, color: quiet });
  sheet.slideNumber = { x: 12.2, y: 7.02, w: 0.6, h: 0.3, fontFace: hand.write.fontFace, fontSize: 12, color: quiet, align: 'right' };
  drawLogo(sheet, hand, { right: left + wide, y: 0.25, w: 1.6, h: 0.5 });
  sheet.addNotes(notesOf(slide.notes));
}

const notesOf = (notes: readonly string[]): string => [...new Set(notes)].map(writable).join('\n');

/** Beside a figure they stand under it; alone they fill the slide. */
function drawLines(sheet: Sheet, { lines, figure }: Slide, hand: Hand): void {
  if (lines.length === 0) return;
  const all = lines.join(' ');
  const alone = figure === null;
  const fontSize = alone ? sizeFor(all, [[320, 26], [520, 22], [760, 20], [2000, 16]]) : sizeFor(all, [[110, 18], [260, 16], [2000, 12]]);
  const place = alone ? { y: 2.35, h: 4.5 } : { y: 6.1, h: 0.85 };
  const bullet = alone && lines.length > 1 ? { bullet: { indent: 20 } } : {};
  sheet.addText(lines.map((line) => ({ text: writable(line), options: { breakLine: true, ...bullet } })), { ...hand.write, ...place, x: left, w: wide, fontSize, paraSpaceAfter: alone ? 12 : 4, color: alone ? ink : quiet });
}

function drawTable(sheet: Sheet, { heads, rows }: SlideTable, hand: Hand): void {
  const longest = Math.max(...rows.map((row) => row.reduce((sum, { text }) => sum + widthOf(text), 0)), 0);
  const fontSize = longest > 170 ? 16 : 20;
  const number = heads.map((_, at) => rows.some((row) => row[at]?.isNumber));
  const shares = heads.map((head, at) => (number[at] ? 1 : Math.min(5, Math.max(1.4, ...[head, ...rows.map((row) => row[at]?.text ?? '')].map((text) => widthOf(text) / 9)))));
  const sum = shares.reduce((one, other) => one + other, 0);
  const border = [{ type: 'none' }, { type: 'none' }, { type: 'solid', pt: 0.75, color: 'C9D0D8' }, { type: 'none' }] as const;
  const style = { fontFace: hand.write.fontFace, lang: hand.write.lang, color: ink, fontSize, border: [...border] as never, valign: 'middle' as const, margin: [0.05, 0.15, 0.05, 0.15] as [number, number, number, number] };
  const head = heads.map((text, at) => ({ text: writable(text), options: { ...style, fontSize: 14, bold: true, color: quiet, align: number[at] ? ('right' as const) : ('left' as const) } }));
  const body = rows.map((row) => row.map(({ text, isNumber }) => ({ text: writable(text), options: { ...style, align: isNumber ? ('right' as const) : ('left' as const) } })));
  sheet.addTable([head, ...body], { x: left, y: 2.35, w: wide, colW: shares.map((share) => (wide * share) / sum) });
}

function drawChart(made: Presentation, { sheet, hand }: { readonly sheet: Sheet; readonly hand: Hand }, { kind, series, scale, points, alternative }: SlideChart): void {
  const font = { catAxisLabelFontFace: 'Arial', valAxisLabelFontFace: 'Arial', dataLabelFontFace: 'Arial' };
  const values = points.map(({ value }) => value as number);
  const [valAxisMinVal, valAxisMaxVal] = scale;
  const common = { ...font, x: left, y: 2.25, w: wide, h: kind === 'bars' ? 4.7 : 3.8, altText: writable(alternative), chartColors: [hand.accent], valAxisMinVal, valAxisMaxVal, valAxisMajorUnit: 25, catAxisLabelColor: ink, valAxisLabelColor: quiet, valAxisLabelFontSize: 12, catAxisLabelFontSize: kind === 'bars' && points.length > 9 ? 12 : 16, valGridLine: { color: 'E3E7EC', size: 0.75 }, showValue: true, dataLabelColor: ink, dataLabelFontSize: 16, dataLabelFontBold: true, dataLabelFormatCode: '0', showLegend: false };
  const data = [{ name: writable(series), labels: points.map(({ label }) => writable(label)), values }];
  if (kind === 'bars') sheet.addChart('bar', data, { ...common, barDir: 'bar', barGapWidthPct: 45, catAxisOrientation: 'maxMin' as never, dataLabelPosition: 'outEnd' });
  else sheet.addChart('line', data, { ...common, lineSize: 3, lineDataSymbolSize: 9, dataLabelPosition: 't' });
}

/** Unfavourable, neutral, favourable: light, because figures stand on them in one colour. */
const partColours = ['E8A266', 'C9D0D8', '8CB8E0'];

function drawShares(made: Presentation, sheet: Sheet, { parts, rows, alternative }: SlideShares): void {
  const labels = rows.map(({ label }) => writable(label));
  const data = parts.map((part, at) => ({ name: writable(part), labels, values: rows.map(({ shares }) => shares[at] ?? 0) }));
  const font = { catAxisLabelFontFace: 'Arial', valAxisLabelFontFace: 'Arial', dataLabelFontFace: 'Arial', legendFontFace: 'Arial' };
  sheet.addChart('bar', data, { ...font, x: left, y: 2.25, w: wide, h: Math.min(4.7, 1.5 + rows.length * 0.9), altText: writable(alternative), chartColors: partColours, barDir: 'bar', barGrouping: 'stacked', barGapWidthPct: 45, catAxisOrientation: 'maxMin' as never, valAxisMinVal: 0, valAxisMaxVal: 100, valAxisMajorUnit: 25, catAxisLabelColor: ink, valAxisLabelColor: quiet, valAxisLabelFontSize: 12, catAxisLabelFontSize: 16, valGridLine: { color: 'E3E7EC', size: 0.75 }, showValue: true, dataLabelColor: ink, dataLabelFontSize: 16, dataLabelFontBold: true, dataLabelFormatCode: '0', showLegend: true, legendPos: 't', legendFontSize: 14, legendColor: ink });
}
