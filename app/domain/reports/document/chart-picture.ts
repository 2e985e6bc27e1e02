// A chart of a report as a picture of its own (SVG): its title, its figures with n, and under it where they come from. It draws what the
// chart says and nothing else, so a picture that is passed on has no number that the report has not.
import { toDecimals } from '../../kernel/rounding.ts';
import type { Chart, IntervalChart, MatrixChart, ShareChart, TrendChart } from './document.ts';
import { escaped, linesOf, widthOf, type Pen } from './picture-text.ts';

export interface PictureWords {
  /** BCP 47. */
  readonly lang: string;
  /** Families of letters, the first wish first. */
  readonly fonts: readonly string[];
  readonly number: (value: number) => string;
  readonly day: (day: string) => string;
}

const width = 960;
const margin = 32;
const labels = 330;
const plot = { from: margin + labels, to: width - 150 };
const colours = { ink: '#1b2430', quiet: '#56616f', line: '#d5dbe2', accent: '#1f5f8b', range: '#8fb4cf', parts: ['#b45309', '#c9d0d8', '#1f5f8b'] } as const;

interface Drawn {
  readonly marks: readonly string[];
  readonly bottom: number;
}

/** A whole document; the same chart in the same words is the same text. */
export function pictureOf(chart: Chart, words: PictureWords): string {
  const title = linesOf(chart.caption, { size: 24, room: width - 2 * margin });
  const top = margin + title.length * 32 + 12;
  const { marks, bottom } = drawnFrom(top, chart, words);
  const source = linesOf(chart.source, { size: 14, room: width - 2 * margin });
  const height = bottom + 24 + source.length * 20 + margin - 8;
  const family = [...words.fonts, 'Arial', 'sans-serif'].map((one) => (one.includes(' ') ? `'${one}'` : one)).join(', ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="${words.lang}" xml:lang="${words.lang}" aria-labelledby="title about" font-family="${family}">`,
    `<title id="title">${escaped(chart.caption)}</title><desc id="about">${escaped(`${chart.alternative} ${chart.source}`)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...title.map((line, at) => said(line, { x: margin, y: margin + 22 + at * 32, size: 24, weight: 700 })),
    ...marks,
    ...source.map((line, at) => said(line, { x: margin, y: bottom + 38 + at * 20, size: 14, fill: colours.quiet })),
    '</svg>\n',
  ].join('\n');
}

function drawnFrom(top: number, chart: Chart, words: PictureWords): Drawn {
  switch (chart.shape) {
    case 'intervals':
      return intervals(top, chart, words);
    case 'trend':
      return trend(top, chart, words);
    case 'shares':
      return shares(top, chart, words);
    case 'matrix':
      return matrix(top, chart, words);
  }
}

function said(text: string, { x, y, size, anchor = 'start', weight = 400, fill = colours.ink }: Pen): string {
  return `<text x="${x}" y="${y}" font-size="${size}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${weight === 400 ? '' : ` font-weight="${weight}"`} fill="${fill}">${escaped(text)}</text>`;
}

/** Tenths of a pixel: more is not seen. */
const rounded = (value: number): number => toDecimals(value, 1);
const placed = (value: number, [low, high]: readonly [number, number], { from, to }: { readonly from: number; readonly to: number }): number => rounded(from + ((value - low) / (high - low)) * (to - from));
const stroke = (from: readonly [number, number], to: readonly [number, number], colour: string, thick = 1): string => `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${colour}" stroke-width="${thick}"/>`;

/** Names down the left side; `draw` gets the middle of each row. */
function rowsOf<Row extends { readonly label: string }>(top: number, rows: readonly Row[], draw: (row: Row, middle: number) => string[]): Drawn {
  let y = top;
  const marks = rows.flatMap((row) => {
    const lines = linesOf(row.label, { size: 16, room: labels - 20 });
    const height = Math.max(36, lines.length * 20 + 14);
    const middle = y + height / 2;
    const first = middle + 6 - ((lines.length - 1) * 20) / 2;
    y += height;
    return [...lines.map((line, at) => said(line, { x: margin, y: first + at * 20, size: 16 })), ...draw(row, middle)];
  });
  return { marks, bottom: y };
}

function intervals(top: number, { rows, scale }: IntervalChart, { number }: PictureWords): Drawn {
  const at = (value: number) => placed(value, scale, plot);
  return rowsOf(top, rows, ({ value, low, high, people }, y) => [
    stroke([plot.from, y], [plot.to, y], colours.line),
    stroke([at(low), y], [at(high), y], colours.range, 6),
    `<circle cx="${at(value)}" cy="${y}" r="7" fill="${colours.accent}"/>`,
    said(number(value), { x: plot.to + 44, y: y + 6, size: 18, anchor: 'end', weight: 700 }),
    said(`${number(low)}–${number(high)}`, { x: plot.to + 54, y: y - 2, size: 13, fill: colours.quiet }),
    said(`n ${number(people)}`, { x: plot.to + 54, y: y + 15, size: 13, fill: colours.quiet }),
  ]);
}

function shares(top: number, { rows, parts }: ShareChart, { number }: PictureWords): Drawn {
  let left = plot.from;
  const legend = parts.flatMap((part, at) => {
    const x = left;
    left += widthOf(part, 14) + 44;
    return [`<rect x="${x}" y="${top}" width="14" height="14" fill="${colours.parts[at] ?? colours.line}"/>`, said(part, { x: x + 20, y: top + 12, size: 14 })];
  });
  const room = plot.to - plot.from;
  const drawn = rowsOf(top + 28, rows, ({ shares: all, people }, y) => {
    let from = plot.from;
    const bars = all.flatMap((share, at) => {
      const [x, wide] = [rounded(from), rounded((share * room) / 100)];
      from += (share * room) / 100;
      const words = share < 6 ? [] : [said(number(share), { x: rounded(x + wide / 2), y: y + 5, size: 14, anchor: 'middle', fill: at === 1 ? colours.ink : '#ffffff' })];
      return [`<rect x="${x}" y="${y - 12}" width="${wide}" height="24" fill="${colours.parts[at] ?? colours.line}"/>`, ...words];
    });
    return [...bars, said(`n ${number(people)}`, { x: plot.to + 16, y: y + 5, size: 14, fill: colours.quiet })];
  });
  return { marks: [...legend, ...drawn.marks], bottom: drawn.bottom };
}

function trend(top: number, { points, scale, limits }: TrendChart, { number, day }: PictureWords): Drawn {
  const [from, to] = [margin + 60, width - margin - 60];
  const height = 260;
  const x = (at: number) => (points.length < 2 ? (from + to) / 2 : rounded(from + (at * (to - from)) / (points.length - 1)));
  const y = (value: number) => placed(value, scale, { from: top + height, to: top + 10 });
  const grid = scale.flatMap((value) => [stroke([from - 20, y(value)], [to + 20, y(value)], colours.line), said(number(value), { x: from - 28, y: y(value) + 5, size: 14, anchor: 'end', fill: colours.quiet })]);
  const bounds = limits ? [limits.lower, limits.upper].map((value) => `<line x1="${from - 20}" y1="${y(value)}" x2="${to + 20}" y2="${y(value)}" stroke="${colours.quiet}" stroke-dasharray="4 4"/>`) : [];
  const every = Math.ceil(points.length / 6);
  const marks = points.flatMap(({ day: closed, value, low, high, broken }, at) => {
    const name = (points.length - 1 - at) % every === 0 ? [said(day(closed), { x: x(at), y: top + height + 26, size: 13, anchor: 'middle', fill: colours.quiet })] : [];
    if (value === null) return name;
    const before = points[at - 1];
    const line = !broken && before && before.value !== null ? [stroke([x(at - 1), y(before.value)], [x(at), y(value)], colours.accent, 3)] : [];
    const range = low === null || high === null ? [] : [stroke([x(at), y(low)], [x(at), y(high)], colours.range, 4), said(`${number(low)}–${number(high)}`, { x: x(at) + 12, y: y(value) + 24, size: 12, fill: colours.quiet })];
    return [...name, ...range, ...line, `<circle cx="${x(at)}" cy="${y(value)}" r="6" fill="${colours.accent}"/>`, said(number(value), { x: x(at) + 12, y: y(value) - 8, size: 16, weight: 700 })];
  });
  return { marks: [...grid, ...bounds, ...marks], bottom: top + height + 34 };
}

const signs = { up: ' ▲', down: ' ▼' } as const;

function matrix(top: number, { rows, columns }: MatrixChart, { number }: PictureWords): Drawn {
  const cell = (width - margin - plot.from) / Math.max(columns.length, 1);
  const heads = columns.map((name) => linesOf(name, { size: 13, room: cell - 8 }).slice(0, 5));
  const room = Math.max(1, ...heads.map(({ length }) => length)) * 16 + 10;
  const named = heads.flatMap((lines, at) => lines.map((line, row) => said(line, { x: rounded(plot.from + cell * (at + 0.5)), y: top + 12 + row * 16, size: 13, anchor: 'middle', fill: colours.quiet })));
  const indented = rows.map((row) => ({ ...row, label: `${'  '.repeat(row.depth)}${row.label} (n ${number(row.people)})` }));
  const drawn = rowsOf(top + room, indented, ({ cells }, y) =>
    cells.flatMap((one, at) => (one ? [said(`${number(one.value)}${one.mark ? signs[one.mark] : ''}`, { x: rounded(plot.from + cell * (at + 0.5)), y: y + 6, size: 16, anchor: 'middle', weight: one.mark ? 700 : 400 })] : [])),
  );
  return { marks: [...named, ...drawn.marks], bottom: drawn.bottom };
}
