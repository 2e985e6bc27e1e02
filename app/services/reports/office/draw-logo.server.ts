// A picture that somebody sent, drawn anew: what leaves is what is seen and nothing else, no place, no camera, no words behind the pixels.
import { Resvg } from '@resvg/resvg-js';

export interface LogoWork {
  /** Base64. */
  readonly file: string;
  readonly kind: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels: sharp on a slide and small in every file. */
const largestLogo = { width: 800, height: 320 } as const;

/** PNG; without bytes where the picture cannot be read, and where nothing of it would be seen on white. */
export function drawLogo({ file, kind, width, height }: LogoWork): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/${kind};base64,${file}"/></svg>`;
  const value = Math.min(1, largestLogo.width / width, largestLogo.height / height);
  const drawn = new Resvg(svg, { fitTo: { mode: 'zoom', value }, font: { loadSystemFonts: false } }).render();
  return isSeen(drawn.pixels) ? drawn.asPng() : new Uint8Array(0);
}

/** Light below which something stands out from white paper, of 255. */
const light = 235;

/** Each pixel is red, green, blue, already weighed with its cover, and that cover. */
function isSeen(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const bare = 255 - (pixels[at + 3] as number);
    if (Math.min(pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number) + bare < light) return true;
  }
  return false;
}
