// What kind of picture a file is and how large, by its first bytes: neither its name nor what the sender says of it. Attacker: whoever
// sends a small file that unpacks to gigabytes, or a drawing that runs something.
import { done, refused, type Outcome } from '../kernel/outcome.ts';

interface PictureHead {
  readonly kind: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of a side: unpacked four bytes each. */
const largestSide = 3_000;
const smallestSide = 16;

/** Pictures that can be unpacked without harm. */
export function pictureHead(file: Uint8Array): Outcome<PictureHead, 'logo-kind' | 'logo-side'> {
  const head = pngHead(file) ?? jpegHead(file);
  if (!head) return refused('logo-kind');
  const { width, height } = head;
  const fits = (side: number) => side >= smallestSide && side <= largestSide;
  return fits(width) && fits(height) ? done(head) : refused('logo-side', { width, height, least: smallestSide, most: largestSide });
}

const begins = (file: Uint8Array, with_: readonly number[]): boolean => with_.every((byte, at) => file[at] === byte);
const number = (file: Uint8Array, at: number, bytes: number): number => file.slice(at, at + bytes).reduce((sum, byte) => sum * 256 + byte, 0);

/** Its first chunk is the head (PNG, third edition, 11.2.1). */
function pngHead(file: Uint8Array): PictureHead | null {
  if (!begins(file, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) || file.length < 33 || number(file, 12, 4) !== 0x49484452) return null;
  return { kind: 'png', width: number(file, 16, 4), height: number(file, 20, 4) };
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Of these no length follows (B.1.1.3), and none stands before a scan: another reader would count on from elsewhere. */
const standsAlone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);
const scan = 0xda;

/** Its one frame says how large it is (ITU-T T.81, B.2.2). Of two a reader may believe the other. */
function jpegHead(file: Uint8Array): PictureHead | null {
  if (!begins(file, [0xff, 0xd8, 0xff])) return null;
  let frame: PictureHead | null = null;
  let at = 2;
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] as number;
    if (marker === scan) return frame;
    if (standsAlone(marker) || (isFrame(marker) && frame !== null)) return null;
    if (isFrame(marker)) frame = { kind: 'jpeg', width: number(file, at + 7, 2), height: number(file, at + 5, 2) };
    at += marker === 0xff ? 1 : 2 + number(file, at + 2, 2);
  }
  return frame;
}
