// A QR code as something to draw: one path of horizontal runs, a tenth of the length of single squares, so that two hundred slips stay
// a page that loads.

export interface QrDrawing {
  /** Modules along each side, the quiet margin of four included. */
  readonly size: number;
  /** Of an SVG path that is stroked one unit wide. */
  readonly path: string;
}

/** `modules`: rows of dark or not, margin included. */
export function drawingOf(modules: readonly (readonly boolean[])[]): QrDrawing {
  return { size: modules.length, path: modules.map((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}.5h${length}`).join('')).join('') };
}

interface Run {
  readonly from: number;
  readonly length: number;
}

function runsOf(row: readonly boolean[]): readonly Run[] {
  const begins = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
  return begins.map((from) => {
    const end = row.indexOf(false, from);
    return { from, length: (end < 0 ? row.length : end) - from };
  });
}
